import { openServer } from '../../src/platform/db/server/open-server.ts'
import { createServerDatabase, onServer } from './postgres-server.ts'

/** A database of the run's server with all tables and no rows. */
export function createMigratedDatabase(): Promise<string> {
  return createFromTemplate('migrated', async (address) => (await openServer(address)).close())
}

/** A copy of a database that the first test file of a run to ask for it prepares, and no other. */
export async function createFromTemplate(name: string, prepare: (address: string) => Promise<void>): Promise<string> {
  await onServer(async (client, addressOf) => {
    // Ends with this connection.
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount !== 0) return
    const draft = `${name}_draft`
    await client.query(`drop database if exists ${draft}`)
    await client.query(`create database ${draft}`)
    await prepare(addressOf(draft))
    await client.query(`alter database ${draft} rename to ${name}`)
  })
  return createServerDatabase(name)
}
