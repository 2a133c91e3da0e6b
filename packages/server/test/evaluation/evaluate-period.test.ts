import { beforeEach, expect, it } from 'vitest'
import { listDeadlines } from '../../src/collection/index.ts'
import { correctTask } from '../../src/collection/review/correct-task.ts'
import { listTurns } from '../../src/evaluation/brief/list-turns.ts'
import { evaluatePeriod } from '../../src/evaluation/evaluate-period.ts'
import { getExcerpt } from '../../src/evaluation/get-excerpt.ts'
import { getFigure } from '../../src/evaluation/list-figures.ts'
import { listRuns } from '../../src/evaluation/list-runs.ts'
import { openRun } from '../../src/evaluation/open-run.ts'
import { showEffects } from '../../src/evaluation/show-effects.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import { testKeyring } from '../harness/doors.ts'
import { onBothEngines } from '../harness/engines.ts'
import { CollectedCounty } from './collected-county.ts'

let serial = 60

onBothEngines((database) => {
  let open: CollectedCounty
  beforeEach(async () => {
    serial += 1
    open = await CollectedCounty.open(database(), `9901${serial}`)
  })
  const evaluate = (kind: 'official' | 'preview') =>
    evaluatePeriod(open.door, open.caller('collection.review'), { county: open.county, periodId: open.period }, kind)
  const figure = async (run: string, id: string) =>
    JSON.parse(await getFigure(database(), { county: open.county, run }, id))

  const all = [
    ['roster', 'D02'],
    ['books', 'S2199000001'],
    ['books', 'S2199000002'],
  ] as const
  /** Opens a correction of the first school's books and types another number into it. */
  const correctBooks = async (to: string) => {
    const key = { county: open.county, taskId: open.task('books', 'S2199000001') }
    await open.as('collection.review', (ctx) => correctTask(ctx, key, '册数有误'), '宁知远')
    const [row] = await database().run<{ row_no: number }>(
      `select row_no from r_small_books_books where county_code = $1 and submission_id =
         (select submission_id from collection_tasks where county_code = $1 and task_id = $2)`,
      [open.county, key.taskId],
    )
    await open.type('books', 'S2199000001', 'books', to, '2000', row?.row_no)
    return key
  }

  it('takes what is frozen and nothing else; what is not frozen is 未报', async () => {
    await expect(evaluate('official')).rejects.toMatchObject({ code: 'evaluation.nothing_frozen' })
    await open.freeze('roster', 'D02')
    await open.freeze('books', 'S2199000001')
    const { run, state } = await evaluate('official')
    expect(state).toBe('undecided')
    expect((await figure(run, 'books_each@2199000001')).figure).toMatchObject({ shown: '20.00', state: 'met' })
    expect((await figure(run, 'books_each@2199000002')).figure.shown).toContain('未报')
    const preview = await evaluate('preview')
    expect((await figure(preview.run, 'books_each@2199000002')).figure.shown).toBe('23.33')
    const runs = await listRuns(database())
    expect(runs.filter(({ county }) => county.code === open.county).map((one) => one.status)).toEqual([
      'preview',
      'official',
    ])
  })

  it('gives the same run for the same frozen data, whatever is typed meanwhile, and another after a correction is frozen', async () => {
    for (const [register, unit] of all) await open.freeze(register, unit)
    const first = await evaluate('official')
    expect(first).toMatchObject({ state: 'met', is_new: true })
    await correctBooks('1900')
    expect(await evaluate('official')).toMatchObject({ run: first.run, snapshot: first.snapshot, is_new: false })
    await open.freeze('books', 'S2199000001')
    const second = await evaluate('official')
    expect(second.run).not.toBe(first.run)
    expect(second.state).toBe('unmet')
    expect((await figure(first.run, 'books_each@2199000001')).figure.shown).toBe('20.00')
  })

  it('opens a run again on what it used after a correction has been frozen, but not where its own rows have changed', async () => {
    const reopen = (run: string) =>
      open.door.read(open.caller('collection.read'), (ctx) => openRun(ctx, { county: open.county, run }))
    const preview = await evaluate('preview')
    await open.type('books', 'S2199000002', 'books', '7100', '7000')
    await expect(reopen(preview.run)).rejects.toMatchObject({ code: 'evaluation.run_outdated' })
    for (const [register, unit] of all) await open.freeze(register, unit)
    const first = await evaluate('official')
    await correctBooks('1900')
    await open.freeze('books', 'S2199000001')
    expect((await evaluate('official')).run).not.toBe(first.run)
    const { figures } = (await reopen(first.run)).evaluate().assessment()
    expect(figures.find(({ id }) => id === 'books_each@2199000001')?.shown).toBe('20.00')
  })

  it('walks from a figure to the cell that was typed, with who typed it and when', async () => {
    await open.freeze('roster', 'D02')
    await open.freeze('books', 'S2199000001')
    const { run } = await evaluate('official')
    const { trace } = await figure(run, 'books_each@2199000001')
    const cells = trace.aggregates.flatMap((one: { rows: { cells: { title: string; at: object }[] }[] }) =>
      one.rows.flatMap((row) => row.cells),
    )
    const books = cells.find(({ title }: { title: string }) => title === '图书册数')
    expect(books.at).toEqual({ file: '在线填报/石桥镇中心小学', sheet: '图书表', cell: 'B3' })
    const excerpt = await getExcerpt({ db: database() }, { county: open.county, run }, books.at, testKeyring())
    expect(excerpt).toMatchObject({
      highlight: { row: 2, column: 1 },
      online: {
        unit: '石桥镇中心小学',
        table: '图书表',
        item: '图书册数',
        text: '2000',
        by: '叶晴川',
        way: '页面填写',
      },
    })
    expect(excerpt.rows).toContainEqual(['图书册数', '2000'])
  })

  it('says before a correction is frozen which official results it would change', async () => {
    for (const [register, unit] of all) await open.freeze(register, unit)
    const official = await evaluate('official')
    const key = await correctBooks('1900')
    const effects = await open.door.read(open.caller('collection.read'), (ctx) => showEffects(ctx, key))
    expect(effects).toMatchObject({ pending: true, run: { id: official.run }, stale: false, turned: 1, figures: 1 })
    expect(effects.changes[0]).toMatchObject({ kind: 'verdict', before: '达标', after: '未达标' })
    expect(effects.changes).toContainEqual(
      expect.objectContaining({
        kind: 'figure',
        title: '生均图书',
        subject: '石桥镇中心小学',
        before: '20.00 册/生',
        after: '19.00 册/生',
      }),
    )
    const school = open.caller('collection.read', '叶晴川', `${open.root}T01/S2199000001/`)
    const blind = await open.door.read(school, (ctx) => showEffects(ctx, key))
    expect(blind).toMatchObject({ pending: true, changes: [] })
    expect(blind).not.toHaveProperty('run')
  })

  it('tells who owes what until when, township by township, and which items turned since the evaluation before', async () => {
    await open.freeze('roster', 'D02')
    await open.freeze('books', 'S2199000001')
    const read = <T>(work: (ctx: Ctx) => Promise<T>) => open.door.read(open.caller('collection.read'), work)
    const { owing, owing_units: units, periods } = await read((ctx) => listDeadlines(ctx, open.county))
    expect(periods).toEqual([{ title: '2025年图书采集', due_on: '2026-11-30', tasks: 3, submitted: 2, overdue: 0 }])
    expect({ owing, units }).toMatchObject({
      units: 1,
      owing: [{ name: '河口小学', registers: ['图书表'], due_on: '2026-11-30', overdue: false }],
    })
    const first = await evaluate('official')
    expect(await listTurns(database(), { county: open.county, run: first.run })).toEqual({ turned: [] })
    await open.freeze('books', 'S2199000002')
    const second = await evaluate('official')
    expect(await listTurns(database(), { county: open.county, run: second.run })).toMatchObject({
      before: { run: first.run, same_rules: true },
      turned: [{ indicator: 'books_each', before: 'undecided', after: 'met' }],
    })
  })
})
