import type { FileLimits } from './limits.ts'
import { FileRefused } from './refusal.ts'

export interface SheetMeasure {
  readonly cells: number
  /** Last row and column, one-based, that cells name. */
  readonly height: number
  readonly width: number
  /** Merged ranges as written: A1:B2. */
  readonly merges: readonly string[]
}

/** Counts cells and merges of one XML part as it streams by, and refuses entity declarations. Keeps one tag at most. */
export class SheetCounter {
  cells = 0
  readonly #name: string
  readonly #isSheet: boolean
  readonly #limits: FileLimits
  readonly #ranges: string[] = []
  #carry = ''
  #merges = 0
  #lastRow = 0
  #lastColumn = 0
  #prefix: string | undefined

  constructor(name: string, isSheet: boolean, limits: FileLimits) {
    this.#name = name
    this.#isSheet = isSheet
    this.#limits = limits
  }

  add(chunk: Buffer): void {
    const text = this.#carry + chunk.toString('latin1')
    if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) {
      throw new FileRefused(
        'xml_entities',
        `部件 ${this.#name.slice(0, 60)} 里有实体声明，是恶意构造的文件`,
        '不要打开这个文件；请向填报单位重新索取',
      )
    }
    const cut = text.lastIndexOf('<')
    const end = cut >= 0 && text.length - cut < 1024 ? cut : text.length
    this.#carry = text.slice(end)
    if (this.#isSheet) this.#count(text, end)
  }

  #count(text: string, end: number): void {
    this.#prefix ??= /<(\w+:)?(?:sheetData|dimension|sheetViews)/.exec(text)?.[1] ?? ''
    const cell = `<${this.#prefix}c `
    for (let at = text.indexOf(cell); at >= 0 && at < end; at = text.indexOf(cell, at + 3)) {
      this.cells += 1
      const from = at + cell.length
      if (text.startsWith('r="', from)) this.#measure(text, from + 3)
    }
    const merge = `<${this.#prefix}mergeCell `
    for (let at = text.indexOf(merge); at >= 0 && at < end; at = text.indexOf(merge, at + 9)) {
      this.#merges += 1
      const range = /^[^>]*?\sref\s*=\s*["']([A-Z0-9:$]+)["']/.exec(text.slice(at, at + 80))?.[1]
      if (range !== undefined && this.#merges <= this.#limits.merges) this.#ranges.push(range)
    }
    if (this.#merges > this.#limits.merges) {
      throw new FileRefused('too_many_merges', `合并单元格超过 ${this.#limits.merges} 处`, '取消多余的合并后另存')
    }
  }

  #measure(text: string, from: number): void {
    let column = 0
    let at = from
    for (let code = text.charCodeAt(at); code >= 65 && code <= 90; code = text.charCodeAt(at)) {
      column = column * 26 + code - 64
      at += 1
    }
    let row = 0
    for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(at)) {
      row = row * 10 + code - 48
      at += 1
    }
    if (row > this.#lastRow) this.#lastRow = row
    if (column > this.#lastColumn) this.#lastColumn = column
  }

  measure(): SheetMeasure {
    return { cells: this.cells, height: this.#lastRow, width: this.#lastColumn, merges: this.#ranges }
  }

  /** Called after the last chunk. */
  check(): void {
    if (this.#lastRow * this.#lastColumn <= this.#limits.rectangle) return
    throw new FileRefused(
      'sheet_too_large',
      `有一张表一直延伸到第 ${this.#lastRow} 行、第 ${this.#lastColumn} 列，中间几乎是空的`,
      '删去数据区以外的行和列（选中整行整列后右键删除）再保存',
    )
  }
}
