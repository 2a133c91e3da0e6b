import { canonicalJson, isArray, isObject, type Json, type JsonObject, mapEntries } from './json.ts'
import { type ContractNames, pascal, SchemaNaming } from './name-schemas.ts'
import { plainSchemas } from './plain-schemas.ts'

/** Places from which a parameter or a response is written once. */
const OFTEN = 3

/**
 * An OpenAPI document that says the same with everything repeated written once, under `components`: contracts by their
 * own names, other schemas by where they first stand, common parameters and responses.
 */
export function compactDescription(given: Json, contracts: ContractNames): Json {
  const document = plainSchemas(given)
  if (!isObject(document) || !isObject(document.paths)) return document
  const paths = eachOperation(document.paths, withProblems)
  const naming = new SchemaNaming(contracts)
  naming.count(paths)
  const referred = eachOperation(paths, (operation, path) => withReferences(operation, naming, path))
  const parameters = new SharedParts('parameters', parameterName)
  const responses = new SharedParts('responses', () => 'Problem')
  for (const operation of operationsOf(referred)) {
    for (const one of isArray(operation.parameters) ? operation.parameters : []) parameters.count(one)
    for (const [code, one] of Object.entries(isObject(operation.responses) ? operation.responses : {}))
      if (isProblem(code)) responses.count(one)
  }
  const shared = eachOperation(referred, (operation) => ({
    ...operation,
    ...(isArray(operation.parameters) && { parameters: operation.parameters.map((one) => parameters.refer(one)) }),
    ...(isObject(operation.responses) && { responses: mapEntries(operation.responses, (one) => responses.refer(one)) }),
  }))
  const components = { schemas: naming.schemas(), parameters: parameters.parts(), responses: responses.parts() }
  return { ...document, components, paths: shared }
}

const isProblem = (code: string): boolean => /^[45]XX$/i.test(code)

/** Refusals are sent as problem+json, whatever the route answers otherwise. */
function withProblems(operation: JsonObject): JsonObject {
  if (!isObject(operation.responses)) return operation
  const responses = mapEntries(operation.responses, (response, code) => {
    if (!isObject(response)) return response
    if (!isProblem(code)) return { ...response, description: '完成' }
    const [content] = Object.values(isObject(response.content) ? response.content : {})
    return { description: '没有完成，及其原因', content: { 'application/problem+json': content ?? {} } }
  })
  return { ...operation, responses }
}

function withReferences(operation: JsonObject, naming: SchemaNaming, path: string): JsonObject {
  const own = path.split('/').findLast((part) => part !== '' && !part.startsWith('{')) ?? 'api'
  return mapEntries(operation, (part, key) => {
    if (key === 'requestBody') return naming.refer(part, `${own} body`)
    return key === 'responses' ? naming.refer(part, `${own} answer`) : part
  })
}

function eachOperation(paths: JsonObject, change: (operation: JsonObject, path: string) => Json): JsonObject {
  return mapEntries(paths, (methods, path) =>
    isObject(methods) ? mapEntries(methods, (one) => (isObject(one) ? change(one, path) : one)) : methods,
  )
}

function operationsOf(paths: JsonObject): readonly JsonObject[] {
  return Object.values(paths).flatMap((methods) => (isObject(methods) ? Object.values(methods).filter(isObject) : []))
}

function parameterName(parameter: Json): string {
  if (!isObject(parameter)) return ''
  return pascal(`${String(parameter.name)} in ${String(parameter.in)}`)
}

/** Parts of one kind that are written once where they stand often. */
class SharedParts {
  readonly #kind: string
  readonly #nameOf: (part: Json) => string
  readonly #places = new Map<string, number>()
  readonly #names = new Map<string, string>()
  readonly #parts = new Map<string, Json>()

  constructor(kind: string, nameOf: (part: Json) => string) {
    this.#kind = kind
    this.#nameOf = nameOf
  }

  count(part: Json): void {
    const text = canonicalJson(part)
    this.#places.set(text, (this.#places.get(text) ?? 0) + 1)
  }

  refer(part: Json): Json {
    const text = canonicalJson(part)
    if ((this.#places.get(text) ?? 0) < OFTEN) return part
    const name = this.#names.get(text) ?? this.#freeName(this.#nameOf(part))
    this.#names.set(text, name)
    this.#parts.set(name, part)
    return { $ref: `#/components/${this.#kind}/${name}` }
  }

  parts(): JsonObject {
    return Object.fromEntries(this.#parts)
  }

  #freeName(wanted: string): string {
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? wanted : `${wanted}${count}`
      if (!this.#parts.has(name)) return name
    }
  }
}
