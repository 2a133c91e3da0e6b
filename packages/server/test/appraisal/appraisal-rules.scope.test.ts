import { describe, expect, it } from 'vitest'
import { memoryDatabase } from '../harness/memory-database.ts'
import { type AppraisalDesk, appraisalDesk, bothSections, itemOf, selfRatings } from './appraisal-desk.ts'
import { type AppraisingCounty, openAppraising } from './appraising-county.ts'
import { beginRating, notice, rateAll } from './rate-all.ts'

let serial = 60

async function open(): Promise<{ county: AppraisingCounty; desk: AppraisalDesk }> {
  serial += 1
  const county = await openAppraising(await memoryDatabase(), `9901${serial}`)
  return { county, desk: await appraisalDesk(county) }
}

const same = { retention: '48.5', visits: '中', pledges: '20' } as const

describe('a self-rating', () => {
  it('is the unit’s own: neither office, nor another township, nor a school below it writes it', async () => {
    const { county, desk } = await open()
    const rating = selfRatings.retention ?? {}
    expect((await desk.selfRate('retention', rating, '陆督导')).body).toMatchObject({ type: 'appraisal.not_own_unit' })
    expect((await desk.selfRate('retention', rating, '何专干')).body).toMatchObject({ type: 'appraisal.not_found' })
    expect((await desk.selfRate('retention', rating, '程校长')).body).toMatchObject({ type: 'appraisal.not_found' })
    expect((await desk.selfRate('retention', rating, '季督学')).status).toBe(403)
    expect((await county.send('何专干', '/appraisals')).body).toMatchObject({ appraisals: [] })
  })

  it('needs grounds, and a reason where it is not what was computed; the refusal says so', async () => {
    const { desk } = await open()
    const plain = { deviation_reason: '', evidence: [] }
    const without = await desk.selfRate('pledges', { ...plain, points: '20', grounds: ' ' })
    expect(without.body).toMatchObject({ type: 'appraisal.grounds_missing' })
    const other = await desk.selfRate('pledges', { ...plain, points: '19', grounds: '责任书' })
    expect(other.body).toMatchObject({ type: 'appraisal.deviation_unexplained', title: expect.stringContaining('20') })
    const beyond = await desk.selfRate('pledges', { ...plain, points: '21', grounds: '责任书' })
    expect(beyond.body).toMatchObject({ type: 'appraisal.points_out_of_range' })
    const idle = await desk.selfRate('nursery', { ...plain, points: '1', grounds: '无' })
    expect(idle.body).toMatchObject({ type: 'appraisal.item_not_found' })
    const early = await desk.post('白专干', 'report', { reason: '' })
    expect(early.body).toMatchObject({ type: 'appraisal.has_unrated', title: expect.stringContaining('3 项') })
    expect((await desk.see('白专干')).entry.self_rated).toBe(0)
  })

  it('given back by the item opens these items alone, and voids what raters said of them', async () => {
    const { county, desk } = await open()
    await beginRating(desk)
    await rateAll(desk, '季督学', same)
    const back = { items: ['visits'], reason: '走访记录缺签字', until: '2026-12-05' }
    expect((await desk.post('陆督导', 'return', back)).body).toMatchObject({ entry: { state: 'self_rating' } })
    const locked = await desk.selfRate('pledges', selfRatings.pledges ?? {})
    expect(locked.body).toMatchObject({ type: 'appraisal.not_returned_item' })
    const early = await desk.post('白专干', 'report', { reason: '' })
    expect(early.body).toMatchObject({ type: 'appraisal.has_open_returns' })
    county.clock.now = new Date('2026-12-04T04:00:00Z')
    expect((await desk.selfRate('visits', selfRatings.visits ?? {})).status).toBe(200)
    expect((await desk.post('白专干', 'report', { reason: '' })).status).toBe(200)
    await desk.post('白专干', 'withdrawal', { reason: '再核一遍' })
    const still = await desk.selfRate('pledges', selfRatings.pledges ?? {})
    expect(still.body).toMatchObject({ type: 'appraisal.not_returned_item' })
    expect((await desk.selfRate('visits', selfRatings.visits ?? {})).status).toBe(200)
    expect((await desk.post('白专干', 'report', { reason: '' })).status).toBe(200)
    county.clock.now = new Date('2026-12-06T04:00:00Z')
    const late = await desk.post('白专干', 'withdrawal', { reason: '再核一遍' })
    expect(late.body).toMatchObject({ type: 'appraisal.self_past_due', title: expect.stringContaining('2026-12-05') })
    expect((await desk.post('陆督导', 'start', { reason: '' })).body).not.toHaveProperty('returned_until')
    const seen = await desk.see('季督学')
    expect([itemOf(seen, 'visits').opinions, itemOf(seen, 'visits').returned]).toEqual([[], undefined])
    expect(itemOf(seen, 'retention').opinions).toMatchObject([{ is_mine: true, points: '48.5' }])
    const rest = await desk.post('季督学', 'hand-in')
    expect(rest.body).toMatchObject({ type: 'appraisal.hand_in_incomplete', title: expect.stringContaining('1 项') })
  })
})

