import { canonicalJson, isArray, isObject, type Json, type JsonObject, mapEntries } from './json.ts'

/** What a schema is worth a name from: shorter ones are easier to read where they stand. */
const WORTH = 100

/** Names by canonical text, as the contracts have them. */
export type ContractNames = ReadonlyMap<string, string>

/** The schemas of a document with those that stand in several places, and those of contracts, named and written once. */
export class SchemaNaming {
  readonly #contracts: ContractNames
  readonly #places = new Map<string, number>()
  readonly #names = new Map<string, string>()
  readonly #schemas = new Map<string, Json>()

  constructor(contracts: ContractNames) {
    this.#contracts = contracts
  }

  /** To be called for the whole document before anything is named. */
  count(value: Json): void {
    if (isArray(value)) for (const part of value) this.count(part)
    if (!isObject(value)) return
    if (isNameable(value)) {
      const text = canonicalJson(value)
      const places = (this.#places.get(text) ?? 0) + 1
      this.#places.set(text, places)
      // What is inside stands there once, however often the whole does.
      if (places > 1) return
    }
    for (const part of Object.values(value)) this.count(part)
  }

  /** The value with references; `hint` is what a schema is called where it stands. */
  refer(value: Json, hint: string): Json {
    if (isArray(value)) return value.map((part) => this.refer(part, hint))
    if (!isObject(value)) return value
    const text = isNameable(value) ? canonicalJson(value) : ''
    if (text === '' || !this.#deservesName(text)) return this.#inside(value, hint)
    const known = this.#names.get(text)
    if (known !== undefined) return { $ref: `#/components/schemas/${known}` }
    const name = this.#freeName(this.#contracts.get(text) ?? pascal(hint))
    this.#names.set(text, name)
    // Its place among the others is that of its first use.
    this.#schemas.set(name, null)
    this.#schemas.set(name, this.#inside(value, name))
    return { $ref: `#/components/schemas/${name}` }
  }

  schemas(): JsonObject {
    return Object.fromEntries(this.#schemas)
  }

  #inside(value: JsonObject, hint: string): JsonObject {
    const { properties } = value
    return mapEntries(value, (part, key) => {
      if (key === 'properties' && isObject(properties)) return mapEntries(properties, (one, id) => this.refer(one, id))
      return this.refer(part, hint)
    })
  }

  #deservesName(text: string): boolean {
    return this.#contracts.has(text) || ((this.#places.get(text) ?? 0) > 1 && text.length >= WORTH)
  }

  #freeName(wanted: string): string {
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? wanted : `${wanted}${count}`
      if (!this.#schemas.has(name)) return name
    }
  }
}

function isNameable(value: JsonObject): boolean {
  return (
    value.type === 'object' ||
    isArray(value.anyOf) ||
    isArray(value.allOf) ||
    (isArray(value.enum) && value.enum.length > 1)
  )
}

export function pascal(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
}
