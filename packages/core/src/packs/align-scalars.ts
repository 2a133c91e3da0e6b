import { isMap, isScalar, isSeq } from 'yaml'

/** The part of a JSON Schema that decides how a plain scalar is to be read. */
interface SchemaShape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, SchemaShape>>
  readonly patternProperties?: Readonly<Record<string, SchemaShape>>
  readonly items?: SchemaShape
  readonly anyOf?: readonly SchemaShape[]
  readonly const?: unknown
}

/**
 * Turns a YAML node into plain data. Where the schema wants text, an unquoted number or date keeps the text
 * the author wrote, so that 4.20 and 110101 stay exactly that.
 */
export function toPlain(node: unknown, schema: SchemaShape | undefined): unknown {
  if (isScalar(node)) return readScalar(node.value, node.source, schema)
  if (isSeq(node)) {
    const items = pick(schema, (shape) => shape.items !== undefined)?.items
    return node.items.map((item) => toPlain(item, items))
  }
  if (isMap(node)) {
    const keys = node.items.map((pair) => (isScalar(pair.key) ? String(pair.key.value) : String(pair.key)))
    const told = (candidate: SchemaShape): boolean =>
      node.items.every((pair, at) => {
        const constant = candidate.properties?.[keys[at] ?? '']?.const
        return constant === undefined || (isScalar(pair.value) && pair.value.value === constant)
      })
    const shape =
      pick(schema, (candidate) => keys.every((key) => candidate.properties?.[key] !== undefined) && told(candidate)) ??
      pick(schema, (candidate) => candidate.type === 'object' && told(candidate)) ??
      pick(schema, (candidate) => candidate.type === 'object')
    const entries = node.items.map((pair): [string, unknown] => {
      const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key)
      return [key, toPlain(pair.value, propertyOf(shape, key))]
    })
    return Object.fromEntries(entries.filter(([key]) => key !== '__proto__'))
  }
  return undefined
}

function readScalar(value: unknown, source: string | undefined, schema: SchemaShape | undefined): unknown {
  if (typeof value !== 'number' && typeof value !== 'bigint') return value
  const variants = schema?.anyOf ?? (schema === undefined ? [] : [schema])
  const wantsNumber = variants.some((variant) => variant.type === 'integer' || variant.type === 'number')
  return wantsNumber ? Number(value) : (source ?? String(value))
}

function propertyOf(shape: SchemaShape | undefined, key: string): SchemaShape | undefined {
  return shape?.properties?.[key] ?? Object.values(shape?.patternProperties ?? {})[0]
}

function pick(schema: SchemaShape | undefined, fits: (shape: SchemaShape) => boolean): SchemaShape | undefined {
  if (schema === undefined) return undefined
  return fits(schema) ? schema : schema.anyOf?.find(fits)
}
