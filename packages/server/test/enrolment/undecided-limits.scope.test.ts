import type { InboxItem } from '@eduduty/core/desk'
import type { DecideLimitsBody, LimitList } from '@eduduty/core/enrolment'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepClocks } from '../../src/clocks/index.ts'
import { inboxRoutes } from '../../src/desk/index.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { onBothEngines, type UseDatabase } from '../harness/engines.ts'
import { type CaseDesk, idNumberOf, openCaseDesk, type Person } from './case-desk.ts'

const path = `limits/${testCounty}`
const basis = { document: '某县控辍保学办法〔2026〕5号', dated_on: '2026-08-10' }

/** A county that has decided nothing yet, in a database of its own. */
function useDesk(db: UseDatabase) {
  let opened: CaseDesk | undefined
  const desk = (): CaseDesk => {
    if (opened === undefined) throw new Error('the county is opened before the tests')
    return opened
  }
  beforeAll(async () => {
    opened = await openCaseDesk(db(), { isUndecided: true })
  })
  afterAll(() => desk().close())
  return {
    desk,
    limits: async (person: Person): Promise<LimitList> => (await desk().get(person, `enrolment/${path}`)).json(),
    decide: (person: Person, wanted: DecideLimitsBody['limits'], more: Partial<DecideLimitsBody> = {}) =>
      desk().post(person, path, { ...basis, ...more, limits: wanted }),
  }
}

onBothEngines((db) => {
  const { desk, limits } = useDesk(db)

  describe('a county that has decided nothing', () => {
    it('lists every limit with what the pack suggests, and who may decide', async () => {
      const { limits: all, may_decide: may } = await limits('green')
      expect(may).toBe(false)
      expect((await limits('bureau')).may_decide).toBe(true)
      expect(all.map(({ id }) => id)).toEqual(
        [
          ...['school_persuasion', 'township_persuasion', 'order_limit', 'county_action', 'legal_action'],
          ...['stability', 'county_review'],
        ]
          .map((id) => `clock.${id}`)
          .concat(
            ['times.report.persuasions', 'times.order_return.persuasions', 'relapse', 'retention'],
            ['monthly', 'quarterly', 'termly', 'yearly'].map((id) => `clock.${id}_report`),
            ['left_behind', 'in_hardship', 'orphan', 'without_carer'].map((id) => `care.${id}`),
          ),
      )
      // How often children in care are visited is not even suggested.
      expect(all.filter(({ suggested }) => suggested === undefined).map(({ kind }) => kind)).toEqual(
        Array(4).fill('visit'),
      )
      expect(all.every(({ source, decided }) => source !== '' && decided === undefined)).toBe(true)
    })

    it('opens a case and records what is done; no time runs, and no number of tries is asked for', async () => {
      desk().at('2026-09-01')
      const id = await desk().open({ name: '程小满', id_number: idNumberOf(701) })
      const opened = await desk().read('green', id)
      expect(opened.row).toMatchObject({ is_undecided: true, is_overdue: false, owner: '学校' })
      expect(opened.row).not.toHaveProperty('due_on')
      expect(opened).not.toHaveProperty('clock')
      expect((await desk().step('riverSchool', id, 'visit')).status).toBe(200)
      desk().at('2026-09-03')
      expect((await desk().step('riverSchool', id, 'report')).status).toBe(200)
      expect((await desk().step('green', id, 'order_return')).status).toBe(200)
      // A day that a notice names hangs on nothing that is open.
      const ordered = (await desk().read('green', id)).row
      expect([ordered.state, ordered.due_on, ordered.is_undecided]).toEqual(['ordered', '2026-10-01', false])
      expect(await sweepClocks(testDoor(db()), new Date('2026-09-20T02:00:00Z'))).toBe(0)
    })

    it('waits for the decision before the end of a period whose length is open, and says so', async () => {
      const id = await desk().open({ name: '何小雨', id_number: idNumberOf(702) })
      expect((await desk().step('riverSchool', id, 'return_to_school')).status).toBe(200)
      const stay = (await desk().read('riverSchool', id)).steps.find(({ step }) => step === 'stay_stable')
      expect(stay?.refused).toContain('期限尚未确定')
    })

    it('tells the same numbers on the page and in the inbox of whoever decides', async () => {
      desk().at('2026-09-01')
      await desk().open({ name: '苗小满', id_number: idNumberOf(708) })
      expect(
        (await desk().post('bureau', `periodic/${testCounty}`, { year: 2026, since: '2026-09-01' })).statusCode,
      ).toBe(200)
      const { waiting_cases: cases, waiting_reports: reports } = await limits('bureau')
      expect(cases).toBeGreaterThan(0)
      expect(reports).toBeGreaterThan(0)
      const deps = depsAs(db(), [{ role: 'department_head', scope: testPath, unit: `${testPath}D02/` }])
      const app = await createApp({ deps, routes: [inboxRoutes] })
      const { waiting }: { waiting: InboxItem[] } = (await app.inject({ url: '/api/desk/inbox' })).json()
      expect(waiting.filter(({ subject }) => subject === 'limits')).toMatchObject([
        { says: `有19项尚未确定；在办个案${cases}件、定期报告${reports}份、关爱走访0人没有计时` },
      ])
      await app.close()
    })

    it('destroys nothing', async () => {
      const answer = await desk().post('bureau', `retention/${testCounty}/destructions`, { reason: '清单1号' })
      expect(answer.json().type).toBe('enrolment.keeping_undecided')
      expect((await desk().get('bureau', `enrolment/retention/${testCounty}`)).json()).toMatchObject({
        is_undecided: true,
        due: [],
      })
    })
  })
})

