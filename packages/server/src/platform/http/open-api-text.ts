import type { RegisterRoutes } from './app-type.ts'
import { describeRoutes } from './describe-routes.ts'

/** The OpenAPI description of the given routes as JSON text; the same for the same routes. */
export function openApiText(routes: readonly RegisterRoutes[]): Promise<string> {
  return describeRoutes(routes, (app) => `${JSON.stringify(app.swagger(), null, 2)}\n`)
}
