import { type Claim, isExact } from '../../extract/claim.ts'
import { countedNoun } from '../../extract/counted-noun.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { ownStage, type Stage, stageOf } from '../../extract/stage.ts'
import { sumOf } from '../made/sum-of.ts'
import type { Question } from '../relation.ts'

/** How many paragraphs the stages of one text may stand apart. */
const FAR = 10
/** What some texts count beside primary and junior secondary schools. */
const BESIDE: readonly Stage[] = ['nine_year', 'special']

/** 义务教育阶段学校45所。…小学27所。…初中18所: compulsory education is primary and junior secondary school, wherever told. */
export function stageSums(passages: readonly Passage[]): readonly Question[] {
  const nouns = new Map<string, Counted[]>()
  let heading: Stage | undefined
  for (const passage of passages) {
    if (isHeading(passage)) heading = ownStage({ near: passage.text })
    for (const [at, claim] of passage.claims.entries()) {
      const stage = stageOf(passage, claim) ?? heading
      if (!isPlain(claim) || stage === undefined) continue
      const noun = countedNoun(claim)
      const next = passage.claims.slice(at + 1, at + 3)
      const change = next.find(({ role, segment }) => role === 'change' && segment === claim.segment)
      nouns.set(noun, [...(nouns.get(noun) ?? []), { claim, stage, change }])
    }
  }
  return [...nouns.values()].flatMap((counted) => [
    ...counted.filter(({ stage }) => stage === 'compulsory').flatMap((total) => sumsOf(total, counted)),
    ...counted.filter(({ claim }) => /高中阶段/.test(claim.near)).flatMap((total) => sumsOfSenior(total, counted)),
  ])
}

/** 小学教育: a line of its own says of which stage the paragraphs after it are. */
const isHeading = ({ text, claims }: Passage): boolean => claims.length === 0 && text.trim().length <= LONGEST_HEADING

const LONGEST_HEADING = 14

/** 普通高中15903人。…中等职业学校5210人。…高中阶段21113人: the one kind and the other are all of the stage. */
function sumsOfSenior({ claim: total }: Counted, counted: readonly Counted[]): readonly Question[] {
  const parts = [/普通高中|普高/, /中职|中等职业|职业高中|职高/].map((kind) =>
    counted.map(({ claim }) => claim).filter((one) => kind.test(one.near) && isNearby(total, one)),
  )
  const [general, vocational] = parts.map((found) => (found.length === 1 ? found[0] : undefined))
  return general && vocational ? [{ readings: [sumOf(total, [general, vocational], 'probable')] }] : []
}

interface Counted {
  readonly claim: Claim
  readonly stage: Stage
  /** By how much it changed. */
  readonly change: Claim | undefined
}

const isPlain = ({ role, token, before, near }: Claim): boolean =>
  role === 'level' &&
  isExact(token) &&
  token.unit.counted &&
  !/含|新增|新建|\(/.test(before) &&
  !/其中(?!义务教育)|达标|留守|随迁|寄宿|贫困|困难/.test(near)

function sumsOf({ claim: total, change }: Counted, counted: readonly Counted[]): readonly Question[] {
  const find = (stage: Stage): Counted | undefined => {
    const near = counted.filter((one) => one.stage === stage && isNearby(total, one.claim))
    return near.length === 1 ? near[0] : undefined
  }
  const only = (stage: Stage): Claim | undefined => find(stage)?.claim
  const changes = [find('primary')?.change, find('junior')?.change].filter((one) => one !== undefined)
  const [primary, junior] = [only('primary'), only('junior')]
  if (primary === undefined || junior === undefined) return []
  if ([primary, junior].every(({ sentence, passage }) => sentence === total.sentence && passage === total.passage))
    return []
  const beside = BESIDE.flatMap((stage) => only(stage) ?? [])
  const lists = [[], ...beside.map((one) => [one]), ...(beside.length > 1 ? [beside] : [])]
  const readings = lists.map((more, rank) =>
    sumOf(total, [primary, junior, ...more], rank === 0 ? 'probable' : 'likely'),
  )
  const isOneWay = change !== undefined && changes.length === 2 && changes.every(({ sign }) => sign === change.sign)
  return [{ readings }, ...(isOneWay ? [{ readings: [sumOf(change, changes, 'likely')] }] : [])]
}

const isNearby = (total: Claim, part: Claim): boolean =>
  Math.abs(total.passage - part.passage) <= FAR &&
  (total.period === part.period || part.period === undefined) &&
  part !== total
