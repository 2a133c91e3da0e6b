import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/db/database.ts'
import { memoryDatabase, rolledBack } from '../harness/memory-database.ts'

let database: Database
let count = 0
let table: string
beforeAll(async () => {
  database = await memoryDatabase()
})
beforeEach(async () => {
  count += 1
  table = `kept_${count}`
  await database.run(`create table ${table} (a integer, b text)`)
  await database.run(`insert into ${table} values (1, 'one'), (2, 'two')`)
})

const all = () => `select * from ${table} where a >= $1 order by a`
const askThrice = async () => {
  for (const _ of [1, 2, 3]) await database.run(all(), [1])
}
/** How often the engine has the statement planned. */
async function timesKept(statement: string): Promise<number> {
  const [row] = await database.run<{ times: number }>(
    `select count(*)::int as times from pg_prepared_statements where statement = $1`,
    [statement],
  )
  return row?.times ?? 0
}

describe('a statement that is asked again', () => {
  it('is kept from the second time on, once, and answers each time by what is asked', async () => {
    await database.run(all(), [1])
    expect(await timesKept(all())).toBe(0)
    await database.run(all(), [1])
    expect(await timesKept(all())).toBe(1)
    for (const _ of Array.from({ length: 8 })) {
      expect(await database.run(all(), [2])).toEqual([{ a: 2, b: 'two' }])
      expect(await database.run(all(), [3])).toEqual([])
    }
    expect(await timesKept(all())).toBe(1)
  })

  it('knows a column that came, and one that went', async () => {
    await askThrice()
    await database.run(`alter table ${table} add column c integer default 7`)
    expect(await database.run(all(), [2])).toEqual([{ a: 2, b: 'two', c: 7 }])
    await askThrice()
    const connection = await database.connections.acquire()
    await connection.script(`alter table ${table} drop column b`)
    await database.connections.release(connection)
    expect(await database.run(all(), [2])).toEqual([{ a: 2, c: 7 }])
  })

  it('knows a column that came within a text of several statements', async () => {
    await askThrice()
    const connection = await database.connections.acquire()
    await connection.script(`update ${table} set b = 'three' where a = 2; alter table ${table} add column c integer`)
    await database.connections.release(connection)
    expect(await database.run(all(), [2])).toEqual([{ a: 2, b: 'three', c: null }])
  })

  it('knows that a change of its table was taken back', async () => {
    await rolledBack(database, async (queries) => {
      await queries.run(`alter table ${table} add column c integer`)
      for (const _ of [1, 2, 3]) expect(await queries.run(all(), [2])).toEqual([{ a: 2, b: 'two', c: null }])
    })
    expect(await database.run(all(), [2])).toEqual([{ a: 2, b: 'two' }])
  })

  it('takes a parameter as the type that its column has now', async () => {
    await askThrice()
    await database.run(`alter table ${table} alter column a type text`)
    expect(await database.run(all(), ['2'])).toEqual([{ a: '2', b: 'two' }])
  })

  it('may fail and is asked again', async () => {
    const division = `select 6 / $1::integer as result from ${table} where a = 1`
    for (const divisor of [2, 0, 3, 0, 1]) {
      const asked = database.run(division, [divisor])
      if (divisor === 0) await expect(asked).rejects.toMatchObject({ sqlstate: '22012' })
      else expect(await asked).toEqual([{ result: 6 / divisor }])
    }
    const missing = `select nothing from ${table}`
    for (const _ of [1, 2, 3]) await expect(database.run(missing)).rejects.toMatchObject({ sqlstate: '42703' })
    expect(await database.run(all(), [2])).toEqual([{ a: 2, b: 'two' }])
  })

  it('fails within a transaction that has failed, and not after it', async () => {
    await askThrice()
    const failing = database.transaction(async (queries) => {
      await queries.run('select 1 / 0').catch(() => undefined)
      await expect(queries.run(all(), [1])).rejects.toMatchObject({ sqlstate: '25P02' })
      throw new Error('over')
    })
    await expect(failing).rejects.toThrow('over')
    expect(await database.run(all(), [2])).toEqual([{ a: 2, b: 'two' }])
  })

  it('is planned anew when much was written since', async () => {
    await askThrice()
    const [before] = await database.run(`select name from pg_prepared_statements where statement = $1`, [all()])
    await database.run(`insert into ${table} select n, 'more' from generate_series(3, 3000) n`)
    expect(await database.run(all(), [2999])).toHaveLength(2)
    const [after] = await database.run(`select name from pg_prepared_statements where statement = $1`, [all()])
    expect(after).not.toEqual(before)
    expect(await timesKept(all())).toBe(1)
  })

  it('shows each role what that role may see', async () => {
    await database.run(`alter table ${table} enable row level security`)
    await database.run(`grant select on ${table} to eduduty_app`)
    const seen = (role: string) =>
      database.transaction(async (queries) => {
        await queries.run(`set local role ${role}`)
        return queries.run(all(), [1])
      })
    for (const _ of [1, 2, 3]) {
      expect(await seen('none')).toHaveLength(2)
      expect(await seen('eduduty_app')).toEqual([])
    }
    await database.run(`revoke select on ${table} from eduduty_app`)
    await expect(seen('eduduty_app')).rejects.toMatchObject({ sqlstate: '42501' })
  })
})

it('so many are kept, and no more', async () => {
  for (const at of Array.from({ length: 260 }).keys())
    for (const _ of [1, 2]) await database.run(`select ${at} as at, b from ${table} where a = $1`, [1])
  const [kept] = await database.run<{ kept: number }>(
    `select count(*)::int as kept from pg_prepared_statements where name like 'kept%'`,
  )
  expect(kept?.kept).toBeGreaterThan(150)
  expect(kept?.kept).toBeLessThanOrEqual(201)
  expect(await database.run(`select 0 as at, b from ${table} where a = $1`, [1])).toEqual([{ at: 0, b: 'one' }])
})
