import { rational } from '../formula/index.ts'
import type { Claim } from './extract/claim.ts'
import { essentialName } from './extract/essential-name.ts'
import type { ReadReport } from './read-report.ts'

/** A quantity that two reports name, or only one of them. */
export interface QuantityChange {
  readonly kind: 'changed' | 'appeared' | 'vanished'
  readonly quantity: string
  readonly before?: string
  readonly after?: string
  /** Changed by more than half, upwards or downwards. */
  readonly jump: boolean
}

/** What changed from an older report to a newer one, quantity by quantity as they are called in both. */
export function compareReports(newer: ReadReport, older: ReadReport): readonly QuantityChange[] {
  const [after, before] = [quantitiesOf(newer), quantitiesOf(older)]
  const changes: QuantityChange[] = []
  for (const [name, claim] of after) {
    const former = before.get(name)
    if (former === undefined)
      changes.push({ kind: 'appeared', quantity: claim.quantity, after: printed(newer, claim), jump: false })
    else if (!rational.equals(former.value, claim.value))
      changes.push({
        kind: 'changed',
        quantity: claim.quantity,
        before: printed(older, former),
        after: printed(newer, claim),
        jump: isJump(former, claim),
      })
  }
  for (const [name, claim] of before)
    if (!after.has(name))
      changes.push({ kind: 'vanished', quantity: claim.quantity, before: printed(older, claim), jump: false })
  return changes
}

/** The first mention of each quantity; numbers that nothing names are left out. */
function quantitiesOf(read: ReadReport): ReadonlyMap<string, Claim> {
  const quantities = new Map<string, Claim>()
  for (const claim of read.passages.flatMap(({ claims }) => claims)) {
    if (claim.role !== 'level' && claim.role !== 'each' && claim.role !== 'share') continue
    if (claim.quantity.length < 3 || claim.period === 'previous') continue
    const name = [essentialName(claim.quantity), claim.role, claim.token.unit.dimension].join('|')
    if (!quantities.has(name)) quantities.set(name, claim)
  }
  return quantities
}

const printed = (read: ReadReport, claim: Claim): string =>
  read.quote(claim.passage, claim.token).text.replace(/\s+/g, '')

function isJump(former: Claim, claim: Claim): boolean {
  const change = rational.abs(rational.sub(claim.value, former.value))
  return rational.compare(change, rational.mul(rational.abs(former.value), rational.HALF)) > 0
}