onBothEngines((db) => {
  const { desk, limits, decide } = useDesk(db)
  const fired = (subject: string) =>
    db().run<{ kind: string; on_day: string }>(
      'select kind, on_day::text as on_day from clocks_firings where subject_id = $1 order by on_day, kind',
      [subject],
    )

  describe('the decision', () => {
    it('is refused to whoever does not decide, for what is unknown, in another unit, by a document of tomorrow', async () => {
      const one = { id: 'retention', amount: 10, unit: '年' } as const
      expect((await decide('green', [one])).statusCode).toBe(403)
      expect((await decide('bureau', [{ ...one, id: 'clock.unknown' }])).json().type).toBe('enrolment.limit_unknown')
      expect((await decide('bureau', [one, one])).json().type).toBe('enrolment.limit_unknown')
      expect((await decide('bureau', [{ ...one, unit: '次' }])).json().type).toBe('enrolment.limit_amount')
      expect((await decide('bureau', [{ ...one, amount: 101 }])).json().type).toBe('enrolment.limit_amount')
      const late = await decide('bureau', [one], { dated_on: '2027-01-01' })
      expect(late.json().type).toBe('enrolment.limit_document_day')
      expect((await limits('bureau')).limits.some(({ decided }) => decided !== undefined)).toBe(false)
    })

    it('starts the time of open cases from the day of their event, paused and extended as they were, once', async () => {
      desk().at('2026-09-01')
      const stable = await desk().open({ name: '何小雨', id_number: idNumberOf(702) })
      expect((await desk().step('riverSchool', stable, 'return_to_school')).status).toBe(200)
      const plain = await desk().open({ name: '钟小满', id_number: idNumberOf(703) })
      const held = await desk().open({ name: '顾小满', id_number: idNumberOf(704) })
      desk().at('2026-09-03')
      expect((await desk().step('bureau', held, 'pause_time')).status).toBe(200)
      desk().at('2026-09-08')
      expect((await desk().step('bureau', held, 'resume_time')).status).toBe(200)
      expect((await desk().step('bureau', held, 'extend_time')).status).toBe(200)
      desk().at('2026-09-21')
      expect((await limits('bureau')).waiting_cases).toBe(3)
      const decided = await decide('bureau', [{ id: 'clock.school_persuasion', amount: 10, unit: '自然日' }])
      // The one in its stable period goes on waiting.
      expect(decided.json()).toEqual({ limits: 1, cases: 2, reports: 0, children: 0 })
      expect((await limits('green')).waiting_cases).toBe(1)
      expect((await desk().read('green', stable)).row.is_undecided).toBe(true)
      const { row, clock } = await desk().read('green', plain)
      expect([row.due_on, clock?.started_on, row.is_overdue]).toEqual(['2026-09-11', '2026-09-01', true])
      expect(clock?.rule.basis?.document).toBe(basis.document)
      // 8 days were left on the 3rd; from the 8th they end on the 16th, with 5 more on the 21st.
      expect((await desk().read('green', held)).row.due_on).toBe('2026-09-21')
      const now = new Date('2026-09-21T02:00:00Z')
      expect(await sweepClocks(testDoor(db()), now)).toBeGreaterThan(0)
      expect((await fired(plain)).map(({ kind, on_day: day }) => `${kind} ${day}`)).toEqual([
        ...['remind 2026-09-08', 'remind 2026-09-10', 'overdue 2026-09-12', 'escalate 2026-09-14'],
        'escalate 2026-09-16',
      ])
      expect(await sweepClocks(testDoor(db()), now)).toBe(0)
      // The same once more moves nothing that runs.
      await decide('bureau', [{ id: 'clock.school_persuasion', amount: 20, unit: '自然日' }])
      expect((await desk().read('green', plain)).row.due_on).toBe('2026-09-11')
      expect(await sweepClocks(testDoor(db()), now)).toBe(0)
      const next = await desk().open({ name: '陆小满', id_number: idNumberOf(705) })
      expect((await desk().read('green', next)).row.due_on).toBe('2026-10-12')
    })

    it('asks for as many tries as it says, and tells relapses from then on, also of cases that are open', async () => {
      desk().at('2026-09-21')
      const first = await desk().open({ name: '田小满', id_number: idNumberOf(706) })
      await desk().step('green', first, 'propose_exit', { exit: 'abroad', proof: '签证' })
      await desk().step('bureau', first, 'confirm_exit')
      desk().at('2026-09-28')
      const again = await desk().open({ name: '田小满', id_number: idNumberOf(706) })
      expect((await desk().read('green', again)).row.is_relapse).toBe(false)
      const times = { id: 'times.report.persuasions', amount: 4, unit: '次' } as const
      await decide('bureau', [times, { id: 'relapse', amount: 90, unit: '自然日' }])
      const { row, earlier, steps } = await desk().read('riverSchool', again)
      expect([row.is_relapse, earlier]).toEqual([true, { case: first, days_clean: 7 }])
      expect(steps.find(({ step }) => step === 'report')?.refused).toContain('4')
    })

    it('says how long ended cases are kept; what was proposed before by fewer years is not destroyed', async () => {
      desk().at('2026-09-21')
      const ended = await desk().open({ name: '白小满', id_number: idNumberOf(707) })
      await desk().step('green', ended, 'propose_exit', { exit: 'abroad', proof: '签证' })
      expect((await desk().step('bureau', ended, 'confirm_exit')).status).toBe(200)
      await decide('bureau', [{ id: 'retention', amount: 1, unit: '年' }])
      desk().at('2027-10-01')
      const asked = await desk().post('bureau', `retention/${testCounty}/destructions`, { reason: '清单1号' })
      expect(asked.statusCode).toBe(200)
      await decide('bureau', [{ id: 'retention', amount: 30, unit: '年' }])
      const decision = `retention/${testCounty}/destructions/${asked.json().destruction}/decision`
      const answer = await desk().post('secondBureau', decision, { approves: true, says: '' })
      expect(answer.json()).toMatchObject({ destroyed: 0 })
    })
  })
})

