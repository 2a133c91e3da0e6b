import { type Node, printAst } from '../../formula/index.ts'
import type { Compared } from './compared.ts'
import { type Delta, flip, isSame, SAME, together } from './delta.ts'

type Comparison = Node & { readonly kind: 'compare' }
type Membership = Node & { readonly kind: 'member' }
type Inner = (before: Node, after: Node) => Delta

/** Signs of left − right for which each comparison holds. */
const holding = {
  '<': [-1],
  '≤': [-1, 0],
  '=': [0],
  '≠': [-1, 1],
  '≥': [0, 1],
  '>': [1],
} as const

/** Rises with what is judged (1), falls with it (−1), or neither (0). */
const direction = { '≥': 1, '>': 1, '≤': -1, '<': -1, '=': 0, '≠': 0 } as const

export function compareComparisons(before: Comparison, after: Comparison, all: Compared, inner: Inner): Delta {
  const left = inner(before.left, after.left)
  const right = inner(before.right, after.right)
  const sides = together(left, flip(right))
  const operators = compareOperators(before.operator, after.operator)
  if (isSame(left) && isSame(right)) return operators
  const [b, a] = [direction[before.operator], direction[after.operator]]
  if (b === a && b !== 0) return together(b > 0 ? sides : flip(sides), operators)
  const chosen = choices(before, after, left)
  return chosen ?? all.doubt(`“${after.operator}”两边的数变了，说不清是更难还是更容易`)
}

function compareOperators(before: keyof typeof holding, after: keyof typeof holding): Delta {
  const [old, now] = [new Set<number>(holding[before]), new Set<number>(holding[after])]
  return compareSets(old, now)
}

/** What holds for fewer things is harder to meet. */
function compareSets<Item>(old: ReadonlySet<Item>, now: ReadonlySet<Item>): Delta {
  const isKept = [...now].every((item) => old.has(item))
  const isGrown = [...old].every((item) => now.has(item))
  if (isKept && isGrown) return SAME
  if (isKept) return new Set(['same', 'down'])
  return isGrown ? new Set(['same', 'up']) : new Set(['same', 'up', 'down'])
}

/** `= 甲` and `属于 (甲, 乙)` of one thing: by the words that each lets through. */
export function compareMembers(
  before: Comparison | Membership,
  after: Comparison | Membership,
  all: Compared,
  inner: Inner,
): Delta {
  const left = inner(before.left, after.left)
  return choices(before, after, left) ?? all.doubt('可选的词变了，说不清是更难还是更容易')
}

function choices(before: Comparison | Membership, after: Comparison | Membership, left: Delta): Delta | undefined {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  return isSame(left) && old !== undefined && now !== undefined ? compareSets(old, now) : undefined
}

function wordsOf(node: Comparison | Membership): ReadonlySet<string> | undefined {
  if (node.kind === 'compare' && node.operator !== '=') return undefined
  const { right } = node
  if (right.kind !== 'constant') return undefined
  const { content } = right.value
  const items: readonly unknown[] = Array.isArray(content) ? content : [content]
  const words = items.flatMap((item) => (typeof item === 'string' ? [item] : []))
  return words.length === items.length ? new Set(words) : new Set([printAst(right.ast)])
}
