import type { CaseStepped } from '@eduduty/core/enrolment'
import type { SessionView } from '@eduduty/core/identity'
import { ApiError, csrfHeaders, getJson, keepCsrfToken, sendJson } from '../../platform/api/http.ts'
import { childPath } from '../care/care-queries.ts'
import { casePath, stepsPath } from '../cases/case-queries.ts'
import { pictureMessages } from '../pictures/messages.ts'
import { sendPicture } from '../pictures/send-picture.ts'
import { readPicture } from './kept-pictures.ts'
import { isOfCare, type KeptVisit } from './kept-visits.ts'
import type { KeyStorage } from './key-storage.ts'
import type { SendOutcome } from './visit-queue.ts'

/** Asked for something else before: it is worth waiting. */
const passing: ReadonlySet<number> = new Set([0, 401, 408, 429])

/** Sends a record, then its pictures. The key makes it one record, however often it is sent, and so do the pictures' contents. */
export async function sendVisit(visit: KeptVisit, storage: KeyStorage): Promise<SendOutcome> {
  try {
    if (!(await hasToken())) return 'away'
    await sendWords(visit)
  } catch (refusal) {
    const why = saidBy(refusal)
    return why === undefined ? 'away' : { refused: why }
  }
  const base = isOfCare(visit) ? childPath(visit.county, visit.child) : casePath(visit.county, visit.case)
  try {
    for (const { id, kind } of visit.pictures) {
      const data = readPicture(storage, id)
      if (data !== undefined) await sendPicture({ base, record: visit.key, kind }, data)
    }
    return 'sent'
  } catch (refusal) {
    const why = saidBy(refusal)
    return why === undefined ? 'away' : { partly: pictureMessages.partly(why) }
  }
}

const sendWords = (visit: KeptVisit): Promise<unknown> =>
  isOfCare(visit)
    ? sendJson('POST', `${childPath(visit.county, visit.child)}/visits`, { ...visit.body, key: visit.key })
    : sendJson<CaseStepped>('POST', stepsPath(visit.county, visit.case, visit), { ...visit.body, key: visit.key })

/** Opened without network, the page has no token of the session yet: it is asked for before anything is sent. */
async function hasToken(): Promise<boolean> {
  if (Object.keys(csrfHeaders()).length > 0) return true
  const { csrf } = await getJson<SessionView>('/identity/session')
  keepCsrfToken(csrf)
  return csrf !== undefined
}

/** Why the server does not take it; undefined where it may take it later. */
function saidBy(problem: unknown): string | undefined {
  const isSaid = problem instanceof ApiError && !passing.has(problem.status) && problem.status < 500
  return isSaid ? problem.message : undefined
}
