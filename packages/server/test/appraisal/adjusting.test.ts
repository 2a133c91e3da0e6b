import { OpenedAppraisals } from '@eduduty/core/appraisal'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { memoryDatabase } from '../harness/memory-database.ts'
import { appraisalDesk } from './appraisal-desk.ts'
import { openAppraising } from './appraising-county.ts'
import { beginRating, notice, rateAll } from './rate-all.ts'

let serial = 80

async function open() {
  serial += 1
  const county = await openAppraising(await memoryDatabase(), `9901${serial}`)
  return { county, desk: await appraisalDesk(county) }
}

const praise = { rule: 'praised', points: '2', grounds: '受市教育局通报表扬', document: '市教〔2025〕8号', papers: [] }
const blame = { rule: 'blamed', points: '1.5', grounds: '校车检查被通报', document: '省督〔2025〕3号', papers: [] }
const best = { retention: '48.5', visits: '中', pledges: '20' } as const

describe('additions and deductions in an appraisal', () => {
  it('are proposed by one and decided by another, and change points and grade when the conclusion is drawn up', async () => {
    const { county, desk } = await open()
    const applied = await desk.post('白专干', 'applications', praise)
    expect([applied.status, applied.body]).toMatchObject([200, { adjustments: [{ state: 'proposed', side: 'unit' }] }])
    await beginRating(desk)
    for (const who of ['季督学', '顾督学'] as const) await rateAll(desk, who, best)
    expect((await desk.post('陆督导', 'adjustments', blame)).status).toBe(200)
    const early = await desk.post('沈督导', 'conclusion', { reason: '' })
    expect(early.body).toMatchObject({ type: 'appraisal.has_open_adjustments', title: expect.stringContaining('2 项') })
    const { adjustments, entry } = await desk.see('沈督导')
    expect([entry.open_adjustments, adjustments.map(({ may_settle: may }) => may)]).toEqual([2, [true, true]])
    const [first = '', second = ''] = adjustments.map(({ adjustment_id: id }) => id)
    const settle = (who: '陆督导' | '沈督导' | '白专干', id: string, body: object) =>
      desk.post(who, `adjustments/${id}/decision`, body)
    const accepts = { accepts: true, reason: '材料齐全，予以认可' }
    expect((await settle('陆督导', second, accepts)).body).toMatchObject({ type: 'appraisal.own_adjustment' })
    expect((await settle('白专干', first, accepts)).status).toBe(403)
    expect((await settle('沈督导', first, { ...accepts, points: '2.5' })).body).toMatchObject({
      type: 'appraisal.adjustment_out_of_range',
    })
    expect((await settle('沈督导', first, accepts)).status).toBe(200)
    expect((await settle('沈督导', second, { ...accepts, points: '1' })).status).toBe(200)
    expect((await settle('沈督导', second, accepts)).body).toMatchObject({ type: 'appraisal.adjustment_decided' })
    // Until the result is public the unit sees that it asked, and nothing of what became of it.
    const unit = await desk.see('白专干')
    expect(unit.adjustments).toMatchObject([{ rule: 'praised', state: 'proposed' }])
    expect(JSON.stringify(unit)).not.toContain('校车检查')
    const concluded = await desk.post('沈督导', 'conclusion', { reason: '' })
    // 78.5 of 90, scaled to 785/9, and 1 more.
    expect(concluded.body).toMatchObject({
      results: [
        {
          rated: {
            points: { value: '794/9' },
            earned: { value: '785/9' },
            adjustments: [{ counted: '2' }, { given: '1', counted: '1' }],
          },
        },
      ],
    })
    const logged = await county.db.run<{ action: string }>(
      `select action from audit_events where county_code = $1 and action in ('appraisal.apply', 'appraisal.propose',
       'appraisal.settle') order by event_no`,
      [county.county],
    )
    expect(logged.map(({ action }) => action)).toEqual([
      'appraisal.apply',
      'appraisal.propose',
      'appraisal.settle',
      'appraisal.settle',
    ])
  })

  it('are taken back by whoever proposed them while nobody has decided, and then hinder nothing', async () => {
    const { desk } = await open()
    await desk.post('白专干', 'applications', praise)
    await desk.post('陆督导', 'adjustments', blame)
    const [asked = '', blamed = ''] = (await desk.see('沈督导')).adjustments.map(({ adjustment_id: id }) => id)
    const reason = '文件还没有印发'
    const seen = await desk.see('白专干')
    expect(seen.adjustments).toMatchObject([{ may_withdraw: true, may_settle: false }])
    const other = await desk.post('沈督导', `adjustments/${blamed}/withdrawal`, { reason })
    expect(other.body).toMatchObject({ type: 'appraisal.not_own_adjustment' })
    expect((await desk.post('陆督导', `adjustments/${asked}/withdrawal`, { reason })).status).toBe(404)
    const taken = await desk.post('白专干', `applications/${asked}/withdrawal`, { reason })
    expect(taken.body).toMatchObject({ adjustments: [{ state: 'withdrawn', decision: reason, may_withdraw: false }] })
    const settled = await desk.post('沈督导', `adjustments/${asked}/decision`, { accepts: true, reason: '予以认可' })
    expect(settled.body).toMatchObject({ type: 'appraisal.adjustment_decided' })
    await desk.post('沈督导', `adjustments/${blamed}/decision`, { accepts: true, reason: '属实' })
    const late = await desk.post('陆督导', `adjustments/${blamed}/withdrawal`, { reason })
    expect(late.body).toMatchObject({ type: 'appraisal.adjustment_decided' })
    expect((await desk.see('沈督导')).entry.open_adjustments).toBe(0)
  })

  it('name a kind of the pack and no more than it allows; a unit asks for itself, in time, and deducts nothing', async () => {
    const { desk } = await open()
    const ask = (body: object, who: '白专干' | '何专干' = '白专干') => desk.post(who, 'applications', body)
    expect((await ask({ ...praise, points: '2.1' })).body).toMatchObject({ type: 'appraisal.adjustment_out_of_range' })
    expect((await ask({ ...praise, rule: 'unheard' })).body).toMatchObject({ type: 'appraisal.adjustment_unknown' })
    expect((await ask(blame)).body).toMatchObject({ type: 'appraisal.deduction_by_unit' })
    expect((await ask({ ...praise, papers: ['none'] })).body).toMatchObject({ type: 'appraisal.paper_unknown' })
    expect((await ask(praise, '何专干')).body).toMatchObject({ type: 'appraisal.not_found' })
    expect((await desk.post('白专干', 'adjustments', blame)).status).toBe(403)
    expect((await desk.post('乡督导', 'adjustments', blame)).body).toMatchObject({ type: 'appraisal.own_unit' })
    await desk.selfRateAll()
    await desk.post('白专干', 'report', { reason: '' })
    expect((await ask(praise)).body).toMatchObject({ type: 'appraisal.not_self_rating' })
  })

  it('are changed on appeal by somebody who had no hand in them', async () => {
    const { desk } = await open()
    await desk.post('陆督导', 'adjustments', blame)
    const [one] = (await desk.see('沈督导')).adjustments
    const settled = await desk.post('沈督导', `adjustments/${one?.adjustment_id}/decision`, {
      accepts: true,
      reason: '属实',
    })
    expect(settled.status).toBe(200)
    await beginRating(desk)
    for (const who of ['季督学', '顾督学'] as const) await rateAll(desk, who, best)
    await desk.post('沈督导', 'conclusion', { reason: '' })
    await desk.post('沈督导', 'announcement', notice('1号'))
    const appealed = await desk.post('白专干', 'appeals', { items: [], grounds: '通报的不是本镇的校车' })
    expect(appealed.status).toBe(200)
    const [appeal] = (await desk.see('林县长')).appeals
    const change = {
      changes: [],
      adjustments: [{ adjustment: one?.adjustment_id, points: '0' }],
      reason: '经核实不属该镇',
    }
    const decide = (who: '陆督导' | '林县长') => desk.post(who, `appeals/${appeal?.appeal_id}/decision`, change)
    expect((await decide('陆督导')).body).toMatchObject({ type: 'appraisal.had_a_hand' })
    const decided = await decide('林县长')
    expect(decided.body).toMatchObject({
      entry: { state: 'publicity', version: 2 },
      adjustments: [{ state: 'refused' }],
      results: [
        { version: 2, rated: { points: { value: '785/9' } } },
        { version: 1, rated: { points: { value: '1543/18' } } },
      ],
    })
  })
})

