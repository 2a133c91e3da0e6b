import type { MatchLedger } from '../../packs/index.ts'

/** Of several ledgers that a child is found for the gravest comes first. */
const order: readonly MatchLedger[] = ['疑似辍学', '疑似失学', '待补证明', '双重学籍', '待核实信息']

/** Ledgers of children who may be out of school; the others are of cells and rolls to be put right. */
export const outOfSchoolLedgers = ['疑似辍学', '疑似失学', '待补证明'] as const satisfies readonly MatchLedger[]

export const isOutOfSchool = (ledger: MatchLedger): boolean => outOfSchoolLedgers.some((one) => one === ledger)

/** Which school keeps a child is another question than whether it is in school: a line of its own. */
export const isOnTwoRolls = (ledger: MatchLedger): boolean => ledger === '双重学籍'

/** The graver first: for sorting. */
export const byGravity = (one: { ledger: MatchLedger }, other: { ledger: MatchLedger }): number =>
  order.indexOf(one.ledger) - order.indexOf(other.ledger)
