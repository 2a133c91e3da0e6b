import type { Sheet } from '@eduduty/core/collection'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import type { Task } from '../tasks/get-task.ts'
import { checkColumns, FIRST_CHECK_ROW, packetSheets } from './packet-layout.ts'
import { openSeal, type PacketBase } from './packet-seal.ts'
import { textsOfSheet } from './texts-of-sheet.ts'

/** What a packet says of one check when it comes back. */
export interface ReturnedCheck {
  readonly check: string
  readonly no: string
  readonly verdict: string
  readonly explanation: string
}

export interface ReturnedPacket {
  readonly base: PacketBase
  readonly checks: readonly ReturnedCheck[]
}

/** Reads the sheets of a packet besides its form. Errors: `collection.packet_broken`. */
export function readPacket(sheets: readonly Sheet[], keyring: Keyring): ReturnedPacket {
  const seal = sheets.find(({ name }) => name === packetSheets.seal)
  if (seal === undefined) throw new AppError('collection.packet_broken', { why: '文件里没有“签名”表，不是离线包' })
  const lines = textsOfSheet(seal)
    .slice(1)
    .flatMap(([name = '', text = '']): [string, string][] => (name === '' ? [] : [[name, text]]))
  const checks = sheets.find(({ name }) => name === packetSheets.checks)
  return { base: openSeal(lines, keyring), checks: checks === undefined ? [] : checksOf(textsOfSheet(checks)) }
}

function checksOf(rows: readonly (readonly string[])[]): readonly ReturnedCheck[] {
  return rows.slice(FIRST_CHECK_ROW).flatMap((row) => {
    const text = (at: number): string => (row[at] ?? '').trim()
    const check = text(checkColumns.id)
    if (check === '') return []
    const { no, verdict, explanation } = checkColumns
    return [{ check, no: text(no), verdict: text(verdict), explanation: text(explanation) }]
  })
}

/** Errors: `collection.upload_wrong_unit`, `collection.packet_broken`. */
export function assertPacketOf({ base }: ReturnedPacket, { row, pack }: Task): void {
  const { title } = pack.register(row.register)
  if (base.county !== row.county_code || base.unitId !== row.unit_id)
    throw new AppError('collection.upload_wrong_unit', { found: base.unit, expected: row.unit_name })
  if (base.task !== row.task_id) {
    const why = `这是${base.year}年《${base.title}》的离线包，这里填的是${row.year}年《${title}》（${row.period_title}）`
    throw new AppError('collection.packet_broken', { why })
  }
  if (base.version !== String(row.version)) {
    const why = `这是第 ${base.version} 版的离线包，《${title}》现在是第 ${row.version} 版，请重新下载`
    throw new AppError('collection.packet_broken', { why })
  }
}
