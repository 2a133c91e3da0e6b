import type { EventList, EventView, VerifyState } from '@eduduty/core/audit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditRoutes } from '../../src/audit/index.ts'
import type { Caller } from '../../src/platform/ctx.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { eventsSince } from '../harness/audit-events.ts'
import { depsAs, personAt, systemIn, testDoor, testPath } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

let db: Database
let app: App
const hostile = [
  '=cmd|calc',
  '+1',
  '-2',
  '@SUM(A1)',
  '＝1+1',
  '\u001b[31mred',
  'a\u202eb',
  'x\r\ny',
  '\t=1',
  '"q",1',
  '\u0000nul',
]

/** One minute after another from noon (UTC) of 1 September. */
let now = Date.parse('2026-09-01T12:00:00Z')
async function keep(caller: Caller, count: number, subject: (index: number) => string): Promise<void> {
  const door = testDoor(db, () => new Date(now))
  for (let index = 0; index < count; index += 1) {
    now += 60_000
    await door.record(caller, { action: 'evaluation.run', subject: subject(index), detail: { index } })
  }
}

beforeAll(async () => {
  db = await memoryDatabase()
  await keep(systemIn(), 5, (index) => `系统 ${index}`)
  const person = { ...systemIn(), actor: personAt(`${testPath}T01/`, '李四'), verb: 'evaluation.read' } as const
  await keep(person, 250, (index) => `评估 ${index}`)
  await keep(person, hostile.length, (index) => hostile[index] ?? '')
  app = await createApp({ deps: depsAs(db, [{ role: 'auditor', scope: testPath }]), routes: [auditRoutes] })
})
afterAll(() => app.close())

async function list(query: string): Promise<EventList> {
  const answer = await app.inject(`/api/audit/events${query}`)
  expect(answer.statusCode).toBe(200)
  return answer.json()
}

describe('searching the log', () => {
  it('pages through everything, newest first, each event once', async () => {
    const seen: EventView[] = []
    let page = await list('?limit=100')
    seen.push(...page.events)
    while (page.more) {
      page = await list(`?limit=100&before=${encodeURIComponent(page.events.at(-1)?.cursor ?? '')}`)
      seen.push(...page.events)
    }
    const numbers = seen.map((event) => event.event_no)
    expect(numbers).toEqual(Array.from({ length: 255 + hostile.length }, (_, index) => 255 + hostile.length - index))
  })

  it('narrows by day in China, person, action, result, text and unit', async () => {
    expect((await list('?person=李四&limit=500')).events).toHaveLength(250 + hostile.length)
    expect((await list('?action=identity.sign_in')).events).toHaveLength(0)
    expect((await list('?text=评估 249')).events).toMatchObject([{ subject: '评估 249', action_title: '运行评估' }])
    expect((await list('?result=denied')).events).toHaveLength(0)
    expect((await list(`?unit=${encodeURIComponent(`${testPath}T01/`)}&limit=500`)).events).toHaveLength(
      250 + hostile.length,
    )
    // 20:00 in China to midnight is 4 hours.
    expect((await list('?to=2026-09-01&limit=500')).events).toHaveLength(239)
    expect((await list('?from=2026-09-02&limit=500')).events).toHaveLength(255 + hostile.length - 239)
  })

  it.each(['?from=2026-13-45', '?before=x', '?unit=x', '?limit=0', '?order=asc'])('refuses %s', async (query) => {
    const answer = await app.inject(`/api/audit/events${query}`)
    expect([answer.statusCode, answer.json().type]).toEqual([400, 'request.invalid'])
  })

  it('shows signs that mislead a reader spelled out', async () => {
    const shown = (await list('?limit=11')).events.map((event) => event.subject).reverse()
    expect(shown).toEqual([
      '=cmd|calc',
      '+1',
      '-2',
      '@SUM(A1)',
      '＝1+1',
      '⟨U+001B⟩[31mred',
      'a⟨U+202E⟩b',
      'x⟨U+000D⟩⏎y',
      '⇥=1',
      '"q",1',
      '�nul',
    ])
  })
})

describe('exporting the log', () => {
  it('as csv: text that would be a formula stays text, one line for each event, and one event in the log', async () => {
    const added = await eventsSince(db)
    const answer = await app.inject('/api/audit/export?format=csv&person=李四')
    expect(answer.statusCode).toBe(200)
    const lines = answer.body.split('\r\n')
    expect(lines).toHaveLength(1 + 250 + hostile.length + 1)
    for (const text of ['"\'=cmd|calc"', '"\'+1"', '"\'-2"', '"\'@SUM(A1)"', '"\'＝1+1"', '"""q"",1"', '"⇥=1"'])
      expect(answer.body).toContain(`,${text},`)
    for (const sign of ['\u001b', '\u202e']) expect(answer.body).not.toContain(sign)
    expect(await added()).toMatchObject([
      { action: 'audit.export', subject: '操作人 李四', detail: { format: 'csv', rows: 250 + hostile.length } },
    ])
  })

  it('as xlsx: every cell is text', async () => {
    const answer = await app.inject('/api/audit/export?format=xlsx&person=李四')
    const { readXlsx } = await import('hucre/xlsx')
    const book = await readXlsx(answer.rawPayload)
    const rows = book.sheets[0]?.rows ?? []
    expect(rows).toHaveLength(1 + 250 + hostile.length)
    expect(rows.flat().every((value) => typeof value === 'string' || value === null)).toBe(true)
    expect(
      rows
        .slice(1, 12)
        .map((row) => row[7])
        .reverse()
        .slice(0, 5),
    ).toEqual(["'=cmd|calc", "'+1", "'-2", "'@SUM(A1)", "'＝1+1"])
  })
})

describe('verifying from the page', () => {
  it('goes on by itself, tells how far it is and what it found, and leaves one event', async () => {
    const added = await eventsSince(db)
    const start = await app.inject({ method: 'POST', url: '/api/audit/verify', headers: { 'x-eduduty-csrf': 'token' } })
    expect(start.json()).toMatchObject({ state: 'running' })
    let state: VerifyState = start.json()
    while (state.state === 'running') state = (await app.inject('/api/audit/verify')).json()
    expect(state).toMatchObject({ state: 'done', report: { ok: true, chains: [{ county: '990101' }], findings: [] } })
    expect(await added()).toMatchObject([{ action: 'audit.verify', reason: '没有发现改动', detail: { wrong: 0 } }])
  })
})
