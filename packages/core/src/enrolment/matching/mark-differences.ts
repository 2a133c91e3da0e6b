/** A piece of a text as it is shown beside another. */
export interface ShownPiece {
  readonly text: string
  /** The other text has something else here. */
  readonly differs: boolean
}

/** How much of a text is shown whatever the other has. */
interface Showing {
  readonly head: number
  readonly tail: number
}

const HIDDEN = '＊'

/**
 * Two texts side by side: what differs is shown, what is the same is hidden behind ＊ but for the first `head` and the last
 * `tail` signs. So two rows can be told apart without showing either whole.
 */
export function markDifferences(
  left: string,
  right: string,
  { head, tail }: Showing = { head: Number.POSITIVE_INFINITY, tail: 0 },
): readonly [left: readonly ShownPiece[], right: readonly ShownPiece[]] {
  const [one, other] = [[...left], [...right]]
  const same = commonSigns(one, other)
  const hide = (signs: readonly string[], kept: ReadonlySet<number>): readonly ShownPiece[] =>
    pieces(
      signs.map((sign, at) => {
        const differs = !kept.has(at)
        const isOpen = differs || at < head || at >= signs.length - tail
        return { text: isOpen ? sign : HIDDEN, differs }
      }),
    )
  return [hide(one, new Set(same.map(([at]) => at))), hide(other, new Set(same.map(([, at]) => at)))]
}

/** Places of the longest common part of two short texts; of long ones, sign by sign. */
function commonSigns(one: readonly string[], other: readonly string[]): readonly (readonly [number, number])[] {
  if (one.length === other.length) return one.flatMap((sign, at) => (sign === other[at] ? [[at, at] as const] : []))
  const lengths = one.map(() => other.map(() => 0))
  const lengthAt = (i: number, j: number): number => lengths[i]?.[j] ?? 0
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const row = lengths[i]
      if (row === undefined) continue
      row[j] = one[i] === other[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1))
    }
  const found: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) {
      found.push([i, j])
      i += 1
      j += 1
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1
    else j += 1
  }
  return found
}

function pieces(signs: readonly ShownPiece[]): readonly ShownPiece[] {
  const joined: ShownPiece[] = []
  for (const sign of signs) {
    const last = joined.at(-1)
    if (last?.differs === sign.differs) joined[joined.length - 1] = { ...last, text: last.text + sign.text }
    else joined.push(sign)
  }
  return joined
}
