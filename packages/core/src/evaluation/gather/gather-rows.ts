import { type CellValue, cellAddress, type RegisterRow } from '../../collection/index.ts'
import type { GatheredColumn, Gathering, Pack, Register } from '../../packs/index.ts'
import type { Assessment, Figure } from '../assessment.ts'
import { COUNTY } from '../grains.ts'

/** The run of one government that counts for a year, with its own figures by node. */
export interface GatheredRun {
  readonly run: string
  readonly assessment: Pick<Assessment, 'verdict' | 'sections' | 'nodes' | 'ratings'>
  readonly figures: ReadonlyMap<string, Figure>
}

/** A government that has to hand up its result for a year; `run` is absent where it has not. */
export interface GatheredMember {
  readonly code: string
  readonly name: string
  readonly year: number
  readonly run?: GatheredRun
}

/** Under which name rows from below are found as sources. */
export const gatheredFile = (name: string): string => `下级评估/${name}`
export const gatheredSheet = (title: string, year: number): string => `${title}（${year}年）`
export const MEMBERS_FILE = '下级评估/应上报的地方'

/** The address of a column in a gathered row, which is shown with one item a line: B1, B2 … */
export function gatheredAddress({ columns }: Register, column: string): string {
  return cellAddress(
    columns.findIndex(({ id }) => id === column),
    1,
  )
}

/** The column that an address means; undefined where it means none. */
export function gatheredColumn({ columns }: Register, address: string): Register['columns'][number] | undefined {
  const line = /^B([1-9]\d*)$/.exec(address)?.[1]
  return line === undefined ? undefined : columns[Number(line) - 1]
}

/**
 * A row for each government that has to hand up, and one with its result for each that has. A figure that its run does
 * not have is 未报, never zero; `takenOf` says why. Amounts are taken exact, in the unit of the column.
 */
export function gatherRows(pack: Pack, rule: Gathering, members: readonly GatheredMember[]): readonly RegisterRow[] {
  const registers = new Map(pack.registers.map((register) => [register.id, register]))
  const [all, results] = [registers.get(rule.members.register), registers.get(rule.results.register)]
  if (all === undefined || results === undefined) return []
  return [
    ...members.map((member, index) => memberRow(rule, all, member, index)),
    ...members.flatMap((member) =>
      member.run === undefined ? [] : [resultRow(rule, results, member, takenOf(rule, results, member.run))],
    ),
  ]
}

function memberRow({ members, title }: Gathering, register: Register, member: GatheredMember, at: number): RegisterRow {
  const { code, name, year } = member
  return {
    register: register.id,
    year,
    values: { [members.code]: code, [members.name]: name },
    source: {
      file: MEMBERS_FILE,
      sheet: gatheredSheet(title, year),
      row: at,
      cellOf: (column) => cellAddress(at, column === members.code ? 0 : 1),
    },
  }
}

function resultRow(
  { results, title }: Gathering,
  register: Register,
  { code, name, year }: GatheredMember,
  taken: readonly Taken[],
): RegisterRow {
  const values = taken.flatMap(({ column, value }) => (value === undefined ? [] : [[column, value] as const]))
  return {
    register: register.id,
    year,
    values: Object.fromEntries([[results.code, code], [results.name, name], ...values]),
    source: {
      file: gatheredFile(name),
      sheet: gatheredSheet(title, year),
      row: undefined,
      cellOf: (column) => gatheredAddress(register, column),
    },
  }
}

/** What a column gets of a run: a value, or why there is none. Neither where the run says that there is nothing to name. */
export interface Taken {
  readonly column: string
  readonly value?: CellValue
  /** As the run below shows it: rounded by its rule. */
  readonly shown?: string
  readonly lacking?: string
}

/** All columns of a rule in one run, in the order of the rule. */
export function takenOf(rule: Gathering, register: Register, run: GatheredRun): readonly Taken[] {
  const units = new Map(register.columns.map(({ id, unit }) => [id, unit]))
  return rule.results.columns.map((one) => ({ column: one.column, ...take(one, units.get(one.column), run) }))
}

function take(column: GatheredColumn, unit: string | undefined, run: GatheredRun): Omit<Taken, 'column'> {
  const { assessment } = run
  switch (column.take) {
    case '数值':
      return takeFigure(column.of ?? '', unit, run)
    case '得分':
    case '等次':
      return takeRated(column, assessment)
    case '结论':
      return { value: assessment.verdict.text, shown: assessment.verdict.text }
    case '未达标项目': {
      const titles = new Map(assessment.nodes.map(({ id, title }) => [id, title]))
      const unmet = assessment.sections
        .flatMap(({ items }) => items)
        .filter(({ state }) => state === 'unmet')
        .map(({ indicator }) => titles.get(indicator) ?? indicator)
      return unmet.length === 0 ? { shown: '没有' } : { value: unmet.join('、'), shown: unmet.join('、') }
    }
  }
}

function takeFigure(
  node: string,
  unit: string | undefined,
  { assessment, figures }: GatheredRun,
): Omit<Taken, 'column'> {
  const view = assessment.nodes.find(({ id }) => id === node)
  const figure = figures.get(node)
  if (view === undefined || figure === undefined) return { lacking: '下级评估没有这个数' }
  if ((view.unit ?? '') !== (unit ?? ''))
    return { lacking: `下级评估的单位是“${view.unit ?? '无'}”，这一栏是“${unit ?? '无'}”` }
  if (figure.value === undefined) return { lacking: `下级评估为“${figure.shown}”` }
  return { value: figure.value, shown: figure.shown }
}

function takeRated(
  { take: wanted, of }: GatheredColumn,
  { ratings }: GatheredRun['assessment'],
): Omit<Taken, 'column'> {
  const rated = ratings?.find(({ id }) => id === of)?.subjects.find(({ subject }) => subject === COUNTY)
  if (rated === undefined) return { lacking: '下级评估没有这项评分' }
  const value = wanted === '得分' ? rated.points.value : rated.grade
  if (value === undefined) return { lacking: `下级评估待定（${rated.points.shown}）` }
  return { value, shown: wanted === '得分' ? rated.points.shown : value }
}
