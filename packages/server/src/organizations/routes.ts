import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { areaRoutes } from './routes/area-routes.ts'
import { changeRoutes } from './routes/change-routes.ts'
import { fileRoutes } from './routes/file-routes.ts'
import { postRoutes } from './routes/post-routes.ts'
import { viewRoutes } from './routes/view-routes.ts'

/** Areas, units and posts: seeing, searching, changing, importing and exporting. */
export const organizationRoutes: RegisterRoutes = (app, deps) => {
  viewRoutes(app, deps)
  changeRoutes(app, deps)
  postRoutes(app, deps)
  areaRoutes(app, deps)
  fileRoutes(app, deps)
}
