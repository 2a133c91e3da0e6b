import { type AggregateSource, dimensionsOf, isWithin, joinKey, type PackPlan } from '@eduduty/core/evaluation'
import {
  type AggregatePlan,
  type Expression,
  planAggregates,
  readAggregate,
  renderScan,
  type ScanRow,
} from '@eduduty/core/formula'
import type { Register } from '@eduduty/core/packs'
import type { Queries } from '../platform/db/database.ts'
import { registerColumnName } from '../platform/db/registers/register-table.ts'
import type { StoredData } from './stored-data.ts'

/** One scan: all aggregates of one register at one grain, by the key of the group. */
interface Scanned {
  readonly register: string
  readonly dimensions: readonly string[]
  readonly plans: ReadonlyMap<string, AggregatePlan>
  readonly groups: ReadonlyMap<string, ScanRow>
}

/** What a pack asks of the database: for each grain and register, the aggregates that SQL computes exactly. */
export interface ScanRequest {
  readonly grain: string
  readonly register: Register
  readonly dimensions: readonly string[]
  readonly plans: readonly AggregatePlan[]
}

/** Plans the scans of a pack, once: single rows are read as rows, what SQL cannot do is left to JavaScript. */
export function planScans(plan: PackPlan): readonly ScanRequest[] {
  return plan.grains.flatMap((grain) => {
    const expressions = plan
      .allNodes()
      .flatMap((node): Expression[] =>
        node.grain === grain.id
          ? [...node.variants.values()].flatMap((variant) => variant.formula.expression ?? [])
          : [],
      )
    return [...planAggregates(expressions).registers].flatMap(([id, plans]) => {
      const register = plan.register(id)
      if (register === undefined || isWithin(dimensionsOf(register), grain.dimensions)) return []
      if (register.columns.some((column) => registerColumnName(column.id) !== column.id)) return []
      return [
        {
          grain: grain.id,
          register,
          dimensions: grain.dimensions.filter((dimension) => dimensionsOf(register).includes(dimension)),
          plans,
        },
      ]
    })
  })
}

/** Runs the scans over the rows of one snapshot and year. `skip` names registers whose rows do not all count. */
export async function scanRegisters(
  db: Queries,
  requests: readonly ScanRequest[],
  data: StoredData,
  year: number,
  skip: ReadonlySet<string>,
): Promise<AggregateSource> {
  const byGrain = new Map<string, Scanned[]>()
  for (const request of requests) {
    const table = data.tables.get(request.register.id)
    if (table === undefined || skip.has(request.register.id)) continue
    const groupBy = request.dimensions.map(
      (dimension) => request.register.columns.find((column) => column.dimension === dimension)?.id ?? '',
    )
    const where = 'county_code = $1 and year = $2 and starts_with(submission_id, $3)'
    const rows = await db.run<ScanRow>(renderScan({ table, groupBy, where, plans: request.plans }), [
      data.county,
      year,
      data.prefix,
    ])
    const groups = new Map(rows.map((row) => [joinKey(groupBy.map((column) => String(row[column] ?? ''))), row]))
    const scanned = {
      register: request.register.id,
      dimensions: request.dimensions,
      plans: new Map(request.plans.map((item) => [item.key, item])),
      groups,
    }
    byGrain.set(request.grain, [...(byGrain.get(request.grain) ?? []), scanned])
  }
  return {
    find: (grain, key, keyOn) => {
      for (const scanned of byGrain.get(grain) ?? []) {
        const found = scanned.plans.get(key)
        if (found !== undefined)
          return {
            register: scanned.register,
            value: readAggregate(found, scanned.groups.get(keyOn(scanned.dimensions))),
          }
      }
      return undefined
    },
  }
}
