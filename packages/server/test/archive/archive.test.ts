import type { IndicatorEvidence, NeedList, NeedView } from '@eduduty/core/archive'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openUnit } from '../../src/organizations/index.ts'
import { systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { closeMemoryDatabase, memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { type ArchiveCounty, cataloguesOf, openArchiveCounty } from './archive-county.ts'

let county: ArchiveCounty
beforeAll(async () => {
  county = await openArchiveCounty(await memoryDatabase(), temporaryFolder())
})
afterAll(async () => {
  await county.close()
  await closeMemoryDatabase()
})

const stateOf = async (need: string) => (await county.office.need(need)).row.state

describe('a catalogue', () => {
  it('asks the departments named, the schools, and the county where nobody is found', async () => {
    const { units, items, total } = await county.office.needs()
    expect(new Set(units.map(({ name }) => name))).toEqual(
      new Set([...['演示县人力资源和社会保障局', '演示县教育局', '青山小学', '青山第二小学']]),
    )
    expect(items.length).toBe(32)
    // Sections as the evaluation has them, and numbers as numbers.
    const numbers = items.map(({ no }) => no)
    expect(numbers[0]).toBe('资源配置-1')
    expect(numbers.slice(numbers.indexOf('政府保障-9')).slice(0, 3)).toEqual([
      ...['政府保障-9', '政府保障-10', '政府保障-11'],
    ])
    expect(total).toBe(units.reduce((sum, { needs }) => sum + needs, 0))
    const { needs } = await county.office.needs('?unit=D02&limit=200')
    expect(needs.some(({ note }) => note.includes('标准包还要求县编办提供'))).toBe(true)
    const duty = await county.office.post('/catalogues', {
      county: testCounty,
      pack: 'county-duty',
      year: 2025,
      title: '履职评价佐证目录',
    })
    const listed: NeedList = await county.office.get(`/catalogues/${testCounty}/${duty.body.catalogue}/needs?unit=G`)
    expect(listed.needs.some(({ note }) => note.includes('没有对应的单位，由县里指定'))).toBe(true)
  })

  it('is one a year, and everybody sees their own part of it', async () => {
    const again = await county.office.post('/catalogues', {
      county: testCounty,
      pack: 'quality-balance-2017',
      year: 2025,
      title: '又一份',
    })
    expect([again.status, again.body.title]).toEqual([409, '这个标准包 2025 年已经有佐证目录。'])
    const mine = (await cataloguesOf(county.school)).find(({ catalogue }) => catalogue === county.catalogue)
    expect(mine?.counts.missing).toBe((await county.school.needs()).total)
    expect(new Set((await county.school.needs()).units.map(({ unit }) => unit))).toEqual(new Set(['S01']))
  })
})

describe('papers behind several indicators', () => {
  const ask = (indicators: readonly string[], unit = '') =>
    county.office.get<IndicatorEvidence>(
      `/indicators/${testCounty}/quality-balance-2017?year=2025${unit}${indicators.map((one) => `&indicator=${one}`).join('')}`,
    )

  it('come in the order in which they are asked for, each with the indicator that asks for it', async () => {
    const { items } = await county.office.needs()
    const [first, second] = items.filter(({ needs }) => needs > 0)
    if (first === undefined || second === undefined) throw new Error('nothing is asked for')
    const found = await ask([second.indicator, 'nothing', first.indicator, second.indicator])
    expect(found.items).toEqual(
      [second, first].map(({ indicator, needs }) => ({ indicator, needed: needs, listed: needs })),
    )
    expect(found.needs.map(({ indicator }) => indicator)).toEqual([
      ...Array.from({ length: second.needs }, () => second.indicator),
      ...Array.from({ length: first.needs }, () => first.indicator),
    ])
    expect((await ask([first.indicator], '&unit=none')).items).toEqual([])
  })

  it('are at least one of each, and told how many there are', async () => {
    const { items } = await county.office.needs()
    const most = items.toSorted((one, other) => other.needs - one.needs)[0]
    if (most === undefined || most.needs < 2) throw new Error('too few for a cut')
    const others = Array.from({ length: 199 }, (_, at) => `nothing_${at}`)
    const found = await ask([most.indicator, ...others])
    expect(found.items).toEqual([{ indicator: most.indicator, needed: most.needs, listed: 1 }])
  })
})

describe('many needs that are not needed here', () => {
  it('are marked for one reason, all or none; those marked already keep theirs', async () => {
    const { needs } = await county.office.needs('?unit=D04&limit=200')
    const ids = needs.map(({ need }) => need)
    const waive = (some: readonly string[], waived: boolean, reason: string) =>
      county.office.post(`/needs/${testCounty}/waiving`, { needs: some, waived, reason })
    expect((await waive(ids.slice(0, 1), true, '本县没有')).body).toEqual({ changed: 1, same: 0 })
    expect((await waive([...ids, 'nobody'], true, '批量')).status).toBe(404)
    expect(await stateOf(ids[1] ?? '')).toBe('missing')
    expect((await waive(ids, true, '批量')).body).toEqual({ changed: ids.length - 1, same: 1 })
    expect((await county.office.need(ids[0] ?? '')).row.because).toBe('本县没有')
    expect((await county.office.need(ids[1] ?? '')).events.map(({ deed, says }) => [deed, says])).toEqual([
      ['waive', '批量'],
    ])
    const foreign = await county.school.post(`/needs/${testCounty}/waiving`, {
      needs: ids,
      waived: false,
      reason: '要',
    })
    expect(foreign.status).toBe(403)
    expect((await waive(ids, false, '要交')).body).toEqual({ changed: ids.length, same: 0 })
    expect(await stateOf(ids[0] ?? '')).toBe('missing')
  })
})

describe('a catalogue that is behind', () => {
  it('is told in the list and on every page of it, until it is renewed', async () => {
    const told = async () => [
      (await cataloguesOf(county.office)).find(({ catalogue }) => catalogue === county.catalogue)?.is_behind,
      (await county.office.needs('?offset=10&limit=10')).catalogue.is_behind,
    ]
    expect(await told()).toEqual([false, false])
    await testDoor(county.db, () => county.clock.now).write(systemIn(), (ctx) =>
      openUnit(ctx, { unitId: 'S03', kind: 'school', name: '新学校', parentPath: testPath, openedOn: '2020-01-01' }),
    )
    expect(await told()).toEqual([true, true])
    await county.office.post(`/catalogues/${testCounty}/${county.catalogue}/refreshing`, {})
    expect(await told()).toEqual([false, false])
  })
})

describe('a paper', () => {
  it('uploaded for a need is unread, then judged from above, and never by its unit or whoever sent it', async () => {
    const need = await county.needOf('S01')
    const file = await county.school.upload('培训学时.txt', '教师培训学时登记', { unit: 'S01', need: need.need })
    expect(file).toMatchObject({ outcome: 'kept', title: '培训学时', problem: '' })
    expect(await stateOf(need.need)).toBe('unread')
    const review = (by: 'office' | 'township', verdict: string, reason: string) =>
      county[by].post(`/needs/${testCounty}/${need.need}/papers/${file.paper}/review`, { version: 1, verdict, reason })
    expect((await review('township', 'insufficient', '')).body.type).toBe('archive.reason_missing')
    expect((await review('township', 'insufficient', '缺第二学期')).status).toBe(200)
    const weak: NeedView = await county.school.need(need.need)
    expect(weak.row).toMatchObject({ state: 'weak', because: '缺第二学期' })
    expect((await review('office', 'sufficient', '')).status).toBe(200)
    expect(await stateOf(need.need)).toBe('ready')
    expect(weak.events.map(({ deed }) => deed)).toEqual(['review', 'link'])
  })

  it('of a department cannot be judged by the department', async () => {
    const need = await county.needOf('D02')
    const file = await county.clerk.upload('规划.txt', '布局规划', { unit: 'D02', need: need.need })
    const by = (who: 'bureau' | 'office') =>
      county[who].post(`/needs/${testCounty}/${need.need}/papers/${file.paper}/review`, {
        version: 1,
        verdict: 'sufficient',
        reason: '',
      })
    expect((await by('bureau')).body).toMatchObject({ type: 'archive.own_unit' })
    expect((await by('office')).status).toBe(200)
  })

  it('is found by words of its text, with what stands around them', async () => {
    const text = '第一条 为加强全县义务教育学校的食堂管理，制定本办法。'
    const { paper } = await county.school.upload('食堂管理办法.txt', text, { unit: 'S01' })
    await expect
      .poll(async () => (await county.office.papers('?text=学校的食堂')).papers.map((one) => one.paper))
      .toEqual([paper])
    const { papers } = await county.office.papers('?text=学校的食堂')
    expect(papers[0]?.excerpt).toContain('义务教育学校的食堂管理')
  })
})
