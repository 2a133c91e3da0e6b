import type { Claim } from '../../extract/claim.ts'
import { countedNoun } from '../../extract/counted-noun.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { ALL_OF_ANY } from '../../extract/scope-words.ts'
import { ownStage } from '../../extract/stage.ts'
import { chanceOfNearMiss, windowOf } from '../../judge/chance.ts'
import { judgeRelation } from '../../judge/judge-relation.ts'
import { withoutInner } from '../made/list-parts.ts'
import { isNearSum } from '../made/quick-sum.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question, Relation } from '../relation.ts'

/** Most parts that a whole is looked for in, and how many paragraphs they may stand apart. */
const MOST_PARTS = 12
const MOST_PASSAGES = 16
/** How seldom a sum would hold by chance for it to show how a text is built. */
const PLAIN = 0.002
const UNLIKELY = 0.001
/** How many numbers lie at most between two of one section. */
const SECTION = 9

/**
 * Totals that one sentence or section gives and others break down: first all schools with their pupils and teachers,
 * then those of each stage. Where the pupils add up, the schools and teachers of the same sections should, too.
 */
export function sectionSums(passages: readonly Passage[]): readonly Question[] {
  const series = [...seriesOf(passages).values()]
  const broad = new Set(passages.flatMap((passage) => passage.claims.filter((claim) => isBroad(passage, claim))))
  const plain = series.flatMap((claims) => [...downward(claims, broad), ...upward(claims, broad)])
  const built = plain.filter(holdsPlainly)
  const alike = series.flatMap((claims) => witnessed(built, claims))
  return [...plain.filter(isTelling), ...built, ...alike].map((relation) => ({ readings: [relation] }))
}

const BROAD = new RegExp(`${ALL_OF_ANY}|(?<!公)共|总|合计|阶段|各级|各类|义务教育|中小学|现有`)

/** The sentence speaks of all there is, up to the number. */
const isBroad = ({ text, sentences }: Passage, { token, sentence }: Claim): boolean =>
  BROAD.test(text.slice(sentences[sentence]?.start ?? 0, token.start))

/** Numbers of one noun in their order; changes go with the noun that they are a change of. */
function seriesOf(passages: readonly Passage[]): ReadonlyMap<string, readonly Claim[]> {
  const series = new Map<string, Claim[]>()
  for (const { claims } of passages) {
    let noun = ''
    for (const claim of claims) {
      if (
        claim.token.unit.dimension === 'percent' ||
        claim.token.upTo !== undefined ||
        claim.token.qualifier !== undefined
      )
        continue
      if (claim.role === 'level') noun = countedNoun(claim)
      else if (claim.role !== 'change') continue
      const key = claim.role === 'level' ? noun : `${noun} ${claim.sign}`
      const known = series.get(key)
      if (known === undefined) series.set(key, [claim])
      else known.push(claim)
    }
  }
  return series
}

const holdsPlainly = (relation: Relation): boolean => {
  const { outcome, range } = judgeRelation(relation)
  return outcome === 'holds' && windowOf(relation, range) <= PLAIN
}

/** Large numbers hardly come one digit short of a sum by chance, whatever the words say. */
const isTelling = (relation: Relation): boolean =>
  relation.tie !== 'possible' || chanceOfNearMiss(relation, judgeRelation(relation).range) <= UNLIKELY

/** A total, then its parts one by one; a part that is itself broken down counts once. */
function downward(claims: readonly Claim[], broad: ReadonlySet<Claim>): Relation[] {
  return claims.flatMap((total, at) => {
    if (total.role !== 'level') return []
    const rest = claims.slice(at + 1).filter((one) => one.passage - total.passage <= MOST_PASSAGES)
    return prefixes(withoutInner(rest.slice(0, MOST_PARTS * 2)), total, broad)
  })
}

/** Parts, then their total, which is said to be of all. */
function upward(claims: readonly Claim[], broad: ReadonlySet<Claim>): Relation[] {
  return claims.flatMap((total, at) => {
    if (!broad.has(total)) return []
    const before = claims.slice(Math.max(0, at - MOST_PARTS), at)
    return prefixes(before.filter((one) => total.passage - one.passage <= 1).toReversed(), total, broad)
  })
}

/** Where the parts of a total end nobody says; most probably before the next number of all, or with the last. */
function prefixes(parts: readonly Claim[], total: Claim, broad: ReadonlySet<Claim>): Relation[] {
  const relations: Relation[] = []
  for (let count = 2; count <= Math.min(parts.length, MOST_PARTS); count += 1) {
    const list = parts.slice(0, count)
    // Numbers of one sentence are looked at where lists are.
    if (list.every(({ passage, sentence }) => passage === total.passage && sentence === total.sentence)) continue
    if (!isNearSum(total, list) || isBeside(total, list)) continue
    const next = parts[count]
    const isEnd = next === undefined || broad.has(next) || /总|合计|共/.test(total.near)
    relations.push(sumOf(total, list, broad.has(total) && isEnd ? 'likely' : 'possible'))
  }
  return relations
}

/** 高校专任教师 are not what those of vocational schools and kindergartens add up to. */
function isBeside(total: Claim, parts: readonly Claim[]): boolean {
  const stage = ownStage(total)
  if (stage === undefined || stage === 'compulsory') return false
  return parts.some((part) => (ownStage(part) ?? stage) !== stage)
}

/** What other nouns say of this one; rounded numbers miss their total often enough, so two must say so. */
function witnessed(built: readonly Relation[], claims: readonly Claim[]): Relation[] {
  const found = built.flatMap((relation) => sameSections(relation, claims))
  const shape = ({ target, inputs }: Relation) => [target, ...inputs].map(({ id }) => id).join(' ')
  const shapes = found.map(shape)
  return found.flatMap((relation, at) => {
    const own = shape(relation)
    if (shapes.indexOf(own) < at) return []
    const isSure = relation.target.step === undefined || shapes.lastIndexOf(own) > at
    return [isSure ? relation : { ...relation, tie: 'likely' as const }]
  })
}

/** The numbers of another noun that stand in the same sections as a total and its parts. */
function sameSections({ target, inputs }: Relation, claims: readonly Claim[]): Relation[] {
  const total = nearestTo(target, claims)
  const parts = inputs.map((part) => nearestTo(part, claims))
  if (total === undefined || total === target) return []
  const found = parts.filter((part) => part !== undefined)
  if (found.length < parts.length || new Set([total, ...found]).size <= parts.length) return []
  return [sumOf(total, found, 'probable')]
}

function nearestTo(anchor: Claim, claims: readonly Claim[]): Claim | undefined {
  return claims
    .filter((one) => one.passage === anchor.passage && Math.abs(one.id - anchor.id) <= SECTION)
    .toSorted((a, b) => Math.abs(a.id - anchor.id) - Math.abs(b.id - anchor.id))[0]
}
