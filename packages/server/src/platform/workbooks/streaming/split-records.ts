import { LONGEST_RECORD, unpairedQuotes } from '../read-delimited.ts'

/** Splits delimited text into records as its pieces come; the same records that the whole text would give. */
export interface RecordSplitter {
  add(piece: string): readonly (readonly string[])[]
  /** The last record, when the text does not end with a line end. */
  finish(): readonly (readonly string[])[]
}

interface Taken {
  readonly record: readonly string[]
  readonly next: number
}

export function splitRecords(delimiter: string): RecordSplitter {
  let rest = ''
  let lineEnd: string | undefined
  const split = (text: string, isLast: boolean): readonly (readonly string[])[] => {
    lineEnd ??= findLineEnd(text, delimiter, isLast)
    const records: (readonly string[])[] = []
    let at = 0
    while (at < text.length) {
      const taken = takeRecord(text, at, delimiter, lineEnd, isLast)
      if (taken === undefined) break
      records.push(taken.record)
      at = taken.next
    }
    rest = text.slice(at)
    if (rest.length > LONGEST_RECORD) throw unpairedQuotes()
    return records
  }
  return { add: (piece) => split(rest + piece, false), finish: () => split(rest, true) }
}

/** The line end of the whole text is the first one outside quotes; undefined while none has come. */
function findLineEnd(text: string, delimiter: string, isLast: boolean): string | undefined {
  let isQuoted = false
  let isFieldStart = true
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (at + 1 === text.length && !isLast) return undefined
    const next = text.charAt(at + 1)
    if (isQuoted) {
      if (sign !== '"') continue
      if (next === '"') at += 1
      else isQuoted = false
      continue
    }
    if (sign === '\n') return '\n'
    if (sign === '\r') return next === '\n' ? '\r\n' : '\r'
    isQuoted = sign === '"' && isFieldStart
    isFieldStart = sign === delimiter
  }
  return isLast ? '\n' : undefined
}

/** The record that begins at `at`; undefined when its end has not come yet. */
function takeRecord(
  text: string,
  at: number,
  delimiter: string,
  lineEnd: string | undefined,
  isLast: boolean,
): Taken | undefined {
  if (lineEnd === undefined) return undefined
  const record: string[] = []
  let from = at
  let end = endFrom(text, from, lineEnd)
  for (;;) {
    if (text.charCodeAt(from) === 34) {
      const quoted = takeQuoted(text, from, delimiter, lineEnd, isLast)
      if (quoted === undefined) return undefined
      record.push(quoted.field)
      from = quoted.next
      if (text.startsWith(delimiter, from)) {
        from += delimiter.length
        end = endFrom(text, from, lineEnd)
        continue
      }
      return { record, next: from + lineEnd.length }
    }
    if (end < 0 && !isLast) return undefined
    const stop = end < 0 ? text.length : end
    const comma = text.indexOf(delimiter, from)
    if (comma < 0 || comma >= stop) {
      record.push(text.slice(from, stop))
      if (stop - at > LONGEST_RECORD) throw unpairedQuotes()
      return { record, next: stop + lineEnd.length }
    }
    record.push(text.slice(from, comma))
    from = comma + delimiter.length
  }
}

const endFrom = (text: string, from: number, lineEnd: string): number => text.indexOf(lineEnd, from)

interface Quoted {
  readonly field: string
  /** Place of the delimiter or line end behind the field. */
  readonly next: number
}

/** A field in quotes. Where a quote inside neither ends it nor is doubled, all its quotes are signs of the text. */
function takeQuoted(
  text: string,
  from: number,
  delimiter: string,
  lineEnd: string,
  isLast: boolean,
): Quoted | undefined {
  let field = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0 && isLast) throw unpairedQuotes()
    const behind = quote + 1
    if (quote < 0 || (behind + lineEnd.length > text.length && !isLast)) return undefined
    field += text.slice(at, quote)
    if (text.charCodeAt(behind) === 34) {
      field += '"'
      at = behind + 1
    } else if (behind >= text.length || text.startsWith(delimiter, behind) || text.startsWith(lineEnd, behind)) {
      return { field, next: behind }
    } else {
      return takePlain(text, quote, `"${field}`, delimiter, lineEnd, isLast)
    }
  }
}

function takePlain(
  text: string,
  from: number,
  before: string,
  delimiter: string,
  lineEnd: string,
  isLast: boolean,
): Quoted | undefined {
  const [comma, end] = [text.indexOf(delimiter, from), text.indexOf(lineEnd, from)]
  const stop = Math.min(comma < 0 ? text.length : comma, end < 0 ? text.length : end)
  if (stop === text.length && !isLast) return undefined
  return { field: before + text.slice(from, stop), next: stop }
}
