import type { Likeness } from './person.ts'
import { isPlaceholder, type ReadName } from './read-name.ts'
import { isSimilarSign } from './similar-signs.ts'

/** How far one sign stands for another: the same, written for it, heard for it, or another. */
const degrees = { same: 1, unreadable: 0.75, similar: 0.85, sound: 0.85, near: 0.65, other: 0 } as const
type SignLikeness = keyof typeof degrees

/** Two names in the words of a person who compares them. */
export function compareNames(left: ReadName, right: ReadName): Likeness {
  if (left.signs.length === 0 || right.signs.length === 0) return { degree: 0, says: '' }
  if (left.signs.length === right.signs.length) return ofSameLength(left, right)
  return ofOtherLength(left, right)
}

function ofSameLength(left: ReadName, right: ReadName): Likeness {
  const kinds = left.signs.map((_, at) => compareSigns(left, right, at))
  const others = kinds.filter((kind) => kind === 'other').length
  if (others === 0) {
    const degree = kinds.reduce((sum, kind) => sum + degrees[kind], 0) / kinds.length
    return { degree, says: wordsOf(left, right, kinds) }
  }
  const isTurned = left.signs.length > 2 && left.signs[0] === right.signs[0] && sorted(left) === sorted(right)
  if (isTurned) return { degree: 0.7, says: '姓名用字相同，先后不同' }
  if (others === 1 && left.signs.length > 2) return { degree: -0.2, says: '姓名只差一个字，读音字形都不像' }
  return { degree: -1, says: '姓名不同' }
}

const sorted = ({ signs }: ReadName): string => signs.toSorted().join('')

function compareSigns(left: ReadName, right: ReadName, at: number): SignLikeness {
  const one = left.signs[at] ?? ''
  const other = right.signs[at] ?? ''
  if (one === other) return 'same'
  if (isPlaceholder(one) || isPlaceholder(other)) return 'unreadable'
  if (isSimilarSign(one, other)) return 'similar'
  const [mine = [], theirs = []] = [left.readings[at], right.readings[at]]
  if (mine.some((reading) => theirs.includes(reading))) return 'sound'
  return mine.some((reading) => theirs.some((second) => isNearSound(reading, second))) ? 'near' : 'other'
}

/** How the signs that differ are like each other; the signs themselves are not said, for names are masked where this is read. */
function wordsOf(left: ReadName, right: ReadName, kinds: readonly SignLikeness[]): string {
  const words = kinds.flatMap((kind) => likenessWords[kind] ?? [])
  if (words.length === 1) return `姓名只差一个字，${words[0]}`
  if (words.length > 1) return `姓名有${words.length}个字不同，${[...new Set(words)].join('、')}`
  return left.text === right.text ? '' : '姓名只是写法不同'
}

const likenessWords: Readonly<Partial<Record<SignLikeness, string>>> = {
  similar: '字形相近',
  sound: '同音',
  near: '读音相近',
  unreadable: '这个字没有录出来',
}

/** One name lacks a sign of the other: 王明 for 王小明, or a long name that was cut. */
function ofOtherLength(left: ReadName, right: ReadName): Likeness {
  const [short, long] = left.signs.length < right.signs.length ? [left, right] : [right, left]
  const isPart = isWithinInOrder(short.signs, long.signs)
  if (isPart && long.signs.length - short.signs.length === 1) return { degree: 0.6, says: '姓名少一个字' }
  if (isPart && short.signs.length > 2) return { degree: 0.5, says: '姓名没有写全' }
  return { degree: -1, says: '姓名不同' }
}

function isWithinInOrder(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const sign of long) if (sign === short[at]) at += 1
  return at === short.length && short.length > 1
}

/** Sounds that many dialects do not keep apart: n/l, zh/z, f/h, -n/-ng. */
function isNearSound(one: string, other: string): boolean {
  return one !== '' && flat(one) === flat(other)
}

/** There are some four hundred sounds. */
const flats = new Map<string, string>()

function flat(sound: string): string {
  const before = flats.get(sound)
  if (before !== undefined) return before
  const made = sound
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/^f/, 'h')
    .replace(/([aei])ng$/, '$1n')
  if (flats.size < 2_000) flats.set(sound, made)
  return made
}
