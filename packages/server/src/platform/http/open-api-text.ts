import type { RegisterRoutes } from './app-type.ts'
import { describeRoutes } from './describe-routes.ts'
import { compactDescription } from './description/compact-description.ts'
import { contractNames } from './description/contract-names.ts'
import { foldedJson, type Json } from './description/json.ts'
import * as problem from './problem.ts'

/** What the given routes declare, as OpenAPI has it, with every schema written out. */
export function describeInFull(routes: readonly RegisterRoutes[]): Promise<Json> {
  return describeRoutes(routes, (app): Json => JSON.parse(JSON.stringify(app.swagger())))
}

/** The OpenAPI description of the given routes as JSON text; the same for the same routes. `contracts` name its schemas. */
export async function openApiText(routes: readonly RegisterRoutes[], contracts: readonly object[]): Promise<string> {
  const names = contractNames([...contracts, problem])
  return `${foldedJson(compactDescription(await describeInFull(routes), names))}\n`
}