describe('raters', () => {
  it('do not belong to the unit, and one person does not sit at two seats of a section', async () => {
    const { desk } = await open()
    const own = await desk.assign([['work', 1, '乡督学']])
    expect(own.body).toMatchObject({ type: 'appraisal.rater_conflict', title: expect.stringContaining('乡督学') })
    const clerk = await desk.assign([['work', 1, '白专干']])
    expect(clerk.body).toMatchObject({ type: 'appraisal.rater_unknown' })
    const twice = await desk.assign([
      ['work', 1, '季督学'],
      ['work', 2, '季督学'],
    ])
    expect(twice.body).toMatchObject({ type: 'appraisal.same_rater' })
    expect((await desk.see('陆督导')).assignments).toEqual([])
  })

  it('see nothing of each other until both are in; the unit sees nothing before it is made public', async () => {
    const { desk } = await open()
    await beginRating(desk)
    await rateAll(desk, '季督学', same)
    for (const who of ['顾督学', '陆督导', '白专干', '林县长', '裴督学'] as const) {
      const { items, agreement } = await desk.see(who)
      expect([who, items.flatMap(({ opinions }) => opinions), agreement]).toEqual([who, [], undefined])
    }
    await rateAll(desk, '顾督学', { ...same, retention: '48' })
    expect(itemOf(await desk.see('陆督导'), 'retention').opinions.map(({ points }) => points)).toEqual(['48.5', '48'])
    expect(itemOf(await desk.see('季督学'), 'retention').opinions).toHaveLength(2)
    expect((await desk.see('陆督导')).agreement).toMatchObject({ items: 3, same: 2 })
    await desk.post('沈督导', 'conclusion', { reason: '' })
    const unit = await desk.see('白专干')
    expect([unit.results, unit.assignments, unit.entry.points]).toEqual([[], [], undefined])
    expect([unit.entry.handed_in, unit.entry.assigned]).toEqual([undefined, undefined])
    expect((await desk.see('陆督导')).entry).toMatchObject({ handed_in: 4, assigned: 4 })
    expect(
      unit.items.flatMap(({ opinions, verified }) => [...opinions, ...(verified === undefined ? [] : [verified])]),
    ).toEqual([])
    expect(JSON.stringify(unit)).not.toMatch(/季督学|顾督学/)
    await desk.post('沈督导', 'announcement', notice('1号'))
    const told = await desk.see('白专干')
    expect([told.entry.grade, told.assignments]).toEqual(['良好', []])
    expect(JSON.stringify(told)).not.toMatch(/季督学|顾督学/)
  })

  it('that differ by more than allowed need a third, who is asked of nothing else', async () => {
    const { desk } = await open()
    await beginRating(desk)
    await rateAll(desk, '季督学', same)
    await rateAll(desk, '顾督学', { ...same, visits: '差' })
    const early = await desk.post('沈督导', 'conclusion', { reason: '' })
    expect(early.body).toMatchObject({ type: 'appraisal.has_unsettled', title: expect.stringContaining('走访') })
    await desk.assign([['work', 3, '裴督学']])
    const beside = await desk.rate('裴督学', 'retention', { points: '1', grounds: '复核' })
    expect(beside.body).toMatchObject({ type: 'appraisal.nothing_to_settle' })
    const elsewhere = await desk.rate('裴督学', 'pledges', { points: '1', grounds: '复核' })
    expect(elsewhere.body).toMatchObject({ type: 'appraisal.not_rater' })
    await rateAll(desk, '裴督学', { visits: '好' })
    const again = await desk.rate('季督学', 'visits', { level: '差', grounds: '改主意' })
    expect(again.body).toMatchObject({ type: 'appraisal.already_handed_in' })
    const { body } = await desk.post('沈督导', 'conclusion', { reason: '' })
    // 48.5 + 20 + 20 of 90: 98.33.
    expect(body).toMatchObject({ entry: { points: '98.33', grade: '优秀' } })
  })

  it('cannot rate after the last day, until the office gives more time', async () => {
    const { county, desk } = await open()
    await beginRating(desk)
    county.clock.now = new Date('2026-12-11T04:00:00Z')
    const late = await desk.rate('季督学', 'pledges', { points: '20', grounds: '查阅' })
    expect(late.body).toMatchObject({ type: 'appraisal.rate_past_due', title: expect.stringContaining('2026-12-10') })
    const noDay = await desk.post('陆督导', 'extension', { rate_until: '2027-02-31', reason: '材料迟到' })
    expect(noDay.status).toBe(400)
    await desk.post('陆督导', 'extension', { rate_until: '2026-12-12', reason: '材料迟到' })
    expect((await desk.rate('季督学', 'pledges', { points: '20', grounds: '查阅' })).status).toBe(200)
  })
})

