import { fileURLToPath } from 'node:url'
import { openMemory } from './embedded/open-memory.ts'
import { rowTypesText } from './row-types.ts'

/** The generated file in the sources, also when this runs from dist/. */
export const rowTypesPath = fileURLToPath(new URL('../../../src/platform/db/schema.generated.ts', import.meta.url))

/** Part of `npm run generate`: the row types of the current migrations, as they should stand in the file. */
export async function makeRowTypes(): Promise<string> {
  const database = await openMemory({ onCallingThread: true })
  try {
    return await rowTypesText(database)
  } finally {
    await database.close()
  }
}
