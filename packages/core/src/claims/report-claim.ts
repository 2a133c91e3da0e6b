import { rational, toJson } from '../formula/index.ts'
import type { Claim } from './extract/claim.ts'
import type { ReadReport } from './read-report.ts'
import type { ReportClaim } from './report-check.ts'

/** A claim as it is told. */
export function reportClaim(read: ReadReport, claim: Claim, confirmed: boolean): ReportClaim {
  const { token } = claim
  const { text, at } = read.quote(claim.passage, token)
  return {
    id: claim.id,
    text,
    quantity: claim.quantity,
    value: toJson(rational.div(claim.value, token.scale) ?? claim.value),
    unit: token.unitText,
    at,
    role: claim.role,
    confirmed,
    ...(claim.period === undefined ? {} : { period: claim.period }),
  }
}
