import type { AppraisalDetail, AppraisalPermit } from '@eduduty/core/appraisal'

export function permitOf({ permits }: AppraisalDetail, deed: string): AppraisalPermit | undefined {
  return permits.find((one) => one.deed === deed)
}

export const isAllowed = (detail: AppraisalDetail, deed: string): boolean => permitOf(detail, deed)?.allowed === true
