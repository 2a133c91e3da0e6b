import type { CaseEventView, CaseStepped, CaseView } from '@eduduty/core/enrolment'
import { ApiError, getJson, sendJson } from '../../platform/api/http.ts'
import { casePath, stepsPath } from '../cases/case-queries.ts'
import type { KeptVisit } from './kept-visits.ts'
import type { SendOutcome } from './visit-queue.ts'

/** Asked for something else before: it is worth waiting. */
const passing: ReadonlySet<number> = new Set([0, 401, 408, 429])

/**
 * Sends a record. One that was sent before without an answer is looked for in the case first, so that nothing is
 * recorded twice.
 */
export async function sendVisit(visit: KeptVisit): Promise<SendOutcome> {
  try {
    if (visit.isTried) {
      const { events } = await getJson<CaseView>(casePath(visit.county, visit.case))
      if (events.some((event) => isSame(event, visit))) return 'sent'
    }
    await sendJson<CaseStepped>('POST', stepsPath(visit.county, visit.case, visit), visit.body)
    return 'sent'
  } catch (refusal) {
    if (!(refusal instanceof ApiError) || passing.has(refusal.status) || refusal.status >= 500) return 'away'
    return { refused: refusal.message }
  }
}

/** Whether an event of the case says what the record says. */
export function isSame(event: CaseEventView, { title, body }: KeptVisit): boolean {
  const texts = event.fields.map(({ text }) => text).toSorted()
  const sent = body.fields.map(({ text }) => text).toSorted()
  return (
    event.title === title &&
    event.says === body.says &&
    (body.on === undefined || event.on === body.on) &&
    texts.join('\n') === sent.join('\n')
  )
}
