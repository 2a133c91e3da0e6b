import type { Register } from '@eduduty/core/packs'
import { describe, expect, it } from 'vitest'
import { createRegisterTables } from '../../src/platform/db/registers/create-register-tables.ts'
import { registerTableName } from '../../src/platform/db/registers/register-table.ts'
import { onBothEngines } from '../harness/engines.ts'

const columns: Register['columns'] = [
  { id: 'code', title: '学校标识码', type: 'text' },
  { id: 'stage', title: '学段', type: 'code' },
  { id: 'pupils', title: '学生数', type: 'integer', unit: '人' },
  { id: 'area', title: '用地面积', type: 'number', unit: '㎡' },
  { id: 'boarding', title: '寄宿制', type: 'boolean' },
  { id: 'founded', title: '建校日期', type: 'date' },
  { id: 'built', title: '建成年份', type: 'year' },
  { id: 'year', title: '填报年份', type: 'year' },
]

function register(id: string, own: Register['columns'] = columns): Register {
  return { id, title: '学校基本情况', row_is: '一所学校', period: '学年', reporter: '学校', columns: own }
}

onBothEngines((database) => {
  const create = (pack: string, given: Register): Promise<string | undefined> =>
    database().transaction(async (queries) => (await createRegisterTables(queries, pack, [given])).get(given.id))

  const typesOf = async (table: string): Promise<Record<string, string>> => {
    const rows = await database().run<{ name: string; type: string }>(
      `select attname::text as name, format_type(atttypid, atttypmod) as type from pg_attribute
       where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
      [table],
    )
    return Object.fromEntries(rows.map((row) => [row.name, row.type]))
  }

  describe('register tables', () => {
    it('have a typed column for each of the register, beside where the row came from', async () => {
      const table = await create('quality-balance-2017', register('schools'))
      expect(table).toBe('r_quality_balance_2017_schools')
      expect(await typesOf(table ?? '')).toEqual({
        county_code: 'text',
        row_no: 'bigint',
        year: 'integer',
        org_path: 'text',
        submission_id: 'text',
        file_id: 'text',
        sheet_no: 'integer',
        source_row: 'integer',
        exact_values: 'jsonb',
        refused: 'jsonb',
        code: 'text',
        stage: 'text',
        pupils: 'numeric',
        area: 'numeric',
        boarding: 'boolean',
        founded: 'date',
        built: 'integer',
        year_given: 'integer',
      })
    })

    it('can be made again, and take up new columns without losing rows', async () => {
      const first = await create('again', register('schools'))
      await database().loadRows(
        first ?? '',
        ['county_code', 'year', 'org_path', 'code', 'pupils'],
        [['999901', 2026, '99/9999/999901/', 'S1', '320']],
      )
      const later = await create(
        'again',
        register('schools', [...columns.slice(1), { id: 'rooms', title: '教室数', type: 'integer' }]),
      )
      expect(later).toBe(first)
      const rows = await database().run(`select row_no, code, pupils, rooms from ${first}`)
      expect(rows).toEqual([{ row_no: 1, code: 'S1', pupils: '320', rooms: null }])
    })

    it('start a new table when the type of a column changed, and find each again', async () => {
      const counts = register('posts')
      const words = register('posts', [{ id: 'pupils', title: '学生数', type: 'text' }])
      expect(await create('changing', counts)).toBe('r_changing_posts')
      expect(await create('changing', words)).toBe('r_changing_posts_g2')
      expect(await create('changing', counts)).toBe('r_changing_posts')
      expect(await create('changing', words)).toBe('r_changing_posts_g2')
    })

    it('refuse names outside the closed pattern', async () => {
      const hostile = register('schools', [
        { id: 'a" numeric); drop table packs_installed; --', title: '坏', type: 'text' },
      ])
      await expect(create('hostile', hostile)).rejects.toMatchObject({ code: 'pack.bad_identifier' })
      await expect(create('bad"pack', register('schools'))).rejects.toMatchObject({ code: 'pack.bad_identifier' })
      expect(await database().run('select count(*) from packs_installed')).toEqual([{ count: 0 }])
    })

    it('take titles with quotes as mere words', async () => {
      const table = await create(
        'quoted',
        register('notes', [{ id: 'note', title: `它说'; drop table x; --`, type: 'text' }]),
      )
      const [row] = await database().run(`select col_description(to_regclass($1), 11) as says`, [table])
      expect(row?.says).toBe(`它说'; drop table x; --`)
    })
  })
})

describe('names of register tables', () => {
  it('stay within 63 bytes and stay different', () => {
    const pack = `p${'x'.repeat(59)}`
    const names = ['pupils_of_the_first_grade', 'pupils_of_the_second_grade'].map((id) =>
      registerTableName(pack, id, 12),
    )
    expect(new Set(names).size).toBe(2)
    for (const name of names) expect(name.length).toBeLessThanOrEqual(63)
  })
})
