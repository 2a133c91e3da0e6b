import { beforeEach, expect, it } from 'vitest'
import { saveAndCheck } from '../../../src/collection/entry/save-and-check.ts'
import { testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { as, type CollectingCounty, openCollecting } from './collecting-county.ts'

let serial = 30

onBothEngines((database) => {
  let open: CollectingCounty
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `9901${serial}`)
  })
  const clerk = (name = '叶晴川') => ({ name, scope: open.school, verb: 'collection.fill' as const })
  const type = (column: string, from: string, to: string, name?: string) =>
    as(database(), clerk(name), (ctx) =>
      saveAndCheck(ctx, open.key, { edits: [{ row_no: 0, column, from, to }] }, testKeyring()),
    )

  it('keeps what was typed, says what is wrong with it, and never loses it', async () => {
    const { results, task } = await type('classes', '', '１２')
    expect(results).toMatchObject([{ state: 'saved', text: '12' }])
    expect(task).toMatchObject({ state: 'filling', filled_cells: 3 })
    const wrong = await type('teachers', '', '三十')
    expect(wrong.results).toMatchObject([{ state: 'invalid', text: '三十' }])
    expect(wrong.task.cell_errors).toBe(1)
    expect(wrong.findings.find(({ columns }) => columns.includes('teachers'))?.message).toContain('三十')
  })

  it('takes a retry whose answer was lost for what it is, however the value was written', async () => {
    await type('classes', '', '１２')
    const { results } = await type('classes', '', '１２')
    expect(results).toMatchObject([{ state: 'saved', text: '12' }])
    await type('teachers', '', '三十')
    expect((await type('teachers', '', '三十')).results).toMatchObject([{ state: 'invalid', text: '三十' }])
    const changes = await database().run('select 1 from collection_cell_changes where county_code = $1', [open.county])
    expect(changes).toHaveLength(2)
  })

  it('shows the second of two people both values and overwrites nothing', async () => {
    await type('classes', '', '12', '甲')
    const { results } = await type('classes', '', '13', '乙')
    expect(results).toMatchObject([{ state: 'conflict', text: '12', by: '甲' }])
    const rows = await database().run('select classes from r_quality_balance_2017_school_form where county_code = $1', [
      open.county,
    ])
    expect(rows.map(({ classes }) => Number(classes))).toEqual([12])
  })

  it('finds that the bands do not add up and shows both sides', async () => {
    await type('classes', '', '12')
    const bands = ['to_25', '26_30', '31_35', '36_40', '41_45', '46_50', '51_55', '56_60', '61_65', 'from_66']
    const { findings } = await as(database(), clerk(), (ctx) =>
      saveAndCheck(
        ctx,
        open.key,
        {
          edits: bands.map((band) => ({
            row_no: 0,
            column: `classes_${band}`,
            from: '',
            to: band === '41_45' ? '11' : '0',
          })),
        },
        testKeyring(),
      ),
    )
    const sum = findings.find(({ check }) => check === 'sum_of_bands')
    expect(sum).toMatchObject({ severity: 'hard' })
    expect(sum?.columns).toContain('classes')
  })
})
