/** Object ids of the types whose text form is read the same way on both engines. */
const typeOids = {
  bytea: 17,
  int8: 20,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  numeric: 1700,
} as const

/** Readers of PostgreSQL text output, by type. numeric, date and timestamp stay text; timestamptz becomes ISO text in UTC. */
export const readers: Readonly<Record<number, (text: string) => unknown>> = {
  [typeOids.bytea]: readBytes,
  [typeOids.int8]: readInt8,
  [typeOids.date]: (text) => text,
  [typeOids.timestamp]: (text) => text,
  [typeOids.timestamptz]: readInstant,
  [typeOids.numeric]: (text) => text,
}

function readInt8(text: string): number | bigint {
  const near = Number(text)
  return Number.isSafeInteger(near) ? near : BigInt(text)
}

function readInstant(text: string): string {
  const match = /^(\S+) (\S+?)([+-]\d\d)(:?\d\d)?$/.exec(text)
  if (match === null) return text
  const [, day, time, hours, minutes] = match
  const instant = new Date(`${day}T${time}${hours}${minutes === undefined ? ':00' : `:${minutes.replace(':', '')}`}`)
  return Number.isNaN(instant.getTime()) ? text : instant.toISOString()
}

function readBytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.slice(2), 'hex'))
}

/** The text form of a parameter, identical for both engines; null stays null. */
export function parameterText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  if (Array.isArray(value)) return arrayText(value)
  return JSON.stringify(value)
}

function arrayText(items: readonly unknown[]): string {
  const parts = items.map((item) => {
    if (Array.isArray(item)) return arrayText(item)
    const text = parameterText(item)
    return text === null ? 'NULL' : `"${text.replace(/["\\]/g, '\\$&')}"`
  })
  return `{${parts.join(',')}}`
}
