/** 控辍保学: children out of school, and the ledgers that name them. */

export { countingRoutes } from './counting/counting-routes.ts'
