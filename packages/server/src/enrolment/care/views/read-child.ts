import { dayOf } from '@eduduty/core/calendar'
import {
  type CareView,
  countTeaching,
  doseOn,
  ledgerTitles,
  presentDose,
  presentTeaching,
  teachingYearOf,
  termOn,
  termsOf,
} from '@eduduty/core/enrolment'
import { maskIdNumber, maskName, maskPhone, scopesFor } from '@eduduty/core/identity'
import { isWithin } from '@eduduty/core/organizations'
import { visits } from '../../cases/acting.ts'
import { readHolders } from '../../holding/read-holders.ts'
import { readDecided } from '../../limits/read-decided.ts'
import { type CareActing, workedCopies } from '../acting.ts'
import { type CarePack, getCarePack } from '../care-pack.ts'
import { mayDiagnose } from '../diagnoses/diagnoses.ts'
import { openOf } from '../store/care-numbers.ts'
import { type ChildKey, getCopies } from '../store/child-row.ts'
import { presentChild, presentRules } from './present-child.ts'
import { countedLesson, presentLesson, readLessons } from './read-lessons.ts'
import { type PlacementRow, presentPlacements, readPlacements, spansOf } from './read-placements.ts'
import { presentPlans, presentVisits } from './read-plans.ts'

const sources = { case: '劝返个案', ledger: ledgerTitles.children, person: '直接登记' } as const

/**
 * A child in care as somebody may see it: what experts found out is not among it. Every reading is one event of the log.
 * Errors: `enrolment.care_child_not_found`.
 */
export async function readChild(acting: CareActing, key: ChildKey): Promise<CareView> {
  const { ctx, keyring, grants } = acting
  const reached = await getCopies(ctx, key)
  const [row] = reached
  const pack = await getCarePack(ctx, key.county)
  const today = dayOf(ctx.now)
  const holds = row.until_on === null
  const idNumber = openOf(keyring, key, 'id_number', row.id_number_sealed)
  const phone = openOf(keyring, key, 'phone', row.phone_sealed)
  const placements = await readPlacements(ctx.db, key)
  ctx.audit({
    action: 'enrolment.read_child',
    subject: `${row.township_name}${maskName(row.child_name)}`,
    detail: { child: key.child },
  })
  return {
    row: presentChild(row, today, visits(acting, reached)),
    id_number: idNumber === undefined ? '' : maskIdNumber(idNumber),
    guardian: row.guardian === '' ? '' : maskName(row.guardian),
    guardian_phone: phone === undefined ? '' : maskPhone(phone),
    address: row.address,
    source: sources[row.source],
    ...(row.case_id !== null && { case: row.case_id }),
    holders: await readHolders(ctx, 'enrolment_care_children', { county: key.county, id: key.child }),
    rules: presentRules(pack, await readDecided(ctx.db, key.county)),
    placements: presentPlacements(placements),
    is_at_home: row.is_at_home,
    ...(await teachingOf(acting, key, pack, placements)),
    plans: await presentPlans(ctx.db, keyring, key),
    visits: await presentVisits(ctx, key, holds),
    may_work: holds && row.closed_on === null && workedCopies(acting, reached).length > 0,
    may_reveal: holds && scopesFor(grants, 'enrolment.reveal').some((scope) => isWithin(row.org_path, scope)),
    may_diagnose: holds && mayDiagnose(acting, pack, reached),
  }
}

/** Lessons at home of the present term against the dose; only of a child that was ever taught so. */
async function teachingOf({ ctx }: CareActing, key: ChildKey, pack: CarePack, placements: readonly PlacementRow[]) {
  const today = dayOf(ctx.now)
  const dose = doseOn(pack.doses, key.county, today)
  const lessons = await readLessons(ctx.db, key)
  const spans = spansOf(placements).filter(({ at_home: atHome }) => atHome)
  const terms = termsOf(dose, teachingYearOf(today))
  const term = termOn(terms, today)
  const shown = { lessons: lessons.map(presentLesson).toReversed(), ...(dose && { dose: presentDose(dose) }) }
  if (term === undefined || spans.length === 0) return shown
  const counted = lessons.filter(({ struck }) => struck === '').map(countedLesson)
  const count = countTeaching({ dose, terms, term, spans, lessons: counted, today })
  const { title, from, to } = term
  return { ...shown, term: { title, from, to }, teaching: presentTeaching(count) }
}
