/** What it costs to close a gap, by the prices that a county itself has entered. */
export { type Cost, costOf, costOfGap, isLessAsked, isMoney, moneyText, sumOfCosts, withYears } from './cost-of.ts'
export * from './price-contract.ts'
