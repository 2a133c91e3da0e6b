import { reachesCounty } from '@eduduty/core/organizations'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'

/** A period is the county's: whoever works for a part of it cannot open or change one. Errors: `collection.plan_whole_county`. */
export function assertWholeCounty({ scopes }: Ctx, county: string): void {
  if (!reachesCounty(scopes, county)) throw new AppError('collection.plan_whole_county')
}
