import type { Database } from '../../../src/platform/db/database.ts'
import { wholeForm } from './filled-form.ts'
import type { StaffedCounty, StaffName } from './staffed-county.ts'

/** Everything that somebody may try with a form, whether it is their turn or not. */
export const deeds = [
  'cells',
  'submit',
  'withdrawal',
  'first-review',
  'review',
  'first-return',
  'return',
  'freeze',
  'correction',
  'requests',
  'hand-on',
  'first-hand-on',
] as const
export type Deed = (typeof deeds)[number]

export interface Attempt {
  readonly who: StaffName
  readonly deed: Deed
  /** What is varied about it. */
  readonly pick: number
}

/** Where a form stands, as its own tables have it. */
export interface Standing {
  readonly state: string
  readonly version: number
  readonly events: number
  readonly done: number
  /** Rows of all versions that were ever frozen. */
  readonly frozen: readonly string[]
}

/** The step that brings a form on, with those who may try it. */
export function forward(state: string, pick: number): Omit<Attempt, 'pick'> {
  const of = <T>(list: readonly [T, ...T[]]): T => list[pick % list.length] ?? list[0]
  switch (state) {
    case 'submitted':
      return { deed: 'first-review', who: of(['白专干', '陆督导', '顾局长']) }
    case 'first_reviewed':
      return { deed: 'review', who: of(['陆督导', '沈督导']) }
    case 'verified':
      return { deed: of(['freeze', 'freeze', 'return']), who: of(['沈督导', '陆督导']) }
    case 'frozen':
      return { deed: 'correction', who: '陆督导' }
    default:
      return { deed: of(['submit', 'cells', 'submit']), who: of(['叶填报', '程校长']) }
  }
}

/** One form of a staffed county, and what can be asked and tried of it. */
export function walkingForm(db: Database, county: StaffedCounty) {
  const path = `/tasks/${county.county}/${county.key.taskId}`
  const at = [county.county, county.key.taskId]
  const detail = async () => (await county.send('林县长', path)).body
  const standing = async (): Promise<Standing> => {
    const [task] = await db.run<Omit<Standing, 'frozen'>>(
      `select t.state, t.version,
         (select count(*)::int from collection_task_events e where e.task_id = t.task_id) as events,
         (select count(*)::int from audit_events a where a.county_code = t.county_code and a.result = 'done') as done
       from collection_tasks t where t.county_code = $1 and t.task_id = $2`,
      at,
    )
    const rows = await db.run<{ row: string }>(
      `select to_jsonb(r)::text as row from r_quality_balance_2017_school_form r
       join collection_submissions s using (county_code, submission_id)
       where r.county_code = $1 and s.task_id = $2 and s.frozen_at is not null order by r.submission_id, r.row_no`,
      at,
    )
    if (task === undefined) throw new Error('the form is gone')
    return { ...task, frozen: rows.map(({ row }) => row) }
  }
  const bodyOf = async ({ deed, pick }: Attempt): Promise<object> => {
    switch (deed) {
      case 'cells':
        return { edits: [{ row_no: 0, column: 'backbone_teachers', from: await shownText(), to: String(pick % 30) }] }
      case 'first-return':
      case 'return':
        return { cells: pick % 2 === 0 ? [] : [await aCell()], reason: '请核对', due_on: '2026-11-28' }
      case 'requests':
        return { kind: pick % 2 === 0 ? 'extension' : 'correction', reason: '停电三天' }
      case 'hand-on':
      case 'first-hand-on':
        return { person_id: county.idOf(pick % 2 === 0 ? '沈督导' : '周专干'), reason: '请办理' }
      default:
        return { reason: '已核对' }
    }
  }
  const rowNow = async () => {
    const [row] = await db.run<{ row_no: number; text: string | null }>(
      `select row_no::int as row_no, backbone_teachers::text as text from r_quality_balance_2017_school_form
       join collection_tasks using (county_code, submission_id) where county_code = $1 and task_id = $2`,
      at,
    )
    return row
  }
  const shownText = async (): Promise<string> => (await rowNow())?.text ?? ''
  const aCell = async () => ({ row_no: (await rowNow())?.row_no ?? 0, column: 'backbone_teachers', reason: '请核对' })
  return {
    standing,
    fillAll: () => county.send('叶填报', `${path}/cells`, { edits: wholeForm() }),
    attempt: async (one: Attempt) => county.send(one.who, `${path}/${one.deed}`, await bodyOf(one)),
    /** How many people it lies with, by office. */
    holders: async () => JSON.stringify((await detail()).desk),
    /** Who took which step, oldest first. */
    steps: () =>
      db.run<{ action: string; version: number; actor_id: string }>(
        `select action, version, actor_id from collection_task_events where county_code = $1 and task_id = $2
         order by event_no`,
        at,
      ),
  }
}
