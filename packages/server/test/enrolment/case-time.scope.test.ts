import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterYear } from '../../src/clocks/calendar/enter-year.ts'
import { sweepClocks } from '../../src/clocks/index.ts'
import { openPost } from '../../src/organizations/posts/open-post.ts'
import { systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { onBothEngines } from '../harness/engines.ts'
import { type CaseDesk, fields, openCaseDesk } from './case-desk.ts'

onBothEngines((db) => {
  let desk: CaseDesk
  beforeAll(async () => {
    desk = await openCaseDesk(db())
  })
  afterAll(() => desk.close())

  describe('the day by which a child must return', () => {
    it('in the notice is the last day of the time limit; a day that is over is refused', async () => {
      desk.at('2026-09-01')
      const id = await desk.open()
      for (const step of ['persuade', 'persuade', 'report']) await desk.step('riverSchool', id, step)
      await desk.step('green', id, 'persuade')
      const offered = (await desk.read('green', id)).steps.find(({ step }) => step === 'order_return')
      expect(offered?.due).toEqual({ field: 'return_by', proposed: '2026-09-08' })
      const order = (day: string) => desk.step('green', id, 'order_return', { fields: fields({ return_by: day }) })
      expect((await order('2026-09-01')).body).toContain('enrolment.due_past')
      // A Saturday stays a Saturday: the notice says so.
      expect((await order('2026-09-19')).status).toBe(200)
      const { row, clock } = await desk.read('green', id)
      expect([row.due_on, clock?.due_on, clock?.title]).toEqual(['2026-09-19', '2026-09-19', '限期复学的期限（程**）'])
      const [paper] = await db().run<{ text: string }>(
        `select content::text as text from enrolment_case_papers where case_id = $1 and kind = 'return_notice'`,
        [id],
      )
      expect(paper?.text).toContain('2026年9月19日前')
    })
  })

  describe('a working calendar that is entered later', () => {
    it('gives the lists of every unit their last day at once', async () => {
      desk.at('2031-03-03')
      const id = await desk.open({ name: '何小雨' })
      const due = async (person: 'green' | 'riverSchool') =>
        (await desk.list(person)).cases.find((one) => one.case === id)?.due_on
      expect([await due('green'), await due('riverSchool')]).toEqual([undefined, undefined])
      const year = { rest: [], work: [], document: '测试通知', note: '' }
      await testDoor(db()).write(systemIn(), (ctx) => enterYear(ctx, testCounty, 2031, year))
      expect([await due('green'), await due('riverSchool')]).toEqual(['2031-03-17', '2031-03-17'])
    })
  })

  describe('what goes up to the county', () => {
    it('is told where the post is: in a department', async () => {
      await testDoor(db()).write(systemIn(), (ctx) =>
        openPost(ctx, { county: testCounty, unitId: 'D02', title: '督导办主任' }),
      )
      await sweepClocks(testDoor(db()), new Date('2031-04-01T02:00:00Z'))
      const told = await db().run<{ org_path: string }>(
        `select distinct org_path from clocks_firings where post = '督导办主任'`,
      )
      expect(told).toEqual([{ org_path: `${testPath}D02/` }])
    })
  })
})
