import type { Finding, RegisterRow } from '@eduduty/core/collection'
import { areaPath, isWithin } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import type { WorkedRows } from '../import/import-units.ts'
import { type AreaRow, areaFinding, areaRowOf } from './area-row.ts'
import { type KnownArea, loadAreas, versionKey } from './known-areas.ts'
import { workAreaRow } from './work-area-row.ts'

export interface ImportAreas {
  readonly rows: readonly RegisterRow[]
  /** From when areas are valid whose row has no date. */
  readonly since: string
}

/** Works through a list of areas from the top down. What is wrong comes back as findings; the caller undoes the whole then. */
export async function importAreas(ctx: Ctx, { rows, since }: ImportAreas): Promise<WorkedRows> {
  const read = rows.map(areaRowOf)
  const findings: Finding[] = read.flatMap((row) => (row !== undefined && 'level' in row ? [row] : []))
  const areas = read.flatMap((row) => (row !== undefined && 'from' in row ? [row] : []))
  const known = await loadAreas(ctx, areas)
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const steps: { name: string; says: string }[] = []
  const inFile = new Set(areas.map((area) => area.code))
  for (const row of areas.toSorted(byCodeAndDay)) {
    const outside = findOutside(ctx, row, known.last)
    const fault = outside ?? findSuccessorFault(row, known.last, inFile)
    if (fault !== undefined) {
      findings.push(fault)
      continue
    }
    const done = await workAreaRow(ctx, row, known, since)
    if ('level' in done) {
      findings.push(done)
      continue
    }
    counts[done.did] += 1
    if (done.says !== '') steps.push({ name: row.name, says: done.says })
  }
  return { ...counts, steps, findings }
}

function byCodeAndDay(one: AreaRow, other: AreaRow): number {
  return versionKey(one.code, one.since ?? '') < versionKey(other.code, other.since ?? '') ? -1 : 1
}

/** Areas are the same for everybody: each manager keeps those of the own area; above it only what is not there yet. */
function findOutside({ scopes }: Ctx, row: AreaRow, known: ReadonlyMap<string, KnownArea>): Finding | undefined {
  const path = areaPath(row.code)
  if (scopes.some((scope) => isWithin(path, scope))) return undefined
  const current = known.get(row.code)
  const isAbove = scopes.some((scope) => isWithin(scope, path))
  if (isAbove && (current === undefined || (current.name === row.name && row.until === undefined))) return undefined
  return areaFinding(row, 'code', {
    message: '不在您管理的范围内',
    advice: '请删去这一行，或由管理它的上级导入',
  })
}

function findSuccessorFault(
  row: AreaRow,
  known: ReadonlyMap<string, KnownArea>,
  inFile: ReadonlySet<string>,
): Finding | undefined {
  if (row.successor === undefined || inFile.has(row.successor) || known.has(row.successor)) return undefined
  return areaFinding(row, 'successor', {
    message: `承接的区划 ${row.successor} 还没有登记`,
    advice: '请把它放在同一个文件里，或先导入',
  })
}
