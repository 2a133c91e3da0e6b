import { sayLength } from '@eduduty/core/clocks'
import { type CareIntervalView, type DecidedLimits, decidedVisit } from '@eduduty/core/enrolment'
import type { CarePack } from '../care-pack.ts'

/** How often each kind is visited, with who says so. */
export function presentIntervals(pack: CarePack, decided: DecidedLimits): CareIntervalView[] {
  return pack.care.map(({ id, title }) => {
    const { rule, own } = decidedVisit(pack, decided, id) ?? {}
    const { length, basis } = rule ?? {}
    return {
      id,
      title,
      every: length === undefined ? '' : sayLength(length),
      basis: basis === undefined ? '' : `${basis.document}${basis.article ?? ''}`,
      set_by: own?.by ?? '',
      ...(own !== undefined && { set_on: own.on }),
    }
  })
}
