import { canonicalJson, isObject, type Json } from './json.ts'
import type { ContractNames } from './name-schemas.ts'
import { plainSchemas } from './plain-schemas.ts'

/** What the contracts of the wire are called in the code, by their content; `modules` are what the slices of core export. */
export function contractNames(modules: readonly object[]): ContractNames {
  const names = new Map<string, string>()
  for (const module of modules)
    for (const [name, value] of Object.entries(module)) {
      const schema = schemaOf(value)
      if (schema !== undefined && !names.has(schema)) names.set(schema, name)
    }
  return names
}

/** Canonical text of a contract that is an object; undefined for everything else that a module exports. */
function schemaOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'object') return undefined
  const plain: Json = plainSchemas(JSON.parse(JSON.stringify(value)))
  return isObject(plain) && isObject(plain.properties) ? canonicalJson(plain) : undefined
}
