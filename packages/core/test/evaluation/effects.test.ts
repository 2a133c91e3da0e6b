import { expect, test } from 'vitest'
import type { Effect } from '../../src/packs/index.ts'
import { countyRows, evaluate, smallPack } from './small-county.ts'

const good = [
  { code: 'A', primary: '100', books: '2500' },
  { code: 'B', primary: '300', books: '9000' },
  { code: 'C', junior: '200', books: '6200' },
  { code: 'D', junior: '200', books: '8000' },
]
const [veto] = smallPack.effects ?? []

function withWindow(years: number): typeof smallPack {
  const effects: Effect[] = veto === undefined ? [] : [{ ...veto, window_years: years, grounds: '县表.县名' }]
  return { ...smallPack, effects }
}

const years = (...fraud: readonly [number, boolean][]) =>
  fraud.flatMap(([year, happened]) => countyRows(good, { fraud: happened, county_name: `云岭县${year}` }, year))

test('an effect strikes for something that happened within its window, and says in which year', () => {
  const { verdict, effects } = evaluate(years([2023, true], [2024, false], [2025, false]), withWindow(3)).assessment()
  expect(verdict.state).toBe('unmet')
  expect(effects[0]).toMatchObject({
    state: 'struck',
    grounds: '云岭县2023',
    window: { years: 3, struck: [2023], absent: [] },
  })
  expect(verdict.reasons[0]).toBe('出现一票否决事项：弄虚作假，云岭县2023；2023年发生，追溯期 3 年。')
})

test('what lies before the window, or a window of one year, no longer counts', () => {
  const rows = years([2023, true], [2024, false], [2025, false])
  expect(evaluate(rows, withWindow(2)).assessment().verdict.state).toBe('met')
  expect(evaluate(rows).assessment().verdict.state).toBe('met')
})

test('years of the window that nobody sent are named and not guessed; an earlier one still counts', () => {
  const clear = evaluate(years([2025, false]), withWindow(3)).assessment()
  expect(clear.verdict.state).toBe('met')
  expect(clear.effects[0]?.window?.absent).toEqual([2024, 2023])
  expect(clear.findings.find((finding) => finding.code === 'window_year_absent')).toMatchObject({
    level: 'note',
    message: expect.stringContaining('没有2024、2023年的数据'),
  })
  const gap = evaluate(years([2023, true], [2025, false]), withWindow(3)).assessment()
  expect(gap.verdict.state).toBe('unmet')
  expect(gap.effects[0]?.window).toMatchObject({ struck: [2023], absent: [2024] })
})

test('an effect says when it strikes, and how near a number is to making it strike or stop', () => {
  const counted = (when: string): typeof smallPack => ({
    ...smallPack,
    effects: veto === undefined ? [] : [{ ...veto, when }],
  })
  const [clear] = evaluate(years([2025, false]), counted('合计(填报表.图书) < 25000')).assessment().effects
  expect(clear).toMatchObject({ state: 'clear', rule: '合计(填报表.图书) < 25000' })
  expect(clear?.distance?.map(({ text }) => text)).toEqual(['合计(填报表.图书)再减少 701 册'])
  const [struck] = evaluate(years([2025, false]), counted('合计(填报表.图书) < 25701')).assessment().effects
  expect(struck?.distance?.map(({ text }) => text)).toEqual(['合计(填报表.图书)再增加 1 册'])
  const [yesOrNo] = evaluate(years([2025, false])).assessment().effects
  expect(yesOrNo).not.toHaveProperty('distance')
})
