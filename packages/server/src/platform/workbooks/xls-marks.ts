/** What the library leaves out of an xls sheet: visibility and which cells are formulas. */
export interface XlsMarks {
  readonly hidden: boolean
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  /** Keys `row,column`. */
  readonly computed: ReadonlySet<string>
}

const RECORD = {
  formula: 0x06,
  eof: 0x0a,
  filePass: 0x2f,
  columnInfo: 0x7d,
  boundSheet: 0x85,
  row: 0x208,
  bof: 0x809,
} as const

interface BiffRecord {
  readonly id: number
  readonly data: Buffer
}

function* recordsFrom(stream: Buffer, start: number): Generator<BiffRecord> {
  for (let at = start; at + 4 <= stream.length; ) {
    const length = stream.readUInt16LE(at + 2)
    yield { id: stream.readUInt16LE(at), data: stream.subarray(at + 4, at + 4 + length) }
    at += 4 + length
  }
}

/** True when the workbook stream is enciphered (a password to open it). */
export function isXlsEncrypted(stream: Buffer): boolean {
  for (const record of recordsFrom(stream, 0)) {
    if (record.id === RECORD.filePass) return true
    if (record.id === RECORD.eof || record.id === RECORD.boundSheet) return false
  }
  return false
}

/** Marks of every sheet, in the order of the workbook. */
export function readXlsMarks(stream: Buffer): readonly XlsMarks[] {
  const sheets: XlsMarks[] = []
  for (const record of recordsFrom(stream, 0)) {
    if (record.id === RECORD.eof) break
    if (record.id !== RECORD.boundSheet || record.data.length < 6) continue
    sheets.push(marksOf(stream, record.data.readUInt32LE(0), (record.data.readUInt8(4) & 3) !== 0))
  }
  return sheets
}

function marksOf(stream: Buffer, start: number, hidden: boolean): XlsMarks {
  const hiddenRows = new Set<number>()
  const hiddenColumns = new Set<number>()
  const computed = new Set<string>()
  let depth = 0
  for (const { id, data } of recordsFrom(stream, start)) {
    if (id === RECORD.bof) depth += 1
    if (id === RECORD.eof) depth -= 1
    if (depth <= 0) break
    if (depth > 1) continue
    if (id === RECORD.formula && data.length >= 4) computed.add(`${data.readUInt16LE(0)},${data.readUInt16LE(2)}`)
    if (id === RECORD.row && data.length >= 14 && (data.readUInt16LE(12) & 0x20) !== 0)
      hiddenRows.add(data.readUInt16LE(0))
    if (id === RECORD.columnInfo && data.length >= 10 && (data.readUInt16LE(8) & 1) !== 0) {
      for (let column = data.readUInt16LE(0); column <= Math.min(data.readUInt16LE(2), 255); column += 1)
        hiddenColumns.add(column)
    }
  }
  return { hidden, hiddenRows, hiddenColumns, computed }
}
