import { type Finding, planReading, type RegisterRow } from '@eduduty/core/collection'
import { planPack, planRowChecks } from '@eduduty/core/evaluation'
import { findUnitColumn, type Register } from '@eduduty/core/packs'
import { keyringOfLent } from '../../platform/keys/lend-keys.ts'
import { FileRefused } from '../../platform/workbooks/refusal.ts'
import { openRows } from '../../platform/workbooks/streaming/open-rows.ts'
import type { StreamedCells } from '../../platform/workbooks/streaming/scan-row.ts'
import type { StreamedSheet } from '../../platform/workbooks/streaming/stream-workbook.ts'
import type { SheetRecord } from '../read-sheets.ts'
import { guardOf } from '../rows/cell-guard.ts'
import { foreignUnit, foreignYear } from './foreign-rows.ts'
import { KeptFindings } from './kept-findings.ts'
import { HEAD_ROWS, openTable, stackedTables } from './open-table.ts'
import { watchRepeats } from './repeated-rows.ts'
import { rowTexts } from './row-text.ts'
import type { StreamReply, StreamRequest, TakenBack } from './stream-protocol.ts'

/** Records to a batch: small enough that a slice of several of them does not keep an embedded engine busy for long. */
const BATCH_ROWS = 500

/** Takes what has been read; the reading goes on when it returns. */
export type HandOver = (reply: StreamReply) => Promise<void>

/** Reads one roster from its file: everything that costs time happens here. */
export async function readRoster(request: StreamRequest, hand: HandOver): Promise<void> {
  try {
    const opened = await openRows(request.path, request.name)
    const rows = opened.sheets.reduce((sum, sheet) => sum + (sheet.hidden ? 0 : sheet.height), 0)
    const { type, sha256, bytes } = opened
    await hand({ kind: 'opened', file: { type, sha256, bytes, rows } })
    await new RosterReading(request, hand).readAll(opened.sheets)
  } catch (cause) {
    await hand({ kind: 'refused', findings: [{ ...refusalOf(cause), file: request.name }] })
  }
}

function refusalOf(cause: unknown): Finding {
  if (cause instanceof FileRefused) return cause.finding
  if (!(cause instanceof Error && 'code' in cause && 'syscall' in cause)) throw cause
  return {
    level: 'error',
    code: 'unreadable_file',
    message: `文件读不出来（${String(cause.code)}）`,
    advice: '检查文件是否存在、是否有读取权限、是否被占用',
  }
}

class RosterReading {
  readonly #request: StreamRequest
  readonly #hand: HandOver
  readonly #register: Register
  readonly #plan
  readonly #checks
  readonly #textOf
  readonly #isSealing: boolean
  readonly #repeats
  readonly #unitColumn: string | undefined
  readonly #findings = new KeptFindings()
  readonly #takenBack: TakenBack[] = []
  #batch: { readonly row: RegisterRow; readonly sheet: number }[] = []
  #read = 0
  #cells = 0
  /** Records taken, by number of sheet. */
  readonly #taken = new Map<number, number>()

  constructor(request: StreamRequest, hand: HandOver) {
    const { pack, year, place } = request
    const register = pack.registers.find((one) => one.id === request.register)
    if (register === undefined) throw new RangeError(`no such register: ${request.register}`)
    this.#request = request
    this.#hand = hand
    this.#register = register
    this.#plan = planReading(pack.registers, pack.codes ?? [])
    this.#checks = planRowChecks(planPack(pack), register, year, { countyCode: place.county })
    const unitColumn = findUnitColumn(pack, register)?.id
    this.#unitColumn = unitColumn
    const guard = request.keys === undefined ? undefined : guardOf(keyringOfLent(request.keys), register, place.county)
    this.#isSealing = guard !== undefined
    this.#textOf = rowTexts(register, unitColumn, place, guard)
    this.#repeats = watchRepeats(register)
  }

