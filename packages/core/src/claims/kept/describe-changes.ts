import { rational, roundText } from '../../formula/index.ts'
import { compareReports } from '../compare-reports.ts'
import type { Claim } from '../extract/claim.ts'
import type { ReadReport } from '../read-report.ts'
import type { ReportChange } from './contracts.ts'

/** What changed from an older report to a newer one: by how much, and which number of the newer one says so. */
export function describeChanges(newer: ReadReport, older: ReadReport): ReportChange[] {
  const [after, before] = [claimsByName(newer), claimsByName(older)]
  return compareReports(newer, older).map((change) => {
    const now = change.after === undefined ? undefined : after.get(nameOf(change.quantity, change.after))
    const then = change.before === undefined ? undefined : before.get(nameOf(change.quantity, change.before))
    const percent = now && then && percentOf(then, now)
    return {
      ...change,
      ...(percent !== undefined && { percent }),
      ...(now !== undefined && { claim: now.id }),
    }
  })
}

const nameOf = (quantity: string, printed: string): string => `${quantity}|${printed}`

/** First mention of each quantity with each number. */
function claimsByName(read: ReadReport): ReadonlyMap<string, Claim> {
  const claims = read.passages.flatMap((passage) => passage.claims)
  return new Map(
    claims
      .toReversed()
      .map((claim) => [nameOf(claim.quantity, read.quote(claim.passage, claim.token).text.replace(/\s+/g, '')), claim]),
  )
}

/** Growth in per cent to one decimal; of a share the points would be another thing, so none is given. */
function percentOf(then: Claim, now: Claim): string | undefined {
  if (now.role === 'share' || now.token.unit.dimension !== then.token.unit.dimension) return undefined
  const ratio = rational.div(rational.sub(now.value, then.value), rational.abs(then.value))
  if (ratio === undefined) return undefined
  const text = roundText(rational.mul(ratio, rational.HUNDRED), 1, 'half_up')
  return text.startsWith('-') || text === '0.0' ? text : `+${text}`
}
