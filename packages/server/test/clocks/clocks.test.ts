import type { ClockRule } from '@eduduty/core/packs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  clockRoutes,
  findClocks,
  type NewClock,
  noteClockEvent,
  startClocks,
  sweepClocks,
} from '../../src/clocks/index.ts'
import type { Door } from '../../src/platform/door.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs, systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { onBothEngines } from '../harness/engines.ts'

const rule: ClockRule = {
  id: 'supervise',
  title: '督办',
  length: { amount: 5, unit: '工作日' },
  rest_end: '顺延',
  remind: [3, 1],
  ladder: [
    { after: 1, unit: '工作日', at: '上级', post: '乡镇长' },
    { after: 5, unit: '工作日', at: '县', post: '分管县长' },
  ],
}
const headers = { 'x-eduduty-csrf': 'token' }
onBothEngines((db) => {
  let door: Door
  let app: App
  let now = new Date('2026-10-08T01:00:00Z')
  let ids: readonly string[] = []

  const at = (day: string): void => {
    now = new Date(`${day}T01:00:00Z`)
  }
  const sweep = () => sweepClocks(door, now)
  const caller = systemIn()

  const newClock = (id: string, more: Partial<NewClock> = {}): NewClock => ({
    path: `${testPath}T01/S01/`,
    subject: { kind: 'duties.task', id },
    title: `任务 ${id}`,
    rule,
    startedOn: '2026-10-08',
    ...more,
  })
  const start = async (...clocks: NewClock[]) => {
    ids = await door.write(caller, (ctx) => startClocks(ctx, testCounty, clocks))
  }
  const firings = () =>
    db().run<{ kind: string; on_day: string; org_path: string; post: string }>(
      `select kind, on_day, org_path, post from clocks_firings order by on_day, kind, org_path desc`,
    )
  const clockOfTask = async (id: string) =>
    (await door.read(caller, (ctx) => findClocks(ctx.db, testCounty, 'duties.task', [id]))).get(id)?.[0]

  beforeAll(async () => {
    door = testDoor(db(), () => now)
    app = await createApp({
      deps: depsAs(db(), [{ role: 'supervisor', scope: testPath }], () => now),
      routes: [clockRoutes],
    })
  })
  afterAll(async () => {
    await app.close()
  })
  beforeEach(async () => {
    at('2026-10-08')
    for (const table of ['firings', 'events', 'clocks', 'calendar_years']) await db().run(`delete from clocks_${table}`)
  })

  describe('time limits', () => {
    it('remind, mark what is late and go up the ladder by posts, each once, on their days', async () => {
      await start(newClock('a'))
      expect(await clockOfTask('a')).toMatchObject({ due_on: '2026-10-14', state: 'running' })
      for (const day of [
        '2026-10-08',
        '2026-10-11',
        '2026-10-11',
        '2026-10-13',
        '2026-10-15',
        '2026-10-30',
        '2026-10-30',
      ]) {
        at(day)
        await sweep()
      }
      expect(await firings()).toEqual([
        { kind: 'remind', on_day: '2026-10-11', org_path: `${testPath}T01/S01/`, post: '' },
        { kind: 'remind', on_day: '2026-10-13', org_path: `${testPath}T01/S01/`, post: '' },
        { kind: 'escalate', on_day: '2026-10-15', org_path: `${testPath}T01/`, post: '乡镇长' },
        { kind: 'overdue', on_day: '2026-10-15', org_path: `${testPath}T01/S01/`, post: '' },
        { kind: 'escalate', on_day: '2026-10-21', org_path: testPath, post: '分管县长' },
      ])
    })

    it('catch up after an outage of a month, and do nothing when the clock is set back', async () => {
      await start(...Array.from({ length: 1200 }, (_, no) => newClock(`t${no}`)))
      at('2026-11-20')
      expect(await sweep()).toBe(1200 * 5)
      at('2026-10-12')
      expect(await sweep()).toBe(0)
      at('2026-11-21')
      expect(await sweep()).toBe(0)
    })

    it('stand still while paused, grow when extended, end when stopped', async () => {
      await start(newClock('a'), newClock('b'))
      const [a = '', b = ''] = ids
      const note = (clock: string, event: Parameters<typeof noteClockEvent>[2]) =>
        door.write(caller, (ctx) =>
          noteClockEvent(ctx, { county: testCounty, clock }, event, { reason: '因故', approvedBy: '局长' }),
        )
      await note(a, { type: 'pause', on: '2026-10-09' })
      await note(b, { type: 'stop', on: '2026-10-09' })
      at('2026-10-20')
      expect(await sweep()).toBe(0)
      await note(a, { type: 'resume', on: '2026-10-20' })
      expect(await clockOfTask('a')).toMatchObject({ due_on: '2026-10-26' })
      await note(a, { type: 'extend', on: '2026-10-20', amount: 2 })
      expect(await clockOfTask('a')).toMatchObject({ due_on: '2026-10-28' })
      expect(await clockOfTask('b')).toMatchObject({ state: 'stopped' })
    })

    it('are swept by two programs at once without doing a thing twice', async () => {
      await start(...Array.from({ length: 50 }, (_, no) => newClock(`t${no}`)))
      at('2026-10-16')
      const done = await Promise.all([sweep(), sweep(), sweep()])
      expect(done.reduce((sum, one) => sum + one, 0)).toBe(50 * 4)
    })
  })

  describe('the working calendar', () => {
    const read = async () => (await app.inject({ url: `/api/clocks/calendar/${testCounty}` })).json()
    const enter = (year: number, body: object) =>
      app.inject({ method: 'PUT', url: `/api/clocks/calendar/${testCounty}/${year}`, headers, payload: body })
    const notice = { rest: ['2027-01-01'], work: [], document: '放假通知', note: '' }

    it('shows what is shipped, and the years that something waits for', async () => {
      await start(newClock('late', { startedOn: '2026-12-29' }))
      const { years, missing } = await read()
      expect(years.find(({ year }: { year: number }) => year === 2026)).toMatchObject({
        origin: 'pack',
        document: '国办发明电〔2025〕7号',
      })
      expect(missing).toEqual([{ year: 2027, clocks: 1 }])
    })

    it('of a year is entered by the county; what waited for it is counted', async () => {
      await start(newClock('late', { startedOn: '2026-12-29' }))
      expect(await clockOfTask('late')).toMatchObject({ missing_year: 2027 })
      expect((await enter(2027, notice)).json()).toEqual({ changed: 1 })
      expect(await clockOfTask('late')).toMatchObject({ due_on: '2027-01-06' })
      expect((await read()).missing).toEqual([])
    })

    it('that cannot be right is refused with the days', async () => {
      const wrong = await enter(2027, { ...notice, rest: ['2026-12-31'], work: ['2027-01-04'] })
      expect(wrong.statusCode).toBe(422)
      expect(wrong.json().title).toContain('2026年12月31日不在2027年')
      expect(wrong.json().title).toContain('2027年1月4日本来就是工作日')
    })

    it('entered again takes the place of what was there, which is kept', async () => {
      await enter(2027, notice)
      await enter(2027, { ...notice, rest: ['2027-01-01', '2027-01-04'], note: '改了' })
      const { years } = await read()
      expect(years.find(({ year }: { year: number }) => year === 2027)).toMatchObject({
        note: '改了',
        origin: 'county',
      })
      expect(await db().run(`select version from clocks_calendar_years order by version`)).toHaveLength(2)
    })
  })
})
