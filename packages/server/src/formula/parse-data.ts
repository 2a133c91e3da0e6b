/** A JSON value whose numbers are kept exactly as written. */
export type ExactJson =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'plain'; readonly value: string | boolean | null }
  | { readonly kind: 'array'; readonly items: readonly ExactJson[] }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, ExactJson> }

/** The data file is not readable; the message is in Chinese and says where. */
export class DataFileError extends Error {}

const MAX_DEPTH = 50
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const TEXT = /"(?:[^"\\]|\\.)*"/sy
const GAP = /[ \t\r\n]*/y
const WORDS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

class Reader {
  private at = 0
  private depth = 0
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)?.[0]
    this.at += found?.length ?? 0
    return found
  }

  private skip(): string {
    this.match(GAP)
    return this.source[this.at] ?? ''
  }

  private fail(message: string): DataFileError {
    const before = this.source.slice(0, this.at)
    const line = before.split('\n').length
    return new DataFileError(`数据文件第 ${line} 行第 ${this.at - before.lastIndexOf('\n')} 字：${message}`)
  }

  private take(character: string): boolean {
    if (this.skip() !== character) return false
    this.at++
    return true
  }

  private text(): string {
    const written = this.match(TEXT)
    if (written === undefined) throw this.fail('这里应当是用双引号括起的文字')
    try {
      const value: unknown = JSON.parse(written)
      return typeof value === 'string' ? value : ''
    } catch {
      throw this.fail(`文字${written.slice(0, 30)}里有不合格的字符或转义`)
    }
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > MAX_DEPTH) throw this.fail(`嵌套超过 ${MAX_DEPTH} 层`)
    const result = read()
    this.depth--
    return result
  }

  private object(): ExactJson {
    const entries = new Map<string, ExactJson>()
    if (this.take('}')) return { kind: 'object', entries }
    do {
      this.skip()
      const key = this.text()
      if (entries.has(key)) throw this.fail(`“${key}”写了两次`)
      if (!this.take(':')) throw this.fail('名称后面缺少冒号“:”')
      entries.set(key, this.value())
    } while (this.take(','))
    if (!this.take('}')) throw this.fail('缺少“}”或逗号')
    return { kind: 'object', entries }
  }

  private array(): ExactJson {
    const items: ExactJson[] = []
    if (this.take(']')) return { kind: 'array', items }
    do items.push(this.value())
    while (this.take(','))
    if (!this.take(']')) throw this.fail('缺少“]”或逗号')
    return { kind: 'array', items }
  }

  private value(): ExactJson {
    const character = this.skip()
    if (this.take('{')) return this.nested(() => this.object())
    if (this.take('[')) return this.nested(() => this.array())
    if (character === '"') return { kind: 'plain', value: this.text() }
    for (const [word, value] of WORDS)
      if (this.source.startsWith(word, this.at)) {
        this.at += word.length
        return { kind: 'plain', value }
      }
    const text = this.match(NUMBER)
    if (text === undefined || text === '')
      throw this.fail(character === '' ? '文件在这里突然结束' : '这里应当是数字、文字、true、false 或 null')
    return { kind: 'number', text }
  }

  whole(): ExactJson {
    const value = this.value()
    if (this.skip() !== '') throw this.fail('多出了内容')
    return value
  }
}

/** Reads JSON text without ever passing a number through floating point. Throws `DataFileError`. */
export function parseExactJson(source: string): ExactJson {
  return new Reader(source.replace(/^\uFEFF/, '')).whole()
}
