import type { Claim } from '../../extract/claim.ts'
import { type Count, countsOf } from '../../extract/counts.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isLike } from '../../extract/likeness.ts'
import type { Stage } from '../../extract/stage.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

/** 七至九年级分别有学生634人、628人、613人: the grades of a stage, all of them. */
const GRADES: readonly (readonly [Stage, RegExp, number])[] = [
  ['junior', /(?:七[至到—~-]+九年级|初一[至到—~-]+初三|初中三个年级)/, 3],
  ['primary', /(?:一[至到—~-]+六年级|小学六个年级)/, 6],
  ['senior', /(?:高一[至到—~-]+高三|高中三个年级)/, 3],
]
const STAGE_NOUN = /^[,、]?(?:小学|初中|高中|公办园|幼儿园|中职|特教学校|特殊教育)([\u4e00-\u9fff]{2,6})$/

/** Lists of which the words say that they leave nobody out, of the number that was told of all of them before. */
export function gradeSums(passages: readonly Passage[]): readonly Question[] {
  const counts = passages.flatMap(countsOf)
  return passages.flatMap((passage) => [...ofGrades(passage, counts), ...ofStages(passage)])
}

function ofGrades({ claims }: Passage, counts: readonly Count[]): readonly Question[] {
  return claims.flatMap((first, at) => {
    const found = /分别|依次/.test(first.before) ? GRADES.find(([, words]) => words.test(first.before)) : undefined
    if (found === undefined || first.role !== 'level') return []
    const [stage, , count] = found
    const list = claims.slice(at, at + count)
    if (list.length < count || list.some((one) => one.sentence !== first.sentence || !isLike(one, first))) return []
    const whole = counts.findLast(
      (one) => one.stage === stage && one.counted === 'pupil' && one.claim.id < first.id && isLike(one.claim, first),
    )
    return whole === undefined ? [] : [{ readings: [sumOf(whole.claim, list, 'probable')] }]
  })
}

/** 在岗教师379人，…。小学教师186人、初中教师141人、公办园教师52人: one noun, every stage, of what the sentence before counts. */
function ofStages({ claims }: Passage): readonly Question[] {
  return claims.flatMap((first, at) => {
    const noun = STAGE_NOUN.exec(first.near)?.[1]
    if (noun === undefined || first.role !== 'level' || claims[at - 1]?.sentence === first.sentence) return []
    const rest = claims.slice(at)
    const end = rest.findIndex((one) => one.sentence !== first.sentence || STAGE_NOUN.exec(one.near)?.[1] !== noun)
    const list = end < 0 ? rest : rest.slice(0, end)
    const whole = claims.find(
      (one) => one.sentence === first.sentence - 1 && one.role === 'level' && isLike(one, first) && isCalled(one, noun),
    )
    return whole === undefined || list.length < 3 ? [] : [{ readings: [sumOf(whole, list, 'probable')] }]
  })
}

const isCalled = ({ near }: Claim, noun: string): boolean => near.endsWith(noun)
