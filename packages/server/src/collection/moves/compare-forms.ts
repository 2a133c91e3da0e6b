import type { FormMove } from '@eduduty/core/collection'
import { canonicalText, type Register } from '@eduduty/core/packs'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import type { PeriodRow } from '../periods/read-periods.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import { type Answers, countAnswers } from './count-answers.ts'

export interface FormsCompared {
  readonly forms: FormMove[]
  /** Why the move cannot be made, in sentences; empty when it can. */
  readonly refusals: string[]
}

const kept = new Set(['id', 'type'])

/** What a period's forms become under another version of its pack, with the answers counted that stay or lose their place. */
export async function compareForms(
  db: Queries,
  period: PeriodRow,
  { from, to }: { readonly from: TaskPack; readonly to: TaskPack },
): Promise<FormsCompared> {
  const asked = await db.run<{ register: string; tasks: number; frozen: number }>(
    `select t.register, count(*)::integer as tasks, count(*) filter (where s.status = 'frozen')::integer as frozen
     from collection_tasks t
     left join collection_submissions s on s.county_code = t.county_code and s.submission_id = t.submission_id
     where t.county_code = $1 and t.period_id = $2 group by t.register order by t.register`,
    [period.county_code, period.period_id],
  )
  const forms: FormMove[] = []
  const refusals: string[] = []
  for (const { register: id, tasks, frozen } of asked) {
    const before = from.register(id)
    const after = to.pack.registers.find((one) => one.id === id)
    const answers = await countAnswers(db, period, from, before)
    const isMoved = after !== undefined && (await standsElsewhere(db, { from, to }, before, after))
    const form = compareForm(before, after, { tasks, frozen, answers, isMoved })
    forms.push(form)
    refusals.push(...refusalsOf(form, after === undefined, isMoved))
  }
  return { forms, refusals }
}

/** Another generation of the table: a column changed its type, and what was filled in stays in the former one. */
async function standsElsewhere(
  db: Queries,
  packs: { readonly from: TaskPack; readonly to: TaskPack },
  before: Register,
  after: Register,
): Promise<boolean> {
  const [one, other] = [await getRegisterTable(db, packs.from, before), await getRegisterTable(db, packs.to, after)]
  return one.name !== other.name
}

interface Facts {
  readonly tasks: number
  readonly frozen: number
  readonly answers: ReadonlyMap<string, Answers>
  readonly isMoved: boolean
}

function compareForm(
  before: Register,
  after: Register | undefined,
  { tasks, frozen, answers, isMoved }: Facts,
): FormMove {
  const now = new Map((after?.columns ?? []).map((column) => [column.id, column]))
  const old = new Set(before.columns.map(({ id }) => id))
  const of = (id: string): Answers => answers.get(id) ?? { answers: 0, frozen: 0 }
  const isLost = (id: string): boolean => isMoved || !now.has(id)
  const stay = before.columns.filter(({ id }) => !isLost(id))
  return {
    register: before.id,
    title: before.title,
    tasks,
    frozen,
    added: (after?.columns ?? []).filter(({ id }) => !old.has(id)).map(({ title }) => title),
    lost: before.columns
      .filter(({ id }) => isLost(id))
      .map(({ id, title }) => ({ title, ...of(id) }))
      .filter((column) => !isMoved || column.answers > 0),
    changed: stay
      .filter((column) => ruleText(column) !== ruleText(now.get(column.id) ?? column))
      .map(({ title }) => title),
    carried: stay.reduce((sum, { id }) => sum + of(id).answers, 0),
  }
}

const ruleText = (column: object): string =>
  canonicalText(Object.fromEntries(Object.entries(column).filter(([key]) => !kept.has(key))))

function refusalsOf({ title, tasks, lost }: FormMove, isGone: boolean, isMoved: boolean): string[] {
  if (isGone) return [`新版本没有台账“${title}”，而本上报期有${tasks}个单位在报它`]
  const filled = lost.filter(({ answers }) => answers > 0)
  if (isMoved && filled.length > 0)
    return [`“${title}”有的栏换了数据类型，已填的${filled.reduce((sum, one) => sum + one.answers, 0)}格不能沿用`]
  return lost
    .filter(({ frozen }) => frozen > 0)
    .map((column) => `“${title}”已冻结的表里，“${column.title}”一栏有${column.frozen}格数据，新版本没有这一栏`)
}

/** Errors: `pack.move_refused`, with every reason. */
export function assertMovable({ refusals }: FormsCompared): void {
  if (refusals.length > 0) throw new AppError('pack.move_refused', { why: refusals.join('；') })
}
