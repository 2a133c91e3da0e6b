import { madeId } from './marks.ts'
import type { OwnedRow, SeedRow } from './seed-rows.ts'
import type { SeedUnit, SeedWorld } from './world-plan.ts'

const states = ['draft', 'underway', 'reported'] as const
type State = (typeof states)[number]

/** Ids of what a unit has in duties: a task in each state, all in its county's plan. */
export const dutyIds = ({ county, id }: Pick<SeedUnit, 'county' | 'id'>) => ({
  plan: madeId(`duty plan ${county}`),
  task: (state: State) => madeId(`duty task ${state} ${county} ${id}`),
  record: (what: string) => madeId(`duty ${what} ${county} ${id}`),
})

export const dutyPlanColumns = [
  ...['county_code', 'plan_id', 'year', 'title', 'soon_days', 'silent_days', 'opened_by', 'opened_at'],
] as const

/** The one plan of each county; it belongs to no unit. */
export function dutyPlanRows(world: SeedWorld): (string | number)[][] {
  const counties = [...new Set(world.units.map(({ county }) => county))]
  return counties.map((county) => [
    county,
    dutyIds({ county, id: '' }).plan,
    2026,
    '任务分解',
    30,
    60,
    '督导办',
    '2026-01-01',
  ])
}

/** Rows of duties that belong to units, in an order in which they can be inserted. */
export function dutyRows(world: SeedWorld): readonly (readonly [string, readonly OwnedRow[]])[] {
  const at = (row: (unit: SeedUnit, state: State) => SeedRow): OwnedRow[] =>
    world.units.flatMap((unit) =>
      states.map((state) => ({ unit, row: { task_id: dutyIds(unit).task(state), ...row(unit, state) } })),
    )
  return [
    [
      'duties_tasks',
      at((unit, state) => ({
        plan_id: dutyIds(unit).plan,
        parent_id: null,
        duty_pack: null,
        duty_id: null,
        state,
        due_on: '2099-12-31',
        lists: ['任务清单'],
        unit_id: unit.id,
        issuer_path: unit.path,
        indicator: null,
        indicator_pack: null,
        target_comparison: null,
        target_value: null,
        supervised_by: null,
        origin_kind: null,
        origin_id: null,
        declared: null,
        reported_on: null,
        clock_id: null,
        supervision_clock: null,
        is_supervised: false,
      })),
    ],
    ['duties_milestones', at(() => ({ milestone_no: 1, due_on: '2099-06-30', reached_on: null }))],
    ['duties_events', at(() => ({ event_no: 1, deed: 'issue', light: null }))],
    ...recordRows(world),
    ...pledgeRows(world),
  ]
}

type TableRows = readonly [string, readonly OwnedRow[]]

/** One record of each kind a unit, none of them struck out or settled. */
function recordRows(world: SeedWorld): readonly TableRows[] {
  const each = (row: (unit: SeedUnit) => SeedRow): OwnedRow[] => world.units.map((unit) => ({ unit, row: row(unit) }))
  const of = (unit: SeedUnit, what: string) => ({ [`${what}_id`]: dutyIds(unit).record(what) })
  const own = (unit: SeedUnit) => ({ unit_id: unit.id, struck: '' })
  const unsettled = { settled_on: null, due_on: '2099-12-31' }
  const led = (unit: SeedUnit) => ({ lead_id: unit.id })
  return [
    [
      'duties_meetings',
      each((unit) => ({ ...of(unit, 'meeting'), ...own(unit), kind: '专题会', held_on: '2026-01-02' })),
    ],
    [
      'duties_decisions',
      each((unit) => ({
        ...of(unit, 'decision'),
        ...of(unit, 'meeting'),
        ...unsettled,
        unit_id: unit.id,
        decision_no: 1,
      })),
    ],
    ['duties_meeting_changes', each((unit) => ({ ...of(unit, 'meeting'), change_no: 1 }))],
    [
      'duties_record_changes',
      each((unit) => ({ kind: 'body', record_id: dutyIds(unit).record('body'), change_no: 1 })),
    ],
    ['duties_bodies', each((unit) => ({ ...of(unit, 'body'), ...own(unit), kind: '领导小组', dissolved_on: null }))],
    ['duties_members', each((unit) => ({ ...of(unit, 'body'), member_no: 1, role: '成员', until: null }))],
    [
      'duties_promises',
      each((unit) => ({
        ...of(unit, 'promise'),
        ...own(unit),
        ...led(unit),
        ...unsettled,
        kind: '民生实事',
        year: 2026,
        made_on: '2026-01-02',
      })),
    ],
    [
      'duties_proposals',
      each((unit) => ({
        ...of(unit, 'proposal'),
        ...own(unit),
        ...led(unit),
        kind: '政协提案',
        received_on: '2026-01-02',
        clock_id: null,
        answered_on: null,
        satisfaction: '',
      })),
    ],
    ['duties_contacts', each((unit) => ({ ...of(unit, 'contact'), ...own(unit), school_id: unit.id, until: null }))],
    ['duties_visits', each((unit) => ({ ...of(unit, 'contact'), visit_no: 1, kind: '到校', on_day: '2026-01-03' }))],
  ]
}

/** A pledge of every unit that is made and not signed; numbers are one series in a county. */
function pledgeRows(world: SeedWorld): readonly TableRows[] {
  const each = (row: (unit: SeedUnit) => SeedRow): OwnedRow[] => world.units.map((unit) => ({ unit, row: row(unit) }))
  const of = (unit: SeedUnit) => ({ plan_id: dutyIds(unit).plan, party_id: unit.id })
  return [
    [
      'duties_pledges',
      each((unit) => ({
        ...of(unit),
        pledge_id: dutyIds(unit).record('pledge'),
        issuer_path: unit.path,
        level: '学校',
        state: 'made',
        pledge_no: world.units.indexOf(unit) + 1,
        content_hash: '0'.repeat(64),
        signed_on: null,
        content: JSON.stringify({ ...pledgeOf(unit.canary), year: 2026, tasks: [] }),
      })),
    ],
    ['duties_pledge_reminders', each((unit) => ({ ...of(unit), reminder_id: dutyIds(unit).record('reminder') }))],
  ]
}

const pledgeOf = (mark: string) => ({ title: mark, preamble: mark, closing: mark, issuer: mark, party: mark })
