import { afterAll, beforeAll, describe } from 'vitest'
import type { Database } from '../../src/platform/db/database.ts'
import { openMemory } from '../../src/platform/db/embedded/open-memory.ts'
import { openServer } from '../../src/platform/db/server/open-server.ts'
import { createMigratedDatabase } from './template-database.ts'

/** Gives the database of the group under test; to be called inside tests. */
export type UseDatabase = () => Database

/** Declares the same tests twice: on the embedded engine and on a real PostgreSQL. */
export function onBothEngines(declare: (database: UseDatabase, engine: 'embedded' | 'server') => void): void {
  describe('embedded engine', () => {
    let database: Database
    beforeAll(async () => {
      database = await openMemory({ onCallingThread: true })
    })
    afterAll(() => database.close())
    declare(() => database, 'embedded')
  })
  describe('PostgreSQL server', () => {
    let database: Database
    beforeAll(async () => {
      database = await openServer(await createMigratedDatabase())
    })
    afterAll(() => database.close())
    declare(() => database, 'server')
  })
}
