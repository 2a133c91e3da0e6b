import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { adjustmentRoutes } from './routes/adjustment-routes.ts'
import { conductRoutes } from './routes/conduct-routes.ts'
import { outcomeRoutes } from './routes/outcome-routes.ts'
import { ratingRoutes } from './routes/rating-routes.ts'
import { readingRoutes } from './routes/reading-routes.ts'
import { resultRoutes } from './routes/result-routes.ts'
import { selfRatingRoutes } from './routes/self-rating-routes.ts'
import { yearlyRoutes } from './routes/yearly-routes.ts'

/** Appraisals: opening, self-rating, rating by two, conclusion, publication, appeal. */
export const appraisalRoutes: RegisterRoutes = (app, deps) => {
  readingRoutes(app, deps)
  conductRoutes(app, deps)
  selfRatingRoutes(app, deps)
  ratingRoutes(app, deps)
  adjustmentRoutes(app, deps)
  resultRoutes(app, deps)
  yearlyRoutes(app, deps)
  outcomeRoutes(app, deps)
}
