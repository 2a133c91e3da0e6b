import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { writeOpenApiFile } from '../platform/http/write-open-api.ts'

/** Routes of every slice, in the order of the description. */
export const routes: readonly RegisterRoutes[] = []

/** Writes the description of the whole interface, docs/openapi.json. */
export function writeOpenApi(path: string): Promise<void> {
  return writeOpenApiFile(path, routes)
}
