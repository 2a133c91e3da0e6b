/** Evaluation: from register rows to elements, indicators, verdicts and the chain behind each figure. */
export * from './assessment.ts'
export type { Answer, EvaluatedCounty, ExtraNames, SubjectQuery } from './evaluated-county.ts'
export { COUNTY, findGrain, listGrains, type Place } from './grains.ts'
export { createRowScope, createScope, type NodeTypes } from './scope.ts'
export * from './trace.ts'
