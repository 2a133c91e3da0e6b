import { describe, expect, it } from 'vitest'
import { onBothEngines } from '../harness/engines.ts'

const awkward = ['tab\tin', 'line\nend', 'back\\slash', '\\N', '', '“引号”"\'', '\r', '𠀀', null]

async function* slowly<T>(items: readonly T[]): AsyncIterable<T> {
  for (const item of items) yield item
}

onBothEngines((database) => {
  describe('loadRows', () => {
    it.each([9, 2_000, 2_001, 30_000])('adds %i rows exactly as given', async (count) => {
      const table = `load_${count}`
      await database().run(
        `create table ${table} (id integer primary key, word text, amount numeric, day date, flag boolean)`,
      )
      const rows = Array.from({ length: count }, (_, id) => {
        const word = awkward[id % awkward.length]
        return [id, word, `${id}.10`, id % 2 === 0 ? '2026-09-01' : null, id % 3 === 0]
      })
      const columns = ['id', 'word', 'amount', 'day', 'flag']
      expect(await database().loadRows(table, columns, count % 2 === 0 ? rows : slowly(rows))).toBe(count)
      const back = await database().run<Record<string, unknown>>(`select * from ${table} order by id`)
      expect(back.map((row) => columns.map((column) => row[column]))).toEqual(rows)
    })

    it.each([10, 5_000])('adds nothing when one of %i rows is refused', async (count) => {
      const table = `refuse_${count}`
      await database().run(`create table ${table} (id integer primary key, amount numeric)`)
      const rows = Array.from({ length: count }, (_, id) => [id, id === count - 1 ? '约500' : '1'])
      await expect(database().loadRows(table, ['id', 'amount'], rows)).rejects.toMatchObject({ sqlstate: '22P02' })
      expect(await database().run(`select count(*) from ${table}`)).toEqual([{ count: 0 }])
    })

    it('stops when the source of rows fails, and stays usable', async () => {
      await database().run('create table broken_source (id integer)')
      async function* source(): AsyncIterable<readonly number[]> {
        for (let id = 0; id < 40_000; id += 1) yield [id]
        throw new Error('the file ended early')
      }
      await expect(database().loadRows('broken_source', ['id'], source())).rejects.toThrow('the file ended early')
      expect(await database().run('select count(*) from broken_source')).toEqual([{ count: 0 }])
    })

    it('refuses names that are not identifiers and rows of another length', async () => {
      await expect(database().loadRows('x"; drop table packs_installed; --', ['a'], [[1]])).rejects.toThrow()
      await database().run('create table short_rows (a integer, b integer)')
      await expect(database().loadRows('short_rows', ['a', 'b'], [[1]])).rejects.toThrow(/1 values for 2 columns/)
    })
  })
})
