/** The few newest things that were made, by a key that says all they were made of. */
export class Kept<Made> {
  readonly #made = new Map<string, Made>()
  readonly #most: number
  constructor(most: number) {
    this.#most = most
  }

  get(key: string, make: () => Made): Made {
    const before = this.#made.get(key)
    if (before !== undefined) return before
    const [oldest] = this.#made.keys()
    if (this.#made.size >= this.#most && oldest !== undefined) this.#made.delete(oldest)
    const made = make()
    this.#made.set(key, made)
    return made
  }
}
