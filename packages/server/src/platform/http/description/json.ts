/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Copies a value with every object in it changed, the innermost first. */
export function mapObjects(value: Json, change: (object: JsonObject) => Json): Json {
  if (isObject(value)) return change(mapEntries(value, (part) => mapObjects(part, change)))
  return isArray(value) ? value.map((part) => mapObjects(part, change)) : value
}

export function mapEntries(object: JsonObject, change: (value: Json, key: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]))
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** The same text for the same content, whatever the order of its keys. */
export function canonicalJson(value: Json): string {
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
}

const LINE = 120

/** JSON text in which whatever fits stands on one line. */
export function foldedJson(value: Json, indent = ''): string {
  const flat = flatJson(value)
  if (indent.length + flat.length <= LINE) return flat
  const inner = `${indent}  `
  const lines = (parts: readonly string[]): string => `\n${parts.map((part) => inner + part).join(',\n')}\n${indent}`
  if (isArray(value)) return `[${lines(value.map((part) => foldedJson(part, inner)))}]`
  if (!isObject(value)) return flat
  return `{${lines(Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${foldedJson(part, inner)}`))}}`
}

function flatJson(value: Json): string {
  if (isArray(value)) return `[${value.map(flatJson).join(', ')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${flatJson(part)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}
