import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { daysOfSpan } from '@eduduty/core/calendar'
import { fastForward } from '../../../core/test/enrolment/fast-forward.ts'
import { plainFirings } from '../../../core/test/enrolment/plain-clock.ts'
import { sweepClocks } from '../../src/clocks/index.ts'
import { packsFolder, readPack } from '../../src/packs/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { openEmbedded } from '../../src/platform/db/embedded/open-embedded.ts'
import { openServer } from '../../src/platform/db/server/open-server.ts'
import { testDoor } from '../harness/doors.ts'
import { openCaseDesk } from './case-desk.ts'

const timed = async <T>(work: () => Promise<T> | T): Promise<{ result: T; ms: number }> => {
  const began = performance.now()
  const result = await work()
  return { result, ms: performance.now() - began }
}

async function shippedPack(id: string) {
  const { loaded } = await readPack(id, packsFolder())
  if (loaded === undefined) throw new Error(`pack ${id} cannot be read`)
  return loaded.own
}

/** Three years of many cases in memory; of the first `sample` everything that they did against counting day by day. */
export async function benchFastForward(cases: number, sample: number) {
  const { casework = [], clocks = [] } = await shippedPack('dropout-control')
  const calendars = (await shippedPack('working-days')).calendars ?? []
  const years = calendars.map(({ year, rest, work }) => ({
    year,
    rest: rest.flatMap(daysOfSpan),
    work: work.flatMap(daysOfSpan),
  }))
  const [definition] = casework
  if (definition === undefined) throw new Error('the pack has no casework')
  const { result, ms } = await timed(() => fastForward({ casework: definition, clocks, years, cases, seed: 1 }, sample))
  let differing = 0
  for (const life of result.lives) {
    const did = life.fired.map(({ key, on }) => `${key} ${on}`).toSorted()
    if (did.join() !== plainFirings(life, years).join()) differing += 1
  }
  return { ...result, lives: result.lives.length, differing, ms }
}

/** Whole requests that take a step, on the embedded engine with its real fsync: how long they take, in ms. */
export async function benchSteps(steps: number): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'eduduty-cases-'))
  const db = await openEmbedded(folder)
  const desk = await openCaseDesk(db)
  const took: number[] = []
  try {
    const cases: string[] = []
    for (let at = 0; at < 20; at++) cases.push(await desk.open({ name: `某某${at}` }))
    for (let at = 0; at < steps; at++) {
      const id = cases[at % cases.length] ?? ''
      const { result, ms } = await timed(() => desk.step('riverSchool', id, at % 3 === 0 ? 'persuade' : 'visit'))
      if (result.status !== 200) throw new Error(result.body)
      took.push(ms)
    }
  } finally {
    await desk.close()
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return took.toSorted((one, other) => one - other)
}

/** A million running time limits on a server, some of them due today: how long a sweep takes, and the next one. */
export async function benchSweep(url: string, clocks: number, due: number) {
  const db = await openServer(url)
  try {
    await plantClocks(db, clocks, due)
    const door = testDoor(db)
    const now = new Date('2026-09-17T02:00:00Z')
    const first = await timed(() => sweepClocks(door, now))
    const second = await timed(() => sweepClocks(door, now))
    return { fired: first.result, ms: first.ms, again: second.result, againMs: second.ms }
  } finally {
    await db.close()
  }
}

const rule = JSON.stringify({
  id: 'bench',
  title: '期限',
  length: { amount: 10, unit: '工作日' },
  rest_end: '顺延',
  remind: [3, 1],
  ladder: [{ after: 1, unit: '工作日', at: '本单位', post: '主要负责人' }],
})

/** Ten counties; what is due began on the day whose reminder falls on the day of the sweep. */
async function plantClocks(db: Database, clocks: number, due: number): Promise<void> {
  const started = (at: string): string => `case when ${at} < ${due} then '2026-09-07'::date else '2026-09-15'::date end`
  const county = (at: string): string => `'99010' || (${at} % 10)`
  await db.run(
    `insert into clocks_clocks (county_code, clock_id, org_path, subject_kind, subject_id, title, rule, state, started_on,
       due_on, next_on)
     select ${county('n')}, 'c' || n, '99/9901/' || ${county('n')} || '/T01/', 'enrolment.case', 'c' || n, '劝返个案',
       $1::jsonb, 'running', ${started('n')},
       case when n < ${due} then '2026-09-20'::date else '2026-10-10'::date end,
       case when n < ${due} then '2026-09-17'::date else '2026-10-07'::date end
     from generate_series(0, ${clocks - 1}) n`,
    [rule],
  )
  await db.run(
    `insert into clocks_events (county_code, clock_id, event_no, org_path, type, on_day, person_id, person_name,
       recorded_at)
     select county_code, clock_id, 1, org_path, 'start', started_on, 'system', '系统', now() from clocks_clocks`,
  )
  await db.run('analyze clocks_clocks')
  await db.run('analyze clocks_events')
}
