import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { checkingRoutes } from './routes/checking-routes.ts'
import { deriveRoutes } from './routes/derive-routes.ts'
import { fileRoutes } from './routes/file-routes.ts'
import { fillingRoutes } from './routes/filling-routes.ts'
import { moveRoutes } from './routes/move-routes.ts'
import { packetRoutes } from './routes/packet-routes.ts'
import { periodRoutes } from './routes/period-routes.ts'
import { readingRoutes } from './routes/reading-routes.ts'
import { reviewRoutes } from './routes/review-routes.ts'

/** Collecting: periods, tasks, filling and reviewing. */
export const collectionRoutes: RegisterRoutes = (app, deps) => {
  readingRoutes(app, deps)
  fillingRoutes(app, deps)
  deriveRoutes(app, deps)
  fileRoutes(app, deps)
  packetRoutes(app, deps)
  reviewRoutes(app, deps)
  periodRoutes(app, deps)
  moveRoutes(app, deps)
  checkingRoutes(app, deps)
}