onBothEngines((db) => {
  const { desk, limits, decide } = useDesk(db)
  const clocksOf = (subject: string) =>
    db().run<{ state: string; due_on: string }>(
      'select state, due_on::text as due_on from clocks_clocks where subject_id = $1 order by started_on, clock_id',
      [subject],
    )

  describe('time that ran by a former default when nothing had been decided', () => {
    it('goes on as it was started, fires each thing once, and the next stage follows the decision', async () => {
      desk().at('2026-09-01')
      const before = [
        { id: 'clock.school_persuasion', amount: 10, unit: '自然日' },
        { id: 'clock.township_persuasion', amount: 10, unit: '自然日' },
      ] as const
      expect((await decide('bureau', [...before])).statusCode).toBe(200)
      const staying = await desk().open({ name: '岑小满', id_number: idNumberOf(711) })
      const going = await desk().open({ name: '骆小满', id_number: idNumberOf(712) })
      expect(await sweepClocks(testDoor(db()), new Date('2026-09-08T02:00:00Z'))).toBe(2)
      // As an upgrade leaves a county: clocks run, and nobody has decided anything.
      await db().run('delete from enrolment_limits')
      expect((await desk().read('green', staying)).row).toMatchObject({ due_on: '2026-09-11', is_undecided: false })
      desk().at('2026-09-09')
      expect((await desk().step('riverSchool', going, 'report')).status).toBe(200)
      expect((await desk().read('green', going)).row.is_undecided).toBe(true)
      expect((await limits('bureau')).waiting_cases).toBe(1)
      desk().at('2026-09-21')
      const decided = await decide('bureau', [
        { id: 'clock.school_persuasion', amount: 60, unit: '自然日' },
        { id: 'clock.township_persuasion', amount: 20, unit: '自然日' },
      ])
      expect(decided.json()).toMatchObject({ cases: 1 })
      expect(await clocksOf(staying)).toEqual([{ state: 'running', due_on: '2026-09-11' }])
      expect((await desk().read('green', staying)).row).toMatchObject({ due_on: '2026-09-11', is_overdue: true })
      expect(await clocksOf(going)).toMatchObject([{ state: 'stopped' }, { state: 'running', due_on: '2026-09-29' }])
      const now = new Date('2026-09-21T02:00:00Z')
      await sweepClocks(testDoor(db()), now)
      const fired = await db().run<{ kind: string; on_day: string }>(
        'select kind, on_day::text as on_day from clocks_firings where subject_id = $1 order by on_day, kind',
        [staying],
      )
      // What was told before the decision is not told again, and what was due meanwhile is not left out.
      expect(fired.map(({ kind, on_day: day }) => `${kind} ${day}`)).toEqual([
        ...['remind 2026-09-08', 'remind 2026-09-10', 'overdue 2026-09-12', 'escalate 2026-09-14'],
        'escalate 2026-09-16',
      ])
      expect(await sweepClocks(testDoor(db()), now)).toBe(0)
    })
  })
})
