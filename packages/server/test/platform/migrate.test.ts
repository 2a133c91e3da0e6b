import { describe, expect, it } from 'vitest'
import { migrate, readMigrationState } from '../../src/platform/db/migrate.ts'
import { listMigrations } from '../../src/platform/db/migration-files.ts'
import { openServer } from '../../src/platform/db/server/open-server.ts'
import { onBothEngines } from '../harness/engines.ts'
import { createServerDatabase } from '../harness/postgres-server.ts'

const newest = '299901010000-add-future'

onBothEngines((database) => {
  describe('migrations', () => {
    it('are all applied once, and then there is nothing to do', async () => {
      const state = await readMigrationState(database().connections)
      expect(state.applied.map((migration) => migration.name)).toEqual(
        listMigrations().map((migration) => migration.name),
      )
      expect(state.pending).toEqual([])
      expect(await migrate(database().connections)).toEqual([])
    })

    it('refuse a database that a newer program has changed', async () => {
      await database().run('insert into platform_migrations (name, checksum) values ($1, $2)', [newest, 'f'.repeat(64)])
      await expect(migrate(database().connections)).rejects.toMatchObject({ code: 'database.newer', exit: 3 })
      await database().run('delete from platform_migrations where name = $1', [newest])
    })

    it('refuse when a change was altered after it ran', async () => {
      const [first] = listMigrations()
      const set = (checksum: string | undefined): Promise<unknown> =>
        database().run('update platform_migrations set checksum = $1 where name = $2', [checksum, first?.name])
      await set('0'.repeat(64))
      await expect(migrate(database().connections)).rejects.toMatchObject({ code: 'database.migration_changed' })
      await set(first?.checksum)
    })

    it('explain every table and column in Chinese', async () => {
      const silent = await database().run(
        `select c.relname || coalesce('.' || a.attname, '') as name
         from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
           and (coalesce(obj_description(c.oid), '') !~ '[一-龥]' or coalesce(col_description(c.oid, a.attnum), '') !~ '[一-龥]')`,
      )
      expect(silent).toEqual([])
    })

    it('put the county first in every key of a business table', async () => {
      const keys = await database().run<{ table: string; first: string; says: string }>(
        `select c.relname as "table", a.attname as first, obj_description(c.oid) as says
         from pg_index i join pg_class c on c.oid = i.indrelid
         join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
         where c.relnamespace = 'public'::regnamespace and i.indisunique`,
      )
      const business = keys.filter((key) => !key.says.includes('参照表') && key.table !== 'platform_migrations')
      expect(business.length).toBeGreaterThanOrEqual(15)
      expect(business.filter((key) => key.first !== 'county_code')).toEqual([])
    })
  })
})

describe('migrating a server', () => {
  it('happens once when several programs start at the same moment', async () => {
    const url = await createServerDatabase()
    const opened = await Promise.all([openServer(url), openServer(url), openServer(url)])
    const [first] = opened
    const state = first && (await readMigrationState(first.connections))
    expect(state?.applied).toHaveLength(listMigrations().length)
    for (const database of opened) await database.close()
  })

  it('says what is wrong when the server cannot be reached', async () => {
    const url = new URL(await createServerDatabase())
    const missing = new URL('/no_such_database', url).href
    await expect(openServer(missing)).rejects.toThrow('该数据库不存在')
    url.port = '1'
    await expect(openServer(url.href)).rejects.toMatchObject({ code: 'database.unreachable', exit: 2 })
  })
})
