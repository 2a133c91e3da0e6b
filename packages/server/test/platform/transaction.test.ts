import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Queries } from '../../src/platform/db/database.ts'
import { onBothEngines } from '../harness/engines.ts'

onBothEngines((database, engine) => {
  describe('transactions', () => {
    beforeAll(async () => {
      await database().run('create table counters (id text primary key, value integer not null)')
      await database().run(`insert into counters values ('a', 0), ('b', 0), ('outside', 0)`)
    })

    const readValue = async (id: string, queries: Queries = database()): Promise<unknown> =>
      (await queries.run('select value from counters where id = $1', [id]))[0]?.value

    it('keeps all or nothing', async () => {
      const work = database().transaction(async (queries) => {
        await queries.run(`update counters set value = 9 where id = 'a'`)
        await queries.run('select 1/0')
      })
      await expect(work).rejects.toMatchObject({ sqlstate: '22012' })
      expect(await readValue('a')).toBe(0)
    })

    it('keeps strangers out of an open transaction', async () => {
      const seen: unknown[] = []
      const work = database().transaction(async (queries) => {
        await queries.run(`update counters set value = 7 where id = 'b'`)
        // Asked while the transaction is open, by somebody outside it.
        const outside = database()
          .run(`select value from counters where id = 'b'`)
          .then((rows) => seen.push(rows[0]?.value))
        if (engine === 'server') await outside
        await queries.run(`update counters set value = 8 where id = 'b'`)
      })
      await work
      await expect.poll(() => seen.length).toBe(1)
      // A server answers at once with the old value; the embedded engine answers after the commit. Never 7.
      expect(seen[0]).toBe(engine === 'server' ? 0 : 8)
    })

    it('loses no update when many write at once', async () => {
      const once = (): Promise<void> =>
        database().transaction(async (queries) => {
          const [row] = await queries.run<{ value: number }>(`select value from counters where id = 'a' for update`)
          await queries.run(`update counters set value = $1 where id = 'a'`, [(row?.value ?? 0) + 1])
        })
      await Promise.all(Array.from({ length: 40 }, once))
      expect(await readValue('a')).toBe(40)
    })

    it('lets Kysely take part, with counts of changed rows', async () => {
      await database().transaction(async (queries) => {
        const changed = await sql`update counters set value = 3 where id in ('a', 'b')`.execute(queries.kysely)
        expect(changed.numAffectedRows).toBe(2n)
        expect(await readValue('a', queries)).toBe(3)
      })
    })

    it('types the migrated tables', async () => {
      const { kysely } = database()
      const file = {
        county_code: '999901',
        file_id: 'f1',
        name: '学校.xlsx',
        sha256: 'a'.repeat(64),
        bytes: 10,
        kind: 'xlsx',
        org_path: '99/9999/999901/',
      }
      await kysely
        .insertInto('collection_files')
        .values({ ...file, read_at: new Date('2026-09-01T00:00:00Z') })
        .execute()
      const found = await kysely
        .selectFrom('collection_files')
        .select(['name', 'status', 'read_at'])
        .where('county_code', '=', '999901')
        .executeTakeFirstOrThrow()
      expect(found).toEqual({ name: '学校.xlsx', status: 'read', read_at: '2026-09-01T00:00:00.000Z' })
      const gone = await kysely.deleteFrom('collection_files').where('county_code', '=', '999901').executeTakeFirst()
      expect(gone.numDeletedRows).toBe(1n)
    })
  })
})
