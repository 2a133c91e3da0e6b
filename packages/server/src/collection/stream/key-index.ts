/** Where a record with the same key stood before. */
export interface Earlier {
  /** Position of the record among all records, from 0. */
  readonly record: number
  /** Every value is the same too. */
  readonly isSame: boolean
  /** A record with this key and other values has been seen already. */
  readonly isDisputed: boolean
}

const FREE = 0xffffffff

/**
 * Finds records with the same key among millions: 24 bytes a record. Keys and values are kept as fingerprints; two keys
 * of a million share one by chance once in about thirty million files.
 */
export class KeyIndex {
  #capacity = 4096
  #keys = new Uint32Array(this.#capacity * 2)
  #values = new Uint32Array(this.#capacity * 2)
  #records = new Uint32Array(this.#capacity).fill(FREE)
  readonly #disputed = new Set<number>()
  #count = 0

  /** Takes a record; gives the first one with the same key, if there was one. */
  add(key: string, values: string, record: number): Earlier | undefined {
    if (this.#count * 2 >= this.#capacity) this.#grow()
    const [high, low] = fingerprint(key)
    const [first, second] = fingerprint(values)
    const at = this.#slotOf(high, low)
    const before = this.#records[at]
    if (before !== undefined && before !== FREE) {
      const isSame = this.#values[at * 2] === first && this.#values[at * 2 + 1] === second
      const isDisputed = this.#disputed.has(before)
      if (!isSame) this.#disputed.add(before)
      return { record: before, isSame, isDisputed }
    }
    this.#put(at, high, low, first, second, record)
    this.#count += 1
    return undefined
  }

  #slotOf(high: number, low: number): number {
    const mask = this.#capacity - 1
    let at = low & mask
    while (this.#records[at] !== FREE && (this.#keys[at * 2] !== high || this.#keys[at * 2 + 1] !== low))
      at = (at + 1) & mask
    return at
  }

  #put(at: number, high: number, low: number, first: number, second: number, record: number): void {
    this.#keys[at * 2] = high
    this.#keys[at * 2 + 1] = low
    this.#values[at * 2] = first
    this.#values[at * 2 + 1] = second
    this.#records[at] = record
  }

  #grow(): void {
    const [keys, values, records] = [this.#keys, this.#values, this.#records]
    this.#capacity *= 2
    this.#keys = new Uint32Array(this.#capacity * 2)
    this.#values = new Uint32Array(this.#capacity * 2)
    this.#records = new Uint32Array(this.#capacity).fill(FREE)
    for (const [at, record] of records.entries()) {
      if (record === FREE) continue
      const [high = 0, low = 0] = keys.subarray(at * 2, at * 2 + 2)
      const [first = 0, second = 0] = values.subarray(at * 2, at * 2 + 2)
      this.#put(this.#slotOf(high, low), high, low, first, second, record)
    }
  }
}

/** 64 bits of a text, as two numbers. */
function fingerprint(text: string): readonly [number, number] {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return [high >>> 0, low >>> 0]
}
