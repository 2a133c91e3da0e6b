import { beforeEach, expect, it } from 'vitest'
import { evaluatePeriod } from '../../src/evaluation/evaluate-period.ts'
import { LivePeriod } from '../../src/evaluation/live/live-period.ts'
import { onBothEngines } from '../harness/engines.ts'
import { CollectedCounty } from './collected-county.ts'

let serial = 40

onBothEngines((database) => {
  let open: CollectedCounty
  let live: LivePeriod
  beforeEach(async () => {
    serial += 1
    open = await CollectedCounty.open(database(), `9902${serial}`)
    live = new LivePeriod({ county: open.county, periodId: open.period }, () => new Date(0))
  })
  const look = () => open.as('evaluation.read', (ctx) => live.refresh(ctx))
  const bookRow = async (): Promise<number | undefined> => {
    const [row] = await database().run<{ row_no: number }>(
      `select row_no from r_small_books_books where county_code = $1 and submission_id =
         (select submission_id from collection_tasks where county_code = $1 and task_id = $2)`,
      [open.county, open.task('books', 'S2199000001')],
    )
    return row?.row_no
  }

  it('tells what a typed cell turns, and to whom it is new', async () => {
    const first = await look()
    expect(live.answer(undefined)).toMatchObject({ is_new: true, changes: [], verdict: { state: 'met' } })
    await open.type('books', 'S2199000001', 'books', '1900', '2000', await bookRow())
    const second = await look()
    expect(second).not.toBe(first)
    const answer = live.answer(first)
    expect(answer).toMatchObject({ is_new: false, verdict: { state: 'unmet' } })
    expect(answer.changes.map(({ kind }) => kind)).toEqual(['verdict', 'section', 'item', 'figure'])
    expect(answer.changes.at(-1)).toMatchObject({
      figure: 'books_each@2199000001',
      before: '20.00 册/生',
      after: '19.00 册/生',
    })
    expect(live.answer(second).changes).toEqual([])
    expect(live.answer('an old mark')).toMatchObject({ is_new: true, changes: [] })
    expect(await look()).toBe(second)
  })

  it('adds up the steps between two questions, and says what an evaluation would say', async () => {
    const first = await look()
    await open.type('books', 'S2199000001', 'books', '1900', '2000', await bookRow())
    await look()
    await open.type('books', 'S2199000001', 'books', '2100', '1900', await bookRow())
    await look()
    expect(
      live
        .answer(first)
        .changes.filter(({ kind }) => kind === 'verdict')
        .map(({ after }) => after),
    ).toEqual(['未达标', '达标'])
    const key = { county: open.county, periodId: open.period }
    const run = await evaluatePeriod(open.door, open.caller('collection.review'), key, 'preview')
    expect(live.answer(undefined).verdict.state).toBe(run.state)
  })
})
