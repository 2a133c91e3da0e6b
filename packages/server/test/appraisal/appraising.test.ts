import { describe, expect, it } from 'vitest'
import { testDoor } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { type AppraisalDesk, appraisalDesk, bothSections, itemOf } from './appraisal-desk.ts'
import { type AppraisingCounty, openAppraising, windows } from './appraising-county.ts'
import { beginRating, notice, rateAll } from './rate-all.ts'
import { storeTownshipRun } from './township-run.ts'

let serial = 20

describe('an appraisal', () => {
  const open = async (accident?: string): Promise<{ county: AppraisingCounty; desk: AppraisalDesk }> => {
    serial += 1
    const county = await openAppraising(await memoryDatabase(), `9901${serial}`, accident)
    return { county, desk: await appraisalDesk(county) }
  }

  it('goes from the self-rating through two raters to a published result, by the ladder of the pack', async () => {
    const { county, desk } = await open()
    const begun = await desk.see('白专干')
    expect(begun.entry).toMatchObject({ state: 'self_rating', items: 3, self_rated: 0, at_me: true })
    expect(itemOf(begun, 'retention').computed).toMatchObject({ shown: '97', points: '48.5' })
    expect(itemOf(begun, 'visits')).toMatchObject({
      computed: { level: '中', points: '10' },
      levels: [
        { title: '好', points: '20' },
        { title: '中', points: '10' },
        { title: '差', points: '0' },
      ],
    })
    expect(itemOf(begun, 'nursery').is_idle).toBe(true)
    await desk.selfRateAll()
    expect((await desk.post('白专干', 'report', { reason: '' })).status).toBe(200)
    expect((await desk.assign(bothSections)).status).toBe(200)
    expect((await desk.post('陆督导', 'start', { reason: '' })).body).toMatchObject({ entry: { state: 'rating' } })
    await rateAll(desk, '季督学', { retention: '48', visits: '中', pledges: '20' })
    await rateAll(desk, '顾督学', { retention: '47', visits: '中', pledges: '19' })
    const concluded = await desk.post('沈督导', 'conclusion', { reason: '' })
    // Means 47.5 and 19.5, level 中 10: 77 of 90 that apply, scaled up to 85.56.
    expect(concluded.body).toMatchObject({
      entry: { state: 'concluded', points: '85.56', grade: '良好', version: 1 },
      results: [{ version: 1, kind: 'conclusion', rated: { points: { value: '770/9' }, base: '良好', grade: '良好' } }],
    })
    await desk.post('沈督导', 'announcement', notice('1号'))
    county.clock.now = new Date('2026-12-02T04:00:00Z')
    expect((await desk.post('沈督导', 'publication', notice('2号'))).body).toMatchObject({
      type: 'appraisal.still_appealable',
    })
    county.clock.now = new Date('2026-12-03T04:00:00Z')
    expect((await desk.post('沈督导', 'publication', notice('2号'))).body).toMatchObject({
      entry: { state: 'published' },
    })
    const seen = await desk.see('白专干')
    expect(seen.publications.map(({ kind, document_no }) => [kind, document_no])).toEqual([
      ['publish', '云教督〔2026〕2号'],
      ['announce', '云教督〔2026〕1号'],
    ])
    expect(seen.credibility).toMatchObject({ items: 3, same: 0, over: 3, under: 0 })
    expect(itemOf(seen, 'visits').verified).toEqual({ level: '中' })
    expect((await desk.post('陆督导', 'cancellation', { reason: '不应再动' })).status).toBe(409)
  })

  it('lets effects of the pack strike the verified result as they strike the computed one', async () => {
    const { desk } = await open('是')
    await beginRating(desk)
    for (const who of ['季督学', '顾督学'] as const)
      await rateAll(desk, who, { retention: '50', visits: '好', pledges: '20' })
    const { body } = await desk.post('沈督导', 'conclusion', { reason: '' })
    expect(body).toMatchObject({ results: [{ rated: { points: { value: '100' }, base: '优秀', grade: '良好' } }] })
  })

  it('keeps every step in its history and in the audit log', async () => {
    const { county, desk } = await open()
    await desk.selfRateAll()
    await desk.post('白专干', 'report', { reason: '' })
    await desk.assign(bothSections)
    const seen = await desk.see('陆督导')
    expect(seen.events.map(({ action, by }) => [action, by])).toEqual([
      ['assign', '陆督导'],
      ['report', '白专干'],
      ['rate_self', '白专干'],
      ['rate_self', '白专干'],
      ['rate_self', '白专干'],
      ['open', '陆督导'],
    ])
    const logged = await county.db.run<{ action: string }>(
      `select action from audit_events where county_code = $1 and action like 'appraisal.%' order by event_no`,
      [county.county],
    )
    expect(logged.map(({ action }) => action)).toEqual([
      'appraisal.open',
      ...Array.from({ length: 3 }, () => 'appraisal.rate_self'),
      'appraisal.report',
      'appraisal.assign',
    ])
  })

  it('is opened once for a unit, and again only after it was cancelled', async () => {
    const { county, desk } = await open()
    const again = (run = county.run) =>
      county.send('陆督导', '/appraisals', {
        run,
        rating: 'yearly',
        subjects: [county.second, county.first],
        self_until: '2026-12-01',
        rate_until: '2026-12-10',
        publicity_days: 5,
        appeal_days: 7,
        tolerance_percent: '0',
      })
    expect((await again()).body).toMatchObject({ type: 'appraisal.already_open' })
    const door = testDoor(county.db, () => county.clock.now)
    county.clock.now = new Date(county.clock.now.getTime() + 1000)
    const run = await storeTownshipRun(county.db, door, county.county, '是')
    expect(run).not.toBe(county.run)
    expect((await again(run)).body).toMatchObject({ type: 'appraisal.already_open' })
    const { body: offered } = await county.send('陆督导', '/offers')
    expect(offered).toMatchObject({
      offers: [{ run, ratings: [{ subjects: [{ is_open: true }, { is_open: false }] }] }],
    })
    expect((await county.send('陆督导', '/appraisals')).body).toMatchObject({
      appraisals: [{ subject_name: '石桥镇' }],
      has_more: false,
    })
    await desk.post('陆督导', 'cancellation', { reason: '期限定错' })
    expect((await again()).body.appraisal_ids).toHaveLength(2)
  })

  it('is not opened by somebody of the unit, who could neither conduct nor cancel it', async () => {
    const county = await openAppraising(await memoryDatabase(), '990159')
    const open = (subject: string) =>
      county.send('乡督导', '/appraisals', { run: county.run, rating: 'yearly', subjects: [subject], ...windows })
    const own = await open(county.first)
    expect([own.status, own.body]).toMatchObject([403, { type: 'appraisal.own_unit_opened' }])
    expect(own.body).toMatchObject({ title: expect.stringContaining('石桥镇') })
    expect((await county.send('乡督导', '/offers')).body).toMatchObject({
      offers: [{ ratings: [{ subjects: [{ is_own: true }, { is_own: false }] }] }],
    })
    expect((await county.send('陆督导', '/appraisals')).body).toMatchObject({ appraisals: [] })
    expect((await open(county.second)).body.appraisal_ids).toHaveLength(1)
  })

  it('is found by whose turn it is behind as many others as are shown at once', async () => {
    const { county, desk } = await open()
    await county.db.run(
      `insert into appraisal_appraisals
       select (jsonb_populate_record(a, jsonb_build_object('appraisal_id', 'more-' || n, 'subject', 'more-' || n,
         'state', 'self_reported', 'rate_until', a.self_until))).*
       from appraisal_appraisals a, generate_series(1, 300) n where a.county_code = $1`,
      [county.county],
    )
    const { body: everything } = await county.send('白专干', '/appraisals')
    expect([everything.has_more, JSON.stringify(everything).includes(desk.id)]).toEqual([true, false])
    const { body: mine } = await county.send('白专干', '/appraisals?at_me=true')
    expect(mine).toMatchObject({ has_more: false, appraisals: [{ appraisal_id: desk.id }] })
  })
})
