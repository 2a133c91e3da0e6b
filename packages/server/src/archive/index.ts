/** The evidence archive: what is asked, which papers answer, and what goes out for an inspection. */
export type { Acting } from './acting.ts'
export { openCatalogue } from './catalogues/open-catalogue.ts'
export { requestNeeds } from './needs/request-needs.ts'
export { reviewPaper } from './needs/review-paper.ts'
export { waiveNeed } from './needs/waive-need.ts'
export { archiveRoutes } from './routes.ts'
export { type Scrubbing, startScrubbing } from './sweep/start-scrubbing.ts'
export { type KeptPaper, keepPaper } from './uploads/keep-paper.ts'
