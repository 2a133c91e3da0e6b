import { findExclusion } from '../exclusions.ts'
import type { GrantInForce } from '../permission.ts'
import { roles, verbsOf } from '../roles.ts'
import type { Verb } from '../verbs.ts'

/** What one person does and another checks: who does the one gets the other by no delegation. */
const separated: readonly (readonly [Verb, Verb])[] = [
  ['collection.fill', 'collection.review_first'],
  ['collection.fill', 'collection.review'],
  ['collection.review_first', 'collection.review'],
  ['appraisal.self_rate', 'appraisal.conclude'],
  ['archive.provide', 'archive.review'],
  ['duties.work', 'duties.plan'],
]

/** Signed or decided by a person, given to one by name, or about the installation itself: nobody hands it on. */
const personal: ReadonlySet<Verb> = new Set([
  'identity.reveal',
  'enrolment.reveal',
  'enrolment.diagnose',
  'organizations.manage',
  'packs.draft',
  'packs.approve',
  'reports.sign',
  'evaluation.deliver',
  'evaluation.gather',
  'appraisal.rate',
  'appraisal.decide',
  'enrolment.decide',
  'clocks.enter_calendar',
  'duties.supervise',
])

export interface PassedOn {
  /** The giver's grants, each with the verbs that go along. */
  readonly grants: readonly GrantInForce[]
  /** Verbs of the giver that stay behind. */
  readonly withheld: readonly Verb[]
}

/**
 * What of a giver's grants a delegate may use: nothing of the three administrators on either side, nothing personal, and
 * nothing that must not meet with what the delegate does by their own posts.
 */
export function passOn(giver: readonly GrantInForce[], own: readonly GrantInForce[]): PassedOn {
  const held = own.map(({ role }) => role)
  const ownVerbs = new Set(held.flatMap((role) => verbsOf(role)))
  const goes = (verb: Verb): boolean => !personal.has(verb) && !meets(verb, ownVerbs)
  const grants = giver.flatMap((grant): GrantInForce[] => {
    if (roles[grant.role].duty !== 'business') return []
    if (findExclusion([grant.role, ...held], { apart: true }) !== undefined) return []
    const only = verbsOf(grant.role).filter(goes)
    return only.length === 0 ? [] : [{ ...grant, only }]
  })
  const passed = new Set(grants.flatMap(({ only = [] }) => only))
  const all = new Set(giver.flatMap(({ role }) => verbsOf(role)))
  return { grants, withheld: [...all].filter((verb) => !passed.has(verb)) }
}

/** Who has both by their own posts already is given nothing new. */
function meets(verb: Verb, own: ReadonlySet<Verb>): boolean {
  if (own.has(verb)) return false
  return separated.some(([one, other]) => (one === verb && own.has(other)) || (other === verb && own.has(one)))
}
