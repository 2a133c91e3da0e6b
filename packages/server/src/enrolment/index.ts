/** 控辍保学: comparisons of registers, and what is found by them. */
export { matchingRoutes } from './matching/matching-routes.ts'
