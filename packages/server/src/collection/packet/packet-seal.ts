import { createHmac, timingSafeEqual } from 'node:crypto'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'

/** What a packet was issued with: whose it is, and what every cell held then. */
export interface PacketBase {
  readonly county: string
  readonly task: string
  readonly register: string
  readonly title: string
  readonly unitId: string
  readonly unit: string
  readonly year: string
  readonly version: string
  readonly issuedAt: string
  readonly issuedBy: string
  /** Text by column id, as the form showed it; absent where it was blank. */
  readonly cells: ReadonlyMap<string, string>
}

type Line = readonly [name: string, text: string]

const CELL = 'cell:'
const SIGNATURE = 'signature'
const KEY = 'key'

/** The lines of the sheet 签名, the last of which is the signature over all before. */
export function sealPacket(base: PacketBase, keyring: Keyring): readonly Line[] {
  const { cells, ...head } = base
  const lines: readonly Line[] = [
    ...Object.entries(head),
    [KEY, keyring.current],
    ...[...cells].map(([column, text]): Line => [`${CELL}${column}`, oneBreak(text)]),
  ]
  return [...lines, [SIGNATURE, signatureOf(lines, keyring, keyring.current, base.county).toString('hex')]]
}

/** Reads the lines back. Errors: `collection.packet_broken`. */
export function openSeal(lines: readonly Line[], keyring: Keyring): PacketBase {
  const signed = lines.filter(([name]) => name !== SIGNATURE).map(([name, text]): Line => [name, oneBreak(text)])
  const found = new Map(signed)
  const text = (name: string): string => found.get(name) ?? ''
  const given = Buffer.from(new Map(lines).get(SIGNATURE) ?? '', 'hex')
  const expected = keyring.ids.includes(text(KEY))
    ? signatureOf(signed, keyring, text(KEY), text('county'))
    : Buffer.alloc(0)
  if (given.length === 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new AppError('collection.packet_broken', { why: '签名与内容不一致，“签名”表被改动过' })
  return {
    county: text('county'),
    task: text('task'),
    register: text('register'),
    title: text('title'),
    unitId: text('unitId'),
    unit: text('unit'),
    year: text('year'),
    version: text('version'),
    issuedAt: text('issuedAt'),
    issuedBy: text('issuedBy'),
    cells: new Map(signed.flatMap(([name, cell]) => (name.startsWith(CELL) ? [[name.slice(CELL.length), cell]] : []))),
  }
}

function signatureOf(lines: readonly Line[], keyring: Keyring, key: string, county: string): Buffer {
  return createHmac('sha256', keyring.derive(key, 'packet', county, 32))
    .update(JSON.stringify(lines))
    .digest()
}

/** Spreadsheet programs write line breaks as they like. */
const oneBreak = (text: string): string => text.replace(/\r\n?/g, '\n')
