import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { careRoutes } from './care/care-routes.ts'
import { caseRoutes } from './cases/case-routes.ts'
import { countingRoutes } from './counting/counting-routes.ts'
import { limitRoutes } from './limits/limit-routes.ts'
import { matchingRoutes } from './matching/matching-routes.ts'

/** 控辍保学. */
export const enrolmentRoutes: RegisterRoutes = (app, deps) => {
  matchingRoutes(app, deps)
  caseRoutes(app, deps)
  countingRoutes(app, deps)
  careRoutes(app, deps)
  limitRoutes(app, deps)
}