  async readAll(sheets: readonly StreamedSheet[]): Promise<void> {
    const outcomes: ('read' | 'passed')[] = []
    for (const [at, sheet] of sheets.entries()) {
      const outcome = await this.#readSheet(sheet, at + 1)
      if (outcome === 'refused') return this.#hand({ kind: 'refused', findings: this.#findings.kept })
      outcomes.push(outcome)
    }
    await this.#send()
    // A later sheet may refuse records of an earlier one: they are counted when all is read.
    const records = sheets.map(({ name }, at): SheetRecord => {
      const register = outcomes[at] === 'read' ? { register: this.#register.id } : {}
      return { name, ...register, rows: this.#taken.get(at + 1) ?? 0 }
    })
    if (!records.some((record) => record.register !== undefined))
      return this.#hand({ kind: 'refused', findings: [...this.#findings.kept, this.#nothingFound()] })
    const summary = {
      sheets: records,
      rows: records.reduce((sum, { rows }) => sum + rows, 0),
      cells: this.#cells,
      findings: this.#findings.kept,
      counts: this.#findings.counts(),
      takenBack: this.#takenBack,
    }
    await this.#hand({ kind: 'read', summary })
  }

  async #readSheet(sheet: StreamedSheet, sheetNo: number): Promise<'read' | 'passed' | 'refused'> {
    const blocks = sheet.rows()[Symbol.asyncIterator]()
    const first: StreamedCells[] = []
    let isEnded = false
    while (!isEnded && first.length < HEAD_ROWS) {
      const step = await blocks.next()
      isEnded = step.done === true
      if (step.done !== true) first.push(...step.value)
    }
    const { name, mapping, year } = this.#request
    const own = { register: this.#register, plan: this.#plan, isSealing: this.#isSealing }
    const { streams, findings } = openTable(
      sheet,
      first.filter((row) => row.index < HEAD_ROWS),
      { ...own, file: name, year, ...(mapping === undefined ? {} : { mapping }) },
    )
    this.#findings.add(findings)
    if (streams.length === 0) {
      await blocks.return?.(undefined)
      return findings.some((finding) => finding.level === 'error') ? 'refused' : 'passed'
    }
    for (let block: readonly StreamedCells[] = first; ; ) {
      for (const row of block) {
        for (const stream of streams) {
          const { row: record, findings: said, otherTable } = stream.read(row.index, row.cells, row.hidden)
          this.#findings.add(said)
          if (otherTable !== undefined) {
            this.#findings.add([{ ...stackedTables(otherTable), file: name, sheet: sheet.name }])
            return 'refused'
          }
          if (record !== undefined) this.#take(record, sheetNo)
        }
        if (this.#batch.length >= BATCH_ROWS) await this.#send()
      }
      this.#read += block.length
      const step = await blocks.next()
      if (step.done === true) break
      block = step.value
    }
    for (const stream of streams) this.#findings.add(stream.finish().findings)
    return 'read'
  }

  #take(row: RegisterRow, sheet: number): void {
    const unit = this.#unitColumn === undefined ? undefined : row.values[this.#unitColumn]
    const { only } = this.#request
    if (only !== undefined && unit !== undefined && unit !== only) {
      this.#findings.add([foreignUnit(row, this.#register, String(unit))])
      return
    }
    if (row.year !== this.#request.year) {
      this.#findings.add([foreignYear(row, this.#register, this.#request.year)])
      return
    }
    const { findings, isTaken, instead } = this.#repeats(row, sheet)
    this.#findings.add(findings)
    if (isTaken) this.#keep(row, sheet)
    if (instead === undefined) return
    this.#count(instead.former.sheet, -1, -instead.former.cells)
    // The former row may still wait in this batch.
    const { line } = instead.former
    const at = this.#batch.findIndex((one) => one.sheet === instead.former.sheet && one.row.source.row === line - 1)
    if (at >= 0) this.#batch.splice(at, 1)
    else this.#takenBack.push(instead.former)
    this.#keep(instead.row, instead.sheet)
  }

  #keep(row: RegisterRow, sheet: number): void {
    this.#batch.push({ row, sheet })
    this.#count(sheet, 1, Object.keys(row.values).length)
  }

  #count(sheet: number, rows: number, cells: number): void {
    this.#taken.set(sheet, (this.#taken.get(sheet) ?? 0) + rows)
    this.#cells += cells
  }

  async #send(): Promise<void> {
    const batch = this.#batch
    this.#batch = []
    if (batch.length === 0) return
    this.#findings.add(this.#checks.run(batch.map(({ row }) => row)))
    const text = new TextEncoder().encode(batch.map(({ row, sheet }) => this.#textOf(row, sheet)).join(''))
    await this.#hand({ kind: 'batch', text, rows: batch.length, read: this.#read })
  }

  #nothingFound(): Finding {
    return {
      level: 'error',
      code: 'no_table_found',
      message: `文件里没有找到“${this.#register.title}”，什么也没有导入`,
      advice: '请用模板的表头；表头在前 60 行以内，一行一条',
      file: this.#request.name,
    }
  }
}
