import { type CountLine, type CountList, countRecords, type MechanismRecord, tellCount } from '@eduduty/core/duties'
import { scopesFor } from '@eduduty/core/identity'
import { areaPath, isUnitKind, type UnitEntry } from '@eduduty/core/organizations'
import { type Count, findUnitColumn } from '@eduduty/core/packs'
import {
  cellOf,
  findReportedForm,
  getTaskPack,
  type ReportedCell,
  type ReportedForm,
  type TaskPack,
} from '../../../collection/index.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Acting } from '../../acting.ts'
import { basisText } from '../../plans/draft-plan.ts'
import { assertCountyKnown } from '../../plans/plan-row.ts'
import { openUnits } from '../record-owner.ts'
import { readRecords } from './read-records.ts'

export interface CountWanted {
  readonly county: string
  readonly year: number
  /** Only this unit. */
  readonly unit?: string | undefined
  /** Only this count of this pack. */
  readonly pack?: string | undefined
  readonly count?: string | undefined
}

/** One count of a pack at one unit. */
export interface CountedCell {
  readonly pack: TaskPack
  readonly count: Count
  readonly unit: UnitEntry
  readonly records: readonly MechanismRecord[]
  readonly reported: ReportedCell
}

/** What the records of a year come to, for each count of the installed packs and each unit within reach. Errors: `duties.county_not_found`. */
export async function countMechanisms(acting: Acting, wanted: CountWanted): Promise<CountList> {
  assertCountyKnown(acting.ctx, wanted.county)
  const cells = await countCells(acting, wanted)
  return { year: wanted.year, lines: cells.map((cell) => lineOf(acting, cell)) }
}

/** The same, before it is told. A form that several counts are of is read once. */
export async function countCells(acting: Acting, wanted: CountWanted): Promise<readonly CountedCell[]> {
  const { county, year } = wanted
  const units = (await openUnits(acting, county)).filter((one) => isWanted(wanted.unit, one.unit_id))
  const records = await readRecords(acting, county, year)
  const cells: CountedCell[] = []
  for (const pack of (await countingPacks(acting)).filter((one) => isWanted(wanted.pack, one.pack.pack.id))) {
    const forms = new Map<string, ReportedForm>()
    for (const count of (pack.pack.counts ?? []).filter(({ id }) => isWanted(wanted.count, id)))
      for (const unit of unitsOfCount(pack, count, units, county)) {
        const { org_path: path } = unit
        const key = `${count.register} ${path}`
        const at = { county, path, year, register: count.register }
        const form = forms.get(key) ?? (await findReportedForm(acting.ctx, pack, at))
        forms.set(key, form)
        const own = countRecords(count, records.get(path) ?? [], year)
        cells.push({ pack, count, unit, records: own, reported: cellOf(form, count) })
      }
  }
  return cells
}

const isWanted = (wanted: string | undefined, one: string): boolean => wanted === undefined || wanted === one

/** One of them. Errors: `duties.count_not_found`. */
export async function getCountedCell(
  acting: Acting,
  wanted: CountWanted & { readonly pack: string; readonly count: string },
): Promise<CountedCell> {
  const [found] = await countCells(acting, wanted)
  if (found === undefined) throw new AppError('duties.count_not_found')
  return found
}

/** Installed packs that count, of each the newest version. */
async function countingPacks({ ctx }: Acting): Promise<readonly TaskPack[]> {
  const rows = await ctx.db.run<{ pack_id: string; content_hash: string }>(
    `select * from (
       select distinct on (pack_id) pack_id, content_hash, content from packs_installed
       order by pack_id, string_to_array(version, '.')::integer[] desc, installed_at desc) newest
     where jsonb_array_length(coalesce(content -> 'counts', '[]')) > 0`,
  )
  const packs: TaskPack[] = []
  for (const { pack_id: packId, content_hash: hash } of rows) packs.push(await getTaskPack(ctx.db, { packId, hash }))
  return packs
}

/** Those whose register it is: units of the kind that its rows are of, or the county's government. */
function unitsOfCount(
  { pack, register }: TaskPack,
  count: Count,
  units: readonly UnitEntry[],
  county: string,
): readonly UnitEntry[] {
  const kind = findUnitColumn(pack, register(count.register))?.dimension
  if (kind === undefined) return units.filter(({ org_path: path }) => path === areaPath(county))
  return isUnitKind(kind) ? units.filter((unit) => unit.kind === kind) : []
}

/** A count of a column that holds words stands beside it; it is never filled in. */
export function isFillable({ pack, count }: Pick<CountedCell, 'pack' | 'count'>): boolean {
  const type = columnOf({ pack, count })?.type
  return type === 'integer' || type === 'number'
}

const columnOf = ({ pack, count }: Pick<CountedCell, 'pack' | 'count'>) =>
  pack.register(count.register).columns.find(({ id }) => id === count.column)

export function lineOf(acting: Pick<Acting, 'grants'>, cell: CountedCell): CountLine {
  const { pack, count, unit, records, reported } = cell
  const register = pack.register(count.register)
  const { pack: manifest, indicators } = pack.pack
  const indicator = indicators.find(({ id }) => id === count.indicator)
  const { task } = reported
  const why = whyNot(acting, cell)
  return {
    pack: manifest.id,
    pack_title: manifest.title,
    count: count.id,
    title: count.title,
    of: count.of,
    says: tellCount(count),
    note: count.note ?? '',
    basis: count.basis === undefined ? '' : basisText(count.basis),
    ...(indicator !== undefined && {
      indicator: { id: indicator.id, no: indicator.no ?? '', title: indicator.title },
    }),
    register: register.id,
    register_title: register.title,
    column: count.column,
    column_title: columnOf(cell)?.title ?? count.column,
    unit: unit.unit_id,
    unit_name: unit.name,
    counted: records.length,
    reported: reported.text,
    records: records.map(({ id, on, kind, title }) => ({ id, on, kind, title })),
    state: stateOf(cell),
    ...(task !== undefined && { task: { task: task.taskId, state: task.state, period: task.period } }),
    may_take: why === undefined,
    why_not: why ?? '',
  }
}

function stateOf(cell: CountedCell): CountLine['state'] {
  if (!isFillable(cell)) return 'beside'
  if (cell.reported.text === '') return 'blank'
  return Number(cell.reported.text) === cell.records.length ? 'same' : 'differs'
}

/** Why the number cannot be put into a form; undefined where it can. */
function whyNot({ grants }: Pick<Acting, 'grants'>, cell: CountedCell): string | undefined {
  const { task } = cell.reported
  if (!isFillable(cell)) return '这一栏不是填数的，计得的数供对照'
  if (stateOf(cell) === 'same') return '报表里已经是这个数'
  if (task === undefined) return '没有开放的报表'
  if (!task.isOpen) return `报表${task.state}，不能再填`
  if (!scopesFor(grants, 'collection.fill').includes(task.path)) return `由${cell.unit.name}自己取数`
  return undefined
}