describe('an appeal', () => {
  it('is decided by somebody who neither rated nor concluded; a change is a new version and the old one stays', async () => {
    const { county, desk } = await open()
    await beginRating(desk)
    for (const who of ['季督学', '顾督学'] as const) await rateAll(desk, who, same)
    await desk.post('沈督导', 'conclusion', { reason: '' })
    await desk.post('沈督导', 'announcement', notice('1号'))
    const objection = { items: ['visits'], grounds: '补交的走访记录未被采信' }
    expect((await desk.post('陆督导', 'appeals', objection)).body).toMatchObject({ type: 'appraisal.not_own_unit' })
    const { body: appealed } = await desk.post('白专干', 'appeals', objection)
    expect(appealed).toMatchObject({ entry: { state: 'appealed' }, appeals: [{ status: 'waiting' }] })
    const id = (await desk.see('陆督导')).appeals[0]?.appeal_id ?? ''
    const decision = { changes: [{ item: 'visits', level: '好', points: '3' }], reason: '补交记录属实，予以采信' }
    const own = await desk.post('沈督导', `appeals/${id}/decision`, decision)
    expect(own.body).toMatchObject({ type: 'appraisal.had_a_hand' })
    expect((await desk.post('白专干', `appeals/${id}/decision`, decision)).status).toBe(403)
    const idle = await desk.post('林县长', `appeals/${id}/decision`, {
      ...decision,
      changes: [{ item: 'visits', level: '中' }],
    })
    expect(idle.body).toMatchObject({ type: 'appraisal.nothing_changed' })
    const beyond = await desk.post('林县长', `appeals/${id}/decision`, {
      ...decision,
      changes: [{ item: 'pledges', points: '21' }],
    })
    expect(beyond.body).toMatchObject({ type: 'appraisal.points_out_of_range', title: expect.stringContaining('21') })
    expect((await desk.post('林县长', `appeals/${id}/decision`, decision)).status).toBe(200)
    const seen = await desk.see('白专干')
    expect(seen.results.map(({ version, kind, rated }) => [version, kind, rated.points.shown])).toEqual([
      [2, 'appeal', '98.33'],
      [1, 'conclusion', '87.22'],
    ])
    expect(seen.appeals).toMatchObject([{ status: 'changed', version: 2 }])
    expect(itemOf(seen, 'visits').verified).toEqual({ level: '好' })
    county.clock.now = new Date('2026-12-03T04:00:00Z')
    const late = await desk.post('白专干', 'appeals', objection)
    expect(late.body).toMatchObject({ type: 'appraisal.appeal_past_due' })
  })
})

it('starts only when every item has two raters', async () => {
  const { desk } = await open()
  await desk.selfRateAll()
  await desk.post('白专干', 'report', { reason: '' })
  await desk.assign(bothSections.slice(0, 3))
  const early = await desk.post('陆督导', 'start', { reason: '' })
  expect(early.body).toMatchObject({ type: 'appraisal.has_unassigned', title: expect.stringContaining('签订') })
  expect((await desk.post('白专干', 'withdrawal', { reason: '再核一遍' })).body).toMatchObject({
    entry: { state: 'self_rating' },
  })
})
