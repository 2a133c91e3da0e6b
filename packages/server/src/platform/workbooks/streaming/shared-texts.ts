import { FileRefused } from '../refusal.ts'

const BLOCK = 1024 * 1024
/** The first texts of a workbook are the frequent ones: they are kept ready. */
const READY = 8192

/** The shared texts of a workbook, kept as bytes outside the heap: a million different ones cost what they are long. */
export class SharedTexts {
  readonly #blocks: Buffer[] = [Buffer.allocUnsafe(BLOCK)]
  readonly #ready: string[] = []
  #used = 0
  #starts = new Uint32Array(1024)
  #sizes = new Uint32Array(1024)
  #count = 0

  add(text: string): void {
    const size = Buffer.byteLength(text)
    if (size > BLOCK) throw new FileRefused('text_too_long', '有一个单元格的文字长得不正常', '缩短后重新保存再交')
    if (this.#used + size > BLOCK) {
      this.#blocks.push(Buffer.allocUnsafe(BLOCK))
      this.#used = 0
    }
    if (this.#count === this.#starts.length) {
      this.#starts = doubled(this.#starts)
      this.#sizes = doubled(this.#sizes)
    }
    this.#blocks.at(-1)?.write(text, this.#used)
    this.#starts[this.#count] = (this.#blocks.length - 1) * BLOCK + this.#used
    this.#sizes[this.#count] = size
    if (this.#count < READY) this.#ready.push(text)
    this.#used += size
    this.#count += 1
  }

  at(index: number): string | undefined {
    if (index < READY) return this.#ready[index]
    const start = this.#starts[index]
    const size = this.#sizes[index]
    if (start === undefined || size === undefined || index >= this.#count) return undefined
    const from = start % BLOCK
    return this.#blocks[Math.floor(start / BLOCK)]?.toString('utf8', from, from + size)
  }
}

function doubled(before: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const after = new Uint32Array(before.length * 2)
  after.set(before)
  return after
}
