import { holdsBySign, type Node, printAst, Rational, rational } from '../../formula/index.ts'

/** What a condition is in one world: 不适用 is neither, and stays so under 非. */
export type Truth = boolean | 'none'

/** Something that conditions ask about, with every answer that makes a difference to one of them. */
interface Question {
  readonly key: string
  /** Numbers that it is compared with; the answers lie below, at, and between them. */
  readonly cuts: readonly Rational[]
  readonly words: readonly string[]
}

/** One answer to every question. −1 is 不适用. */
export type World = ReadonlyMap<string, number>

/** More worlds than this are not gone through. */
const MOST_WORLDS = 20_000

/**
 * Every combination of answers to what the conditions ask: a number is in one place on its line, a word is one word. What
 * is not a comparison with something fixed is simply true, false, or not applicable. Undefined: too many.
 */
export function worldsOf(conditions: readonly Node[], counties: readonly string[]): readonly World[] | undefined {
  const questions = new Map<string, Question>()
  for (const condition of conditions) collect(condition, questions)
  let worlds: readonly World[] = [...counties.keys(), counties.length].map((at) => new Map([[COUNTY, at]]))
  for (const { key, cuts, words } of questions.values()) {
    const answers = cuts.length > 0 ? cuts.length * 2 + 1 : words.length > 0 ? words.length + 1 : 2
    if (worlds.length * (answers + 1) > MOST_WORLDS) return undefined
    worlds = worlds.flatMap((world) =>
      Array.from({ length: answers + 1 }, (_, at) => new Map([...world, [key, at - 1]])),
    )
  }
  return worlds
}

const COUNTY = ''

/** The county's code in a world; none of those that entries name in the last. */
export const countyIn = (world: World, counties: readonly string[]): string => counties[world.get(COUNTY) ?? -1] ?? ''

function collect(node: Node, questions: Map<string, Question>): void {
  if (node.kind === 'logic') {
    for (const operand of node.operands) collect(operand, questions)
    return
  }
  if (node.kind === 'not') {
    collect(node.operand, questions)
    return
  }
  const asked = askedBy(node)
  const known = questions.get(asked.key)
  questions.set(asked.key, {
    key: asked.key,
    cuts: distinct([...(known?.cuts ?? []), ...asked.cuts]),
    words: [...new Set([...(known?.words ?? []), ...asked.words])],
  })
}

/** What a condition that is no 且, 或, 非 asks about. Numbers, words and plain truths of one thing are apart. */
function askedBy(node: Node): Question {
  if (node.kind === 'compare' || node.kind === 'member') {
    const content = node.right.kind === 'constant' ? node.right.value.content : undefined
    const subject = `${printAst(node.left.ast)}${node.left.kind === 'scale' ? ` ${node.left.to}` : ''}`
    if (node.kind === 'compare' && content instanceof Rational)
      return { key: `number ${subject}`, cuts: [content], words: [] }
    const items: readonly unknown[] = Array.isArray(content) ? content : [content]
    const words = items.flatMap((item) => (typeof item === 'string' ? [item] : []))
    const isChoice = node.kind === 'member' || node.operator === '=' || node.operator === '≠'
    if (isChoice && words.length > 0 && words.length === items.length)
      return { key: `word ${subject}`, cuts: [], words }
  }
  return { key: `truth ${printAst(node.ast)}`, cuts: [], words: [] }
}

const distinct = (cuts: readonly Rational[]): readonly Rational[] =>
  cuts.filter((cut, at) => cuts.findIndex((other) => rational.equals(cut, other)) === at).toSorted(rational.compare)

/** What a condition is in a world that answers its questions. `all` are the conditions that made the worlds. */
export class Conditions {
  private readonly questions = new Map<string, Question>()

  constructor(all: readonly Node[]) {
    for (const condition of all) collect(condition, this.questions)
  }

  truth(node: Node, world: World): Truth {
    if (node.kind === 'not') {
      const inner = this.truth(node.operand, world)
      return inner === 'none' ? inner : !inner
    }
    if (node.kind === 'logic') {
      const decisive = node.operator === 'or'
      const truths = node.operands.map((operand) => this.truth(operand, world))
      if (truths.includes(decisive)) return decisive
      return truths.includes('none') ? 'none' : !decisive
    }
    const { key, cuts, words } = askedBy(node)
    const answer = world.get(key) ?? -1
    if (answer === -1) return 'none'
    const question = this.questions.get(key)
    if (node.kind === 'compare' && cuts[0] !== undefined)
      return holdsBySign(node.operator, signAt(answer, cuts[0], question?.cuts ?? cuts))
    if (words.length > 0) {
      const isOne = words.includes(question?.words[answer] ?? '')
      return node.kind === 'compare' && node.operator === '≠' ? !isOne : isOne
    }
    return answer === 0
  }
}

/** Place 2k is just below the k-th cut, 2k + 1 is at it. */
function signAt(answer: number, cut: Rational, cuts: readonly Rational[]): number {
  const at = cuts.findIndex((one) => rational.equals(one, cut)) * 2 + 1
  return Math.sign(answer - at)
}
