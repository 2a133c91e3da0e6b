/** Duties: a year's breakdown into tasks of units, and how each is worked on. */
export { dutyRoutes } from './routes.ts'
