import type { Claim } from './claim.ts'

/** Words for what is counted that are not to be mixed, those that decide before those that others may be named with. */
const NOUNS: readonly RegExp[] = [
  /招生|招收|入园(?!率)|新生|入学|录取/,
  /毕业|结业|离园/,
  /专任/,
  /教职工|教职员|教师|职工/,
  /在校|在园|在读|在籍|就读|学生|幼儿(?!园)|儿童/,
]

/** What a number counts, in a form that is equal for numbers that may be parts and wholes of each other. */
export function countedNoun({ near, after, quantity, token }: Claim): string {
  const { dimension } = token.unit
  if (dimension === 'place' || dimension === 'class' || dimension === 'visit') return dimension
  const noun = nounIn(near) ?? nounIn(/^[^,;。、:()]{0,8}/.exec(after)?.[0] ?? '')
  return noun === undefined ? `${dimension} ${quantity.replace(/[总数量额]+$/, '').slice(-2)}` : `${dimension} ${noun}`
}

function nounIn(text: string): number | undefined {
  const noun = NOUNS.findIndex((pattern) => pattern.test(text))
  return noun < 0 ? undefined : noun
}