describe('the yearly assessment of all units', () => {
  /** Both townships rated alike and made public. */
  async function public2() {
    const { county, desk } = await open()
    const body = { run: county.run, rating: 'yearly', subjects: [county.second], self_until: '2026-12-01' }
    const windows = { rate_until: '2026-12-10', publicity_days: 5, appeal_days: 7, tolerance_percent: '10' }
    const opened = await county.send('陆督导', '/appraisals', { ...body, ...windows })
    const id = Value.Check(OpenedAppraisals, opened.body) ? (opened.body.appraisal_ids[0] ?? '') : ''
    // The second township has a nursery that is rated as well.
    await county.db.run(
      `update appraisal_appraisals set state = 'publicity', version = 1, concluded_by = 'nobody', appeal_until = '2026-12-02',
         publicity_until = '2026-11-30' where county_code = $1 and appraisal_id = $2`,
      [county.county, id],
    )
    await beginRating(desk)
    for (const who of ['季督学', '顾督学'] as const) await rateAll(desk, who, best)
    await desk.post('沈督导', 'conclusion', { reason: '' })
    await county.db.run(
      `insert into appraisal_results (county_code, appraisal_id, version, kind, points, grade, rated, made_by, made_at, org_path)
       select r.county_code, $2, 1, r.kind, r.points, r.grade, r.rated, r.made_by, r.made_at, a.org_path
       from appraisal_results r join appraisal_appraisals a on a.county_code = r.county_code and a.appraisal_id = $2
       where r.county_code = $1 and r.appraisal_id = $3`,
      [county.county, id, desk.id],
    )
    return { county, desk, id, set: `/yearly/${county.county}/2025/townships/yearly` }
  }

  it('ranks those concluded, ties by name; who does not see all of them sees nothing until their own place is published', async () => {
    const { county, desk, set } = await public2()
    const seen = await county.send('陆督导', set)
    expect(seen.body).toMatchObject({
      rows: [
        { rank: 1, tied: ['石桥镇'], unit: '柳林镇', points: '87.22', grade: '良好' },
        { rank: 1, tied: ['柳林镇'], unit: '石桥镇' },
      ],
      unranked: [],
      publish: { allowed: false, why: expect.stringContaining('石桥镇') },
    })
    expect((await county.send('白专干', set)).body).toMatchObject({ type: 'appraisal.yearly_not_found' })
    expect((await county.send('乡督导', set)).body).toMatchObject({ type: 'appraisal.ranking_hidden' })
    expect((await county.send('白专干', '/yearly')).body).toEqual({ sets: [] })
    const publication = { document_no: '云教督〔2026〕9号', dated_on: '2026-11-25' }
    const early = await county.send('沈督导', `${set}/publication`, publication)
    expect(early.body).toMatchObject({ type: 'appraisal.result_not_public' })
    await desk.post('沈督导', 'announcement', notice('1号'))
    expect((await desk.see('白专干')).rank).toBeUndefined()
    const published = await county.send('沈督导', `${set}/publication`, publication)
    expect(published.body).toMatchObject({ published: { document_no: '云教督〔2026〕9号', is_current: true } })
    expect((await desk.see('白专干')).rank).toMatchObject({ rank: 1, is_tied: true, of: 2 })
    expect((await county.send('白专干', `${set}/publication`, publication)).status).toBe(403)
  })

  it('is published before all have a place only with a reason, and the letter says how many have none', async () => {
    const { county, desk, id, set } = await public2()
    await desk.post('沈督导', 'announcement', notice('1号'))
    await county.db.run('update appraisal_appraisals set version = 0 where county_code = $1 and appraisal_id = $2', [
      county.county,
      id,
    ])
    const publication = { document_no: '云教督〔2026〕9号', dated_on: '2026-11-25' }
    const silent = await county.send('沈督导', `${set}/publication`, publication)
    expect(silent).toMatchObject({ status: 409, body: { type: 'appraisal.ranking_incomplete' } })
    expect(JSON.stringify(silent.body)).toContain('柳林镇')
    const given = await county.send('沈督导', `${set}/publication`, { ...publication, reason: '会议先通报' })
    expect(given.body).toMatchObject({ rows: [{ unit: '石桥镇' }], published: { is_current: true } })
    const order = { series: '云教督考〔2026〕', dated_on: '2026-11-26', office: '云岭县教育局' }
    await county.send('沈督导', `${set}/letters`, order)
    const [letter] = await county.db.run<{ content: unknown }>(
      'select content from appraisal_letters where county_code = $1',
      [county.county],
    )
    expect(letter?.content).toMatchObject({ rank: { rank: 1, of: 1, left_out: 1 } })
    // Each unit is told on its own page: who is in it, how many are not; who is not, why.
    expect((await desk.see('白专干')).rank).toMatchObject({ rank: 1, of: 1, left_out: 1 })
    const other = (await county.send('沈督导', `/appraisals/${county.county}/${id}`)).body
    expect(other).toMatchObject({
      unranked: { why: expect.stringContaining('还没有结论'), of: 1, left_out: 1, document_no: '云教督〔2026〕9号' },
    })
    expect(other).not.toHaveProperty('rank')
  })

  it('sends each unit a numbered letter, once for each result and place', async () => {
    const { county, desk, set } = await public2()
    await desk.post('沈督导', 'announcement', notice('1号'))
    const order = { series: '云教督考〔2026〕', dated_on: '2026-11-26', office: '云岭县人民政府教育督导委员会办公室' }
    expect((await county.send('沈督导', set)).body).toMatchObject({
      letter_words: { series: expect.stringMatching(/^.教督考〔\d{4}〕$/) },
    })
    expect((await county.send('沈督导', `${set}/letters`, order)).body).toEqual({ issued: 2, kept: 0 })
    expect((await county.send('沈督导', `${set}/letters`, order)).body).toEqual({ issued: 0, kept: 2 })
    expect((await county.send('沈督导', set)).body).toMatchObject({
      letter_words: { series: '云教督考〔2026〕', office: '云岭县人民政府教育督导委员会办公室' },
    })
    expect((await desk.see('白专干')).letter).toEqual({ number: '云教督考〔2026〕2号', dated_on: '2026-11-26' })
    await county.send('沈督导', `${set}/publication`, { document_no: '云教督〔2026〕9号', dated_on: '2026-11-27' })
    expect((await county.send('沈督导', `${set}/letters`, order)).body).toEqual({ issued: 2, kept: 0 })
    const kept = await county.db.run<{ content: unknown }>(
      'select content from appraisal_letters where county_code = $1 order by letter_no',
      [county.county],
    )
    expect(kept).toHaveLength(4)
    expect(kept[1]?.content).toMatchObject({ unit: '石桥镇', appeal_is_open: true, appeal_until: '2026-12-02' })
    expect(kept[3]?.content).toMatchObject({ rank: { rank: 1, is_tied: true, of: 2 } })
    expect((await county.send('白专干', `${set}/letters`, order)).status).toBe(403)
  })

  it('keeps what followed from a published result; a mistake is struck out and stays to be seen', async () => {
    const { county, desk } = await public2()
    const talk = { kind: 'talked_to', dated_on: '2026-12-04', document_no: '云教督〔2026〕12号', grounds: '得分靠后' }
    expect((await desk.post('沈督导', 'outcomes', talk)).body).toMatchObject({ type: 'appraisal.not_published' })
    await desk.post('沈督导', 'announcement', notice('1号'))
    county.clock.now = new Date('2026-12-04T04:00:00Z')
    await desk.post('沈督导', 'publication', notice('2号'))
    expect((await desk.post('沈督导', 'outcomes', { ...talk, amount: '100' })).body).toMatchObject({
      type: 'appraisal.outcome_without_money',
    })
    expect((await desk.post('乡督导', 'outcomes', talk)).body).toMatchObject({ type: 'appraisal.own_unit' })
    expect((await desk.post('沈督导', 'outcomes', talk)).status).toBe(200)
    county.clock.now = new Date('2026-12-04T04:01:00Z')
    await desk.post('沈督导', 'outcomes', { ...talk, kind: 'rewarded', amount: '20000.50' })
    const { outcomes } = await desk.see('白专干')
    expect(outcomes.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['rewarded', '20000.50'],
      ['talked_to', undefined],
    ])
    const path = `outcomes/${outcomes[0]?.outcome_id}/strike`
    expect((await desk.post('沈督导', path, { reason: '登记错了单位' })).status).toBe(200)
    expect((await desk.post('沈督导', path, { reason: '再划一次' })).body).toMatchObject({
      type: 'appraisal.outcome_struck',
    })
    const list = await county.send('陆督导', '/outcomes?year=2025')
    expect(list.body).toMatchObject({
      outcomes: [
        { unit: '石桥镇', outcome: { struck: { reason: '登记错了单位' } } },
        { outcome: { kind: 'talked_to' } },
      ],
      years: [2025],
    })
    expect((await county.send('何专干', '/outcomes')).body).toMatchObject({ outcomes: [] })
  })
})
