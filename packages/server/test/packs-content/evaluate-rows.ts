import { type CountyFacade, evaluateCounty, type PackPlan } from '@eduduty/core/evaluation'

/** Rows of each register; cells by column id. */
type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** Evaluates rows given by hand, each year's registers under its number; the newest year is the one looked at. */
export function evaluateRows(plan: PackPlan, years: Readonly<Record<string, Rows>>): CountyFacade {
  const rows = Object.entries(years).flatMap(([year, registers]) =>
    Object.entries(registers).flatMap(([register, list]) =>
      list.map((cells, index) => ({
        register,
        year: Number(year),
        values: Object.fromEntries(
          Object.entries(cells).map(([column, value]) => [column, typeof value === 'boolean' ? value : String(value)]),
        ),
        source: { file: '样例.xlsx', sheet: register, row: index, cellOf: () => undefined },
      })),
    ),
  )
  return evaluateCounty({ plan, rows, packHash: '0', snapshot: '0', runId: 'rows', program: 'test' })
}
