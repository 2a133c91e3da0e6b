import { describe, expect, it } from 'vitest'
import { onBothEngines } from '../harness/engines.ts'

/** Expression → what must arrive, on either engine. */
const readings: readonly (readonly [string, unknown])[] = [
  ['7::int', 7],
  ['7::smallint', 7],
  ['7::int8', 7],
  ['9007199254740993::int8', 9007199254740993n],
  ['count(*)', 1],
  ['1.50::numeric', '1.50'],
  ['123456789012345678901234567890.000000001::numeric', '123456789012345678901234567890.000000001'],
  ["'NaN'::numeric", 'NaN'],
  ['0.1::float8', 0.1],
  ["date '2026-02-28'", '2026-02-28'],
  ["date '1900-01-01'", '1900-01-01'],
  ["timestamp '2026-02-28 10:20:30'", '2026-02-28 10:20:30'],
  ["timestamptz '2026-02-28 10:20:30+08'", '2026-02-28T02:20:30.000Z'],
  ["timestamptz '2026-02-28 10:20:30.123456+05:30'", '2026-02-28T04:50:30.123Z'],
  ["'履教通 \\ \" 甲'::text", '履教通 \\ " 甲'],
  ['true', true],
  ['null::numeric', null],
  ['null::date', null],
  [`'{"a": [1, "乙", null]}'::jsonb`, { a: [1, '乙', null] }],
  ["'\\x00ff'::bytea", Uint8Array.from([0, 255])],
  ["array['a', null, 'b,\"']::text[]", ['a', null, 'b,"']],
  ['array[1.50, null]::numeric[]', ['1.50', null]],
  ['array[1, 9007199254740993]::int8[]', [1, 9007199254740993n]],
  ["array[date '2026-01-02']", ['2026-01-02']],
  ["array[timestamptz '2026-01-02 08:00:00+08']", ['2026-01-02T00:00:00.000Z']],
]

/** Parameter, its type → what comes back. */
const parameters: readonly (readonly [unknown, string, unknown])[] = [
  [5, 'int', 5],
  [5, 'text', '5'],
  ['5', 'int', 5],
  [12n, 'int8', 12],
  ['1.10', 'numeric', '1.10'],
  [true, 'boolean', true],
  [true, 'text', 'true'],
  [new Date('2026-01-02T03:04:05.678Z'), 'timestamptz', '2026-01-02T03:04:05.678Z'],
  ['2026-01-02', 'date', '2026-01-02'],
  [{ a: '甲' }, 'jsonb', { a: '甲' }],
  [['a"\\', null, '乙,{}'], 'text[]', ['a"\\', null, '乙,{}']],
  [[1.5, '2.50'], 'numeric[]', ['1.5', '2.50']],
  [Uint8Array.from([1, 2, 254]), 'bytea', Uint8Array.from([1, 2, 254])],
  [null, 'text', null],
  [undefined, 'int', null],
]

onBothEngines((database) => {
  describe('values', () => {
    it.each(readings)('reads %s', async (expression, expected) => {
      const [row] = await database().run(`select ${expression} as value`)
      expect(row?.value).toStrictEqual(expected)
    })

    it.each(parameters)('takes %s as %s', async (given, type, expected) => {
      const [row] = await database().run(`select $1::${type} as value`, [given])
      expect(row?.value).toStrictEqual(expected)
    })

    it('orders text by code point on both engines', async () => {
      const rows = await database().run(`select x from unnest(array['b','a','B','乙','甲','_']) as t(x) order by x`)
      expect(rows.map((row) => row.x)).toEqual(['B', '_', 'a', 'b', '乙', '甲'])
    })

    it('names the SQLSTATE of a refused statement', async () => {
      await expect(database().run('select * from no_such_table')).rejects.toMatchObject({ sqlstate: '42P01' })
      await expect(database().run('select 1/0')).rejects.toMatchObject({ sqlstate: '22012' })
      expect(await database().run('select 1 as one')).toEqual([{ one: 1 }])
    })
  })
})
