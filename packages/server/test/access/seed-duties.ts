import { madeId } from './marks.ts'
import type { OwnedRow, SeedRow } from './seed-rows.ts'
import type { SeedUnit, SeedWorld } from './world-plan.ts'

const states = ['draft', 'underway', 'reported'] as const
type State = (typeof states)[number]

/** Ids of what a unit has in duties: a task in each state, all in its county's plan. */
export const dutyIds = ({ county, id }: Pick<SeedUnit, 'county' | 'id'>) => ({
  plan: madeId(`duty plan ${county}`),
  task: (state: State) => madeId(`duty task ${state} ${county} ${id}`),
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
        ...{
          plan_id: dutyIds(unit).plan,
          parent_id: null,
          duty_pack: null,
          duty_id: null,
          state,
          due_on: '2099-12-31',
        },
        ...{ lists: ['任务清单'], unit_id: unit.id, issuer_path: unit.path, indicator: null, indicator_pack: null },
        ...{ declared: null, reported_on: null, clock_id: null, supervision_clock: null, is_supervised: false },
      })),
    ],
    ['duties_milestones', at(() => ({ milestone_no: 1, due_on: '2099-06-30', reached_on: null }))],
    ['duties_events', at(() => ({ event_no: 1, deed: 'issue', light: null }))],
  ]
}
