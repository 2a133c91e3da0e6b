import type { Claim } from './claim.ts'
import { isLike } from './likeness.ts'

const OPENS = /其中|包括|^中[,:]|分别|含/

/** For claims of a list (其中…), the total that the list is of. */
export function anchorsOf(claims: readonly Claim[]): ReadonlyMap<Claim, Claim> {
  const anchors = new Map<Claim, Claim>()
  const levels = claims.filter(({ role }) => role === 'level')
  let list: { readonly total: Claim; readonly sentence: number } | undefined
  for (const [at, claim] of levels.entries()) {
    if (OPENS.test(claim.before)) {
      const total = levels.slice(Math.max(0, at - 4), at).findLast((one) => isLike(one, claim))
      const isWithin = total !== undefined && (total.sentence === claim.sentence || /^[,"]*其中/.test(claim.before))
      list = isWithin ? { total, sentence: claim.sentence } : undefined
    }
    if (list === undefined || list.sentence !== claim.sentence) continue
    if (isLike(list.total, claim) && !/合计|总计|共/.test(claim.near)) anchors.set(claim, list.total)
  }
  return anchors
}
