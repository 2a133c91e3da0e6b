import { bounds, rational } from '../../../formula/index.ts'
import type { Claim } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { input, type Question, type Relation } from '../relation.ts'

/** How many paragraphs back the pupils and what they share may have been counted. */
const FAR = 4
const PUPILS = /^(?:学校|我校|全校)?(?:共有|现有)?(?:在校)?(?:学生|在校生|在园幼儿)(?:总?[人]?数)?(?:共|为|有)?$/
/** Shortest name by which an amount is known to be what an average is of. */
const LEAST_NAME = 2

/**
 * 学校占地28640平方米…学生1284人。…生均占地22.31平方米: a school counts its pupils once; what each has is of the amount told
 * right before, or of the one that bears its name.
 */
export function ownAverages(passages: readonly Passage[]): readonly Question[] {
  return passages.flatMap((passage, order) => {
    const told = passages.slice(Math.max(0, order - FAR), order + 1).flatMap(({ claims }) => claims)
    return passage.claims.flatMap((each) => {
      if (each.role !== 'each' || !/^[^,;]*(?:生均|每生|每名学生|每百名学生)/.test(each.near)) return []
      const before = told.filter(({ id }) => id < each.id)
      const pupils = onlyOne(before.filter(isPupils))
      const overs = oversOf(each, before)
      return pupils === undefined || overs.length === 0
        ? []
        : [{ readings: overs.map((over) => averageOf(each, over, pupils)) }]
    })
  })
}

export const isPupils = ({ role, token, near }: Claim): boolean =>
  role === 'level' && token.unit.dimension === 'person' && PUPILS.test(near)

export function onlyOne(claims: readonly Claim[]): Claim | undefined {
  const [first] = claims
  return first !== undefined && claims.every(({ token }) => token.literal === first.token.literal) ? first : undefined
}

/** 每百名学生拥有计算机8.3台: of those that the pupils use, where they are told apart. */
function oversOf(each: Claim, before: readonly Claim[]): readonly Claim[] {
  const over = overOf(each, before)
  const used = /计算机|电脑/.test(each.near)
    ? before.filter(
        ({ role, near, passage }) =>
          role === 'level' && /学生(?:用机|机|用计算机)$/.test(near) && passage === each.passage,
      )
    : []
  return [over, used.length === 1 ? used[0] : undefined].filter((one) => one !== undefined)
}

/** The amount that bears the name of the average, or the one right before it where it bears none. */
function overOf(each: Claim, before: readonly Claim[]): Claim | undefined {
  const name =
    /(?:生均|每生|每名学生|每百名学生)(?:拥有|占有)?([\u4e00-\u9fff]*?)(?:约?为|达到?|有)?$/.exec(each.near)?.[1] ?? ''
  const amounts = before.filter((one) => one.role === 'level' && isSameUnit(one.token.unit, each.token.unit))
  if (name.length >= LEAST_NAME)
    return amounts.findLast(
      ({ near }) =>
        near.replace(/总(?=面积|量|数)/, '').includes(name) ||
        name.endsWith(near.slice(-4)) ||
        // 教学及辅助用房6842平方米: 面积 is left out.
        (name.endsWith('用房面积') && near.endsWith(name.slice(0, -2))),
    )
  const last = before.at(-1)
  return last !== undefined && amounts.includes(last) && last.segment === each.segment ? last : undefined
}

const averageOf = (each: Claim, over: Claim, pupils: Claim): Relation => ({
  kind: 'each',
  tie: 'probable',
  target: each,
  inputs: [over, pupils],
  compute: (inputs) => {
    const average = bounds.divBounds(input(inputs, 0), input(inputs, 1))
    return /每百名/.test(each.near) ? bounds.mulBounds(average, HUNDRED_TIMES) : average
  },
  words: ([amount, count]) => `${amount} ÷ ${count}`,
})

const HUNDRED_TIMES = { low: rational.HUNDRED, high: rational.HUNDRED }
