import type { AppraisalDeed, AppraisalPermit } from '@eduduty/core/appraisal'
import type { Verb } from '@eduduty/core/identity'
import { AppError } from '../../platform/errors/app-error.ts'
import { isOwnUnit } from '../self/assert-own-unit.ts'
import type { Appraisal } from '../store/get-appraisal.ts'
import { whyNot } from '../store/move-appraisal.ts'
import type { Sight, Viewer } from './sight.ts'

/** What is taken back stands beside what was proposed. */
type ListedDeed = Exclude<AppraisalDeed, 'retract'>

/** Which verb a deed takes. */
const verbOf: Readonly<Record<ListedDeed, Verb>> = {
  rate_self: 'appraisal.self_rate',
  report: 'appraisal.self_rate',
  withdraw: 'appraisal.self_rate',
  appeal: 'appraisal.self_rate',
  apply: 'appraisal.self_rate',
  return: 'appraisal.plan',
  assign: 'appraisal.plan',
  start: 'appraisal.plan',
  extend: 'appraisal.plan',
  cancel: 'appraisal.plan',
  propose: 'appraisal.plan',
  settle: 'appraisal.conclude',
  opine: 'appraisal.rate',
  hand_in: 'appraisal.rate',
  conclude: 'appraisal.conclude',
  announce: 'appraisal.conclude',
  publish: 'appraisal.conclude',
  decide: 'appraisal.decide',
}

const deeds = [
  'rate_self',
  'report',
  'withdraw',
  'assign',
  'start',
  'return',
  'extend',
  'cancel',
  'opine',
  'hand_in',
  'conclude',
  'announce',
  'publish',
  'appeal',
  'decide',
  'apply',
  'propose',
  'settle',
] as const satisfies readonly ListedDeed[]

/** What the viewer may do now; what their posts never allow is left out. */
export function listPermits(viewer: Viewer, appraisal: Appraisal, sight: Sight): AppraisalPermit[] {
  const { ctx, grants } = viewer
  const scopes = grants.map(({ scope }) => scope)
  const isOwn = isOwnUnit({ ...ctx, scopes }, grants, appraisal.row.org_path)
  return deeds
    .filter((deed) => sight.may(verbOf[deed]))
    .filter((deed) => verbOf[deed] !== 'appraisal.self_rate' || isOwn)
    .filter((deed) => verbOf[deed] !== 'appraisal.rate' || sight.isRater)
    .map((deed) => {
      const answer = whyNot(viewer, appraisal, deed)
      if (!(answer instanceof AppError)) return { deed, allowed: true }
      return { deed, allowed: false, why: `${answer.message}${answer.advice}` }
    })
}
