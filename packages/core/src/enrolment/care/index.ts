/** 关爱与安置: where a child is placed, lessons at home, care plans and visits, and what experts found out. */
export * from './bodies.ts'
export * from './contracts.ts'
export {
  addTeaching,
  type CountedLesson,
  countTeaching,
  hoursOf,
  type TeachingCount,
  type TeachingSpan,
} from './count-teaching.ts'
export { type CardFacts, layOutCard } from './lay-out-card.ts'
export {
  layOutTeachingBook,
  layOutTeachingReport,
  type SheetLesson,
  type TeachingSheet,
  teachingTitle,
} from './lay-out-teaching.ts'
export {
  type HeldPost,
  mayReadDiagnoses,
  missingNeeds,
  needsOf,
  type PlacementDeed,
  type PlacementFacts,
  placementSpans,
  reviewDay,
  sourcedLength,
  sourcedMonths,
} from './placing.ts'
export { presentDose, presentTeaching } from './say-teaching.ts'
export { doseOn, lastDayOfTeaching, type TeachingTerm, teachingYearOf, termOn, termsOf } from './terms.ts'
