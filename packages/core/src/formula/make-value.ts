import { makeCause } from './problem.ts'
import { Rational } from './rational.ts'
import type { Bounds, Cause, CivilDate, Content, Coverage, Status, Value } from './value.ts'

export const NO_CAUSES: readonly Cause[] = []

export const known = (content: Content): Value => ({ status: 'known', content, causes: NO_CAUSES })
export const doubtful = (content: Content, causes: readonly Cause[]): Value => ({ status: 'doubtful', content, causes })
export const missing = (causes: readonly Cause[], bounds?: Bounds): Value =>
  bounds ? { status: 'missing', bounds, causes } : { status: 'missing', causes }
export const notApplicable = (causes: readonly Cause[]): Value => ({ status: 'not_applicable', causes })
export const failed = (causes: readonly Cause[]): Value => ({ status: 'error', causes })

export const KNOWN_TRUE = known(true)
export const KNOWN_FALSE = known(false)
export const truth = (value: boolean): Value => (value ? KNOWN_TRUE : KNOWN_FALSE)

export const withCoverage = (value: Value, coverage: Coverage): Value => ({ ...value, coverage })

const RANK = { known: 0, doubtful: 1, missing: 2, not_applicable: 3, error: 4 } as const
const worse = (a: Status, b: Status): Status => (RANK[a] >= RANK[b] ? a : b)

export const isDate = (content: Content | undefined): content is CivilDate =>
  typeof content === 'object' && !(content instanceof Rational) && 'date' in content

export const isList = (content: Content | undefined): content is readonly Content[] => Array.isArray(content)

const identityOf = (cause: Cause): string =>
  `${cause.code}|${cause.register ?? ''}|${cause.unit ?? ''}|${cause.column ?? ''}|${cause.message}`

/** Union without repeats, in order of first appearance. */
export function uniteCauses(lists: readonly (readonly Cause[])[]): readonly Cause[] {
  const filled = lists.filter((list, index) => list.length > 0 && lists.indexOf(list) === index)
  const first = filled[0]
  if (first === undefined) return NO_CAUSES
  if (filled.length === 1) return first
  const byIdentity = new Map<string, Cause>()
  for (const cause of filled.flat()) {
    const key = identityOf(cause)
    if (!byIdentity.has(key)) byIdentity.set(key, cause)
  }
  return [...byIdentity.values()]
}

/** A value of the given status without content; the causes say why. */
function emptyOf(status: Exclude<Status, 'known' | 'doubtful'>, causes: readonly Cause[]): Value {
  return { status, causes }
}

/** The common result of operands of which at least one has no content: strongest status, causes united. */
export function absorb(operands: readonly Value[]): Value {
  let status: Status = 'known'
  for (const operand of operands) status = worse(status, operand.status)
  const causes = uniteCauses(operands.map((operand) => operand.causes))
  return status === 'known' || status === 'doubtful'
    ? failed([makeCause('wrong_content', { name: '算式', expected: '同一类' })])
    : emptyOf(status, causes)
}
