import { beforeAll, describe, expect, it } from 'vitest'
import { makeOpenApi, routes } from '../../src/http/routes.ts'
import { isArray, isObject, type Json, type JsonObject, mapEntries } from '../../src/platform/http/description/json.ts'
import { plainSchemas } from '../../src/platform/http/description/plain-schemas.ts'
import { describeInFull } from '../../src/platform/http/open-api-text.ts'

let text = ''
let document: JsonObject = {}
let full: JsonObject = {}

beforeAll(async () => {
  text = await makeOpenApi()
  document = objectOf(JSON.parse(text))
  full = objectOf(plainSchemas(await describeInFull(routes)))
})

function objectOf(value: Json | undefined): JsonObject {
  if (!isObject(value)) throw new Error('no object')
  return value
}

/** What a reference stands for; a document that refers to nothing is no document. */
function resolve(reference: string): Json {
  const found = reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), document)
  if (found === undefined) throw new Error(`nothing at ${reference}`)
  return found
}

function expanded(value: Json): Json {
  if (isArray(value)) return value.map(expanded)
  if (!isObject(value)) return value
  return typeof value.$ref === 'string' ? expanded(resolve(value.$ref)) : mapEntries(value, expanded)
}

function visit(value: Json, see: (object: JsonObject) => void): void {
  if (isArray(value)) for (const part of value) visit(part, see)
  if (!isObject(value)) return
  see(value)
  for (const part of Object.values(value)) visit(part, see)
}

interface Operation {
  readonly path: string
  readonly method: string
  readonly operation: JsonObject
}

function operationsOf(paths: Json | undefined): readonly Operation[] {
  return Object.entries(objectOf(paths)).flatMap(([path, methods]) =>
    Object.entries(objectOf(methods)).map(([method, operation]) => ({ path, method, operation: objectOf(operation) })),
  )
}

const parametersOf = ({ operation }: Operation): readonly JsonObject[] =>
  (isArray(operation.parameters) ? operation.parameters : []).map((one) => objectOf(expanded(one)))

const isSchema = (key: string) => /^(?:type|enum|properties|items|anyOf|required|additionalProperties)$/.test(key)

/** Keywords that OpenAPI 3.0 knows in a schema; it refuses const, patternProperties and lists of types. */
const keywords = new Set(
  `$ref type enum properties items anyOf allOf oneOf not required additionalProperties description title default
   nullable format pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems
   maxItems uniqueItems minProperties maxProperties readOnly writeOnly deprecated`.split(/\s+/),
)

function schemaFaults(schema: Json, place: string): readonly string[] {
  if (!isObject(schema)) return [`${place}: no schema`]
  const known = Object.keys(schema).filter((key) => !keywords.has(key))
  const faults = known.map((key) => `${place}: ${key}`)
  const { type, properties, items, anyOf } = schema
  if (type !== undefined && !/^(?:string|number|integer|boolean|array|object)$/.test(String(type)))
    faults.push(`${place}: type ${String(type)}`)
  if (type === 'array' && !isObject(items)) faults.push(`${place}: a list of nothing`)
  for (const [name, one] of Object.entries(isObject(properties) ? properties : {}))
    faults.push(...schemaFaults(one, `${place}.${name}`))
  for (const name of isArray(schema.required) ? schema.required : [])
    if (!isObject(properties) || properties[String(name)] === undefined)
      faults.push(`${place}: requires ${String(name)}`)
  for (const one of [...(isArray(anyOf) ? anyOf : []), ...(isObject(items) ? [items] : [])])
    faults.push(...schemaFaults(one, place))
  return faults
}

