import { layOutReport } from '@eduduty/core/documents'
import { planPack } from '@eduduty/core/evaluation'
import { expect, test } from 'vitest'
import { evaluateRows } from './evaluate-rows.ts'
import { readPackFolder } from './read-pack-folder.ts'
import { soundCounty } from './sound-county.ts'

const pack = readPackFolder('quality-balance-2017')
const plan = planPack(pack)

/** Square metres of teaching rooms for each pupil of a primary school. */
const LINE = 4.5

/** The sentence of 下一步措施 about the spread of teaching rooms, with so much room at the big schools and the small one. */
function measure(big: number, small: number): { readonly floor: number; readonly sentence: string } {
  const forms = (soundCounty.school_form ?? []).map((row, index) => {
    return { ...row, teaching_area: index === 4 ? small : big, indoor_sport_area: 0 }
  })
  const county = evaluateRows(plan, { 2024: { ...soundCounty, school_form: forms } })
  const spread = county.assessment().dispersions.find(({ figure }) => figure === 'cv_room_area@小学')
  const outline = pack.reports?.[0]
  if (outline === undefined) throw new Error('the pack has no report')
  const text = layOutReport(county, outline)
    .blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences.map((one) => one.text) : []))
    .find((one) => one.includes('缩小生均教学及辅助用房面积校际差距'))
  return { floor: Number(spread?.level_up?.floor), sentence: text ?? '' }
}

test('the measure names the level to rise to where it is no lower than the line of each school', () => {
  const { floor, sentence } = measure(100, 1200)
  expect(floor).toBeGreaterThan(LINE)
  expect(sentence).toContain(`把低于${floor}平方米/生的2所都提高到这一水平`)
})

test('a level under the line is not proposed: it would leave the schools below standard', () => {
  const { floor, sentence } = measure(100, 360)
  expect(floor).toBeLessThan(LINE)
  expect(sentence).toContain('先解决低于全县平均值的学校')
  expect(sentence).not.toContain('提高到这一水平')
})
