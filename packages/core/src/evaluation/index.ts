/** Evaluation: from register rows to elements, indicators, verdicts and the chain behind each figure. */
export * from './assessment.ts'
export * from './trace.ts'
