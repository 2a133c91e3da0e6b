import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { briefingRoutes } from './briefing/briefing-routes.ts'
import { draftRoutes } from './drafts/draft-routes.ts'
import { slideRoutes } from './slides/slide-routes.ts'
import { templateRoutes } from './templates/template-routes.ts'

/** Drafts that people write on, and what is made of a kept run besides its own documents. */
export const reportRoutes: RegisterRoutes = (app, deps) => {
  draftRoutes(app, deps)
  templateRoutes(app, deps)
  briefingRoutes(app, deps)
  slideRoutes(app, deps)
}
