import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { catalogueRoutes } from './routes/catalogue-routes.ts'
import { fileRoutes } from './routes/file-routes.ts'
import { needRoutes } from './routes/need-routes.ts'
import { outputRoutes } from './routes/output-routes.ts'
import { paperRoutes } from './routes/paper-routes.ts'
import { quotaRoutes } from './routes/quota-routes.ts'

/** 佐证档案. */
export const archiveRoutes: RegisterRoutes = (app, deps) => {
  const all = [catalogueRoutes, needRoutes, paperRoutes, fileRoutes, outputRoutes, quotaRoutes]
  for (const register of all) register(app, deps)
}
