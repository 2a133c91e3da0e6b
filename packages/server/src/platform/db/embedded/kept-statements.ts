import { protocol } from '@electric-sql/pglite'

const { serialize } = protocol

/** So many statements are kept, those asked last; each holds some ten to hundred kilobytes of the engine's memory. */
const most = 200
/** Longer ones are put together for one occasion. */
const longest = 8_000
/** After so many rows were written, plans are made anew: the tables are no longer those they were made for. */
const manyRows = 2_000

const keepable = /^\s*(?:select|insert|update|delete|with)\b/i
const changesTables = /\b(?:create|alter|drop)\b|^\s*copy\b.*\bfrom\b/i
const undoes = /^\s*rollback\b/i
const settles = /^\s*(?:commit|rollback(?!\s+to\b))\b/i

interface Kept {
  readonly name: string
  /** Rows written by the session before it was kept. */
  readonly since: number
}

/** How a statement is named in an exchange, and what goes before it. */
export interface Naming {
  readonly name: string
  /** Messages that end what is kept no longer, and make what is to be kept. */
  readonly before: readonly Uint8Array[]
}

/**
 * Statements that a session keeps parsed and planned: with row access, planning a small one takes longer than answering
 * it. What is asked for the second time is kept; a table that changes its form ends all of them.
 */
export class KeptStatements {
  readonly #kept = new Map<string, Kept>()
  readonly #asked = new Set<string>()
  #ended: string[] = []
  #made = 0
  #written = 0
  #tablesChanged = false

  /** To be called before each statement, in the order in which the engine gets them. */
  nameFor(statement: string): Naming {
    this.note(statement)
    const kept = this.#find(statement)
    const parse = (name: string) => serialize.parse({ text: statement, name })
    if (kept !== undefined) return { name: kept.name, before: this.#endings() }
    if (!this.#isWorthKeeping(statement)) return { name: '', before: [...this.#endings(), parse('')] }
    this.#made += 1
    const name = `kept_${this.#made}`
    this.#kept.set(statement, { name, since: this.#written })
    if (this.#kept.size > most) this.#end([...this.#kept.keys()].slice(0, 1))
    return { name, before: [...this.#endings(), parse(name)] }
  }

  /** A statement that failed may not have been made. */
  failed(statement: string): void {
    this.#end([statement])
  }

  wrote(rows: number): void {
    this.#written += rows
  }

  /** Tells of a statement that goes by another way: what a changed table looked like before is not to be relied on. */
  note(statement: string): void {
    this.#note(statement, !keepable.test(statement) && changesTables.test(statement))
  }

  /** The same of several statements in one text, of which any may change a table. */
  noteScript(statements: string): void {
    this.#note(statements, changesTables.test(statements))
  }

  #note(text: string, changes: boolean): void {
    if (changes || (this.#tablesChanged && undoes.test(text))) this.#end([...this.#kept.keys()])
    if (changes) this.#tablesChanged = true
    else if (settles.test(text)) this.#tablesChanged = false
  }

  /** Kept at the end of the list as what was asked last; not found when much was written since. */
  #find(statement: string): Kept | undefined {
    const kept = this.#kept.get(statement)
    if (kept === undefined) return undefined
    if (this.#written - kept.since > manyRows) {
      this.#end([statement])
      return undefined
    }
    this.#kept.delete(statement)
    this.#kept.set(statement, kept)
    return kept
  }

  #isWorthKeeping(statement: string): boolean {
    if (statement.length > longest || !keepable.test(statement)) return false
    if (this.#asked.has(statement)) return true
    if (this.#asked.size >= 5 * most) this.#asked.clear()
    this.#asked.add(statement)
    return false
  }

  #end(statements: readonly string[]): void {
    for (const statement of statements) {
      const kept = this.#kept.get(statement)
      if (kept !== undefined) this.#ended.push(kept.name)
      this.#kept.delete(statement)
    }
  }

  /** In a transaction that has failed the engine ends nothing but the transaction; it takes these at any time. */
  #endings(): readonly Uint8Array[] {
    const ended = this.#ended
    this.#ended = []
    return ended.map((name) => serialize.close({ type: 'S', name }))
  }
}
