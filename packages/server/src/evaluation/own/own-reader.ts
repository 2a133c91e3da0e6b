import { areaPath, countyOf, type OrgPath } from '@eduduty/core/organizations'
import type { FastifyRequest } from 'fastify'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Queries } from '../../platform/db/database.ts'
import type { Door } from '../../platform/door.ts'
import { callerOf } from '../../platform/http/access.ts'

/** Somebody who reads what an evaluation says of the units of their posts. */
export interface OwnReader {
  readonly ctx: Ctx
  /** Where these units stand. */
  readonly units: readonly OrgPath[]
  /** What the evaluation of a county is called and made of, which a unit does not reach; figures are never read with it. */
  readonly asSystem: <T>(county: string, work: (db: Queries) => Promise<T>) => Promise<T>
}

/** The scopes of `evaluation.own` are the units themselves. */
export function readOwn<T>(door: Door, request: FastifyRequest, work: (reader: OwnReader) => Promise<T>): Promise<T> {
  const caller = callerOf(request)
  return door.read(caller, (ctx) =>
    work({
      ctx,
      units: caller.scopes,
      asSystem: (county, read) => {
        const path = areaPath(county)
        return door.read(systemCaller('本单位指标', { scopes: [path], county, path }), ({ db }) => read(db))
      },
    }),
  )
}

export const countiesOf = (units: readonly OrgPath[]): readonly string[] => [...new Set(units.map(countyOf))]
