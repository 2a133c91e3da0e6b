/** The evidence archive: what is asked, which papers answer, and what goes out for an inspection. */
export { archiveRoutes } from './routes.ts'
export { type Scrubbing, startScrubbing } from './sweep/start-scrubbing.ts'
