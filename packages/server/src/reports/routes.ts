import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { templateRoutes } from './templates/template-routes.ts'

/** What is written from a kept run besides its own documents. */
export const reportRoutes: RegisterRoutes = (app, deps) => {
  templateRoutes(app, deps)
}
