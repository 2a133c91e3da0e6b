import type { AppraisalDetail } from '@eduduty/core/appraisal'
import type { AppraisalKey } from '../appraisal-queries.ts'

/** What every part of the page of one appraisal is given. */
export interface DeskProps {
  readonly appraisalKey: AppraisalKey
  readonly detail: AppraisalDetail
}
