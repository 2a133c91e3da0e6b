import type { Finding, RegisterRow } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { lockUnits } from '../units/lock-units.ts'
import { rowFinding, type UnitRow, unitRowOf } from './import-unit-row.ts'
import { type KnownUnit, type KnownUnits, loadKnownUnits } from './known-units.ts'
import { type RowWork, workUnitRow } from './work-unit-row.ts'

export interface ImportUnits {
  readonly county: string
  readonly rows: readonly RegisterRow[]
  /** For units whose row has no date. */
  readonly openedOn: string
}

/** What came of the rows, in their order of work: parents before those below them. */
export interface WorkedRows {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly steps: readonly { readonly name: string; readonly says: string }[]
  readonly findings: readonly Finding[]
}

/**
 * Works through a list of units. A row that cannot be done gives a finding and the next one is tried, so that one look
 * shows everything that is wrong; the caller undoes the whole when there is an error among the findings.
 */
export async function importUnits(ctx: Ctx, { county, rows, openedOn }: ImportUnits): Promise<WorkedRows> {
  await lockUnits(ctx, county)
  const work: RowWork = { county, known: await loadKnownUnits(ctx, county), openedOn }
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const steps: { name: string; says: string }[] = []
  const findings: Finding[] = [...doubles(rows.map(unitRowOf))]
  let waiting: readonly UnitRow[] = rows.map(unitRowOf).filter((row) => row.name !== '')
  while (waiting.length > 0) {
    const later: UnitRow[] = []
    for (const row of waiting) {
      const parent = parentOf(row, work.known, waiting)
      if (parent === 'later') {
        later.push(row)
      } else if (typeof parent === 'string') {
        findings.push(
          rowFinding(row, 'parent', { level: 'error', message: parent, advice: '请填写上级单位的全称、代码或标识' }),
        )
      } else {
        const done = await workUnitRow(ctx, row, parent, work).catch((error: unknown) => refused(row, error))
        counts[done.did] += 1
        findings.push(...done.findings)
        if (done.says !== '') steps.push({ name: row.name, says: done.says })
      }
    }
    if (later.length === waiting.length) {
      const stuck = { level: 'error', message: '上级单位互相循环', advice: '请改正上级单位' } as const
      findings.push(...later.map((row) => rowFinding(row, 'parent', stuck)))
      break
    }
    waiting = later
  }
  return { ...counts, steps, findings }
}

/** The parent of a row; `later` when it stands in the file and is still to come; a sentence when nobody knows it. */
function parentOf(row: UnitRow, known: KnownUnits, waiting: readonly UnitRow[]): KnownUnit | undefined | string {
  if (row.kind === 'government') return undefined
  const text = row.parentId ?? row.parent
  if (text === undefined) {
    const above = known.find('G')
    if (above !== undefined) return above
    return waiting.some((other) => other.kind === 'government') ? 'later' : '没有写明上级单位，县政府也还没有设立'
  }
  const [found, another] = row.parentId === undefined ? known.named(text) : [known.find(text)]
  if (another !== undefined) return `有几个单位叫“${text}”`
  if (found !== undefined) return found
  const toCome = waiting.some((other) => other !== row && [other.unitId, other.name, other.code].includes(text))
  return toCome ? 'later' : `没有找到上级单位“${text}”`
}

/** The same unit twice in one file. */
function doubles(rows: readonly UnitRow[]): readonly Finding[] {
  const seen = new Map<string, UnitRow>()
  return rows.flatMap((row) => {
    const key = row.unitId ?? row.code ?? (row.name === '' ? undefined : `${row.kind} ${row.name} ${row.parent}`)
    if (key === undefined) return []
    const former = seen.get(key)
    if (former === undefined) {
      seen.set(key, row)
      return []
    }
    const at = former.source.cellOf('name') ?? ''
    const message = `与 ${at} 是同一个单位`
    return [rowFinding(row, 'name', { level: 'error', message, advice: '请删去重复的一行' })]
  })
}

function refused(row: UnitRow, error: unknown) {
  if (!(error instanceof AppError)) throw error
  const column = columnOf[error.code] ?? 'name'
  const said = { level: 'error', message: error.message.replace(/。$/, ''), advice: error.advice } as const
  return { did: 'unchanged', says: '', findings: [rowFinding(row, column, said)] } as const
}

/** Which cell a refusal is about. */
const columnOf: Readonly<Record<string, string>> = {
  'organizations.code_invalid': 'code',
  'organizations.code_taken': 'code',
  'organizations.government_exists': 'code',
  'organizations.id_taken': 'unit_id',
  'organizations.parent_not_found': 'parent',
  'organizations.move_below_itself': 'parent',
  'organizations.date_invalid': 'changed_on',
}