describe('the description of the interface', () => {
  it('is small enough to be read, and contracts have their names in it', () => {
    // Written out at every route, schemas alone would take several times as much.
    expect(text.length / operationsOf(document.paths).length).toBeLessThan(2_300)
    const { schemas } = objectOf(document.components)
    expect(Object.keys(objectOf(schemas))).toEqual(expect.arrayContaining(['Problem', 'TaskEntry', 'UploadEntry']))
  })

  it('says of every route what the route itself declares', () => {
    const now = operationsOf(document.paths)
    const before = operationsOf(full.paths)
    expect(now.map(({ path, method }) => `${method} ${path}`)).toEqual(
      before.map(({ path, method }) => `${method} ${path}`),
    )
    for (const [at, one] of now.entries()) {
      const operation: JsonObject = before[at]?.operation ?? {}
      const place = `${one.method} ${one.path}`
      expect([place, parametersOf(one)]).toEqual([place, operation.parameters ?? []])
      expect([place, expanded(one.operation.requestBody ?? null)]).toEqual([place, operation.requestBody ?? null])
      for (const [code, response] of Object.entries(objectOf(one.operation.responses))) {
        const declared = objectOf(objectOf(operation.responses)[code])
        const [own, theirs] = [expanded(response), declared].map((part) =>
          Object.values(objectOf(objectOf(part).content ?? {})),
        )
        expect([place, code, own]).toEqual([place, code, theirs])
      }
    }
  })

  it('is valid: every reference leads somewhere, nothing lies unused, and schemas say what OpenAPI 3.0 knows', () => {
    expect(document.openapi).toMatch(/^3\.0\.\d+$/)
    const used = new Set<string>()
    visit(document, ({ $ref }) => {
      if (typeof $ref !== 'string') return
      used.add($ref)
      resolve($ref)
    })
    const faults: string[] = []
    for (const [kind, parts] of Object.entries(objectOf(document.components)))
      for (const [name, part] of Object.entries(objectOf(parts))) {
        if (!/^[A-Za-z0-9_]+$/.test(name)) faults.push(`${name} is no name`)
        if (!used.has(`#/components/${kind}/${name}`)) faults.push(`${name} is used nowhere`)
        if (kind === 'schemas') faults.push(...schemaFaults(part, name))
      }
    for (const one of operationsOf(document.paths)) faults.push(...operationFaults(one))
    expect(faults).toEqual([])
  })

  it('says of every route that takes a file, by its name in the address, that its body is one', () => {
    const isName = (given: JsonObject): boolean => given.in === 'query' && given.name === 'name'
    const bodies = operationsOf(document.paths)
      .filter((one) => one.method === 'post' && parametersOf(one).some(isName))
      .map(({ path, operation }) => [
        path,
        operation.requestBody === undefined ? null : expanded(operation.requestBody),
      ])
    expect(bodies.map(([path]) => path)).toContain('/api/collection/tasks/{county}/{task}/upload')
    const file = { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
    for (const [path, body] of bodies) expect([path, body]).toMatchObject([path, file])
  })
})

function operationFaults(one: Operation): readonly string[] {
  const place = `${one.method} ${one.path}`
  const faults: string[] = []
  if (!/^(?:get|put|post|delete|patch|head|options)$/.test(one.method)) faults.push(`${place}: method`)
  const parameters = parametersOf(one)
  for (const [, name] of one.path.matchAll(/\{(\w+)\}/g))
    if (!parameters.some((given) => given.in === 'path' && given.name === name && given.required === true))
      faults.push(`${place}: {${name}} is not declared`)
  for (const given of parameters) faults.push(...schemaFaults(given.schema ?? null, `${place} ${String(given.name)}`))
  const responses = Object.entries(objectOf(one.operation.responses))
  if (responses.length === 0) faults.push(`${place}: no response`)
  for (const [code, response] of responses) {
    if (!/^(?:default|[1-5](?:\d\d|XX))$/.test(code)) faults.push(`${place}: response ${code}`)
    if (typeof objectOf(expanded(response)).description !== 'string') faults.push(`${place}: ${code} says nothing`)
  }
  visit(one.operation, (object) => {
    if (Object.keys(object).every(isSchema) && typeof object.type === 'string')
      faults.push(...schemaFaults(object, place))
  })
  return faults
}
