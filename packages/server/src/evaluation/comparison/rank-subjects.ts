import { type Figure, LEAST_BEHIND, type RankingAnswer, rankEntries, type Subject } from '@eduduty/core/evaluation'
import { fromJson, type Rational, rational, roundText } from '@eduduty/core/formula'
import type { Queries } from '../../platform/db/database.ts'
import { getAssessment, type RunKey } from '../find-run.ts'
import { readFigures } from './kept-years.ts'

export interface RankingInput {
  readonly node: string
  /** Attribute by which subjects are put together (所属乡镇); absent: each for itself. */
  readonly by?: string
  /** `attribute=value` or a value of a dimension such as 小学: only subjects that have all of them. */
  readonly of?: readonly string[]
}

/** Townships by the share of their schools that meet an indicator, or schools of a kind by its value. */
export async function rankSubjects(db: Queries, key: RunKey, input: RankingInput): Promise<RankingAnswer> {
  const assessment = await getAssessment(db, key)
  const figures = [...(await readFigures(db, key, { nodes: [input.node] })).values()]
  const subjects = new Map(assessment.subjects.map((subject) => [subject.id, subject]))
  const members = figures.flatMap((figure) => {
    const subject = subjects.get(figure.subject)
    return subject !== undefined && takesPart(subject, input.of ?? []) ? [{ figure, subject }] : []
  })
  return input.by === undefined ? rankEach(members) : rankGroups(members, input.by)
}

interface Member {
  readonly figure: Figure
  readonly subject: Subject
}

function takesPart({ included, unit, attributes, dimensions }: Subject, of: readonly string[]): boolean {
  if (!included || unit === undefined) return false
  return of.every((wanted) => {
    const at = wanted.indexOf('=')
    return at < 0
      ? Object.values(dimensions).includes(wanted)
      : attributes[wanted.slice(0, at)] === wanted.slice(at + 1)
  })
}

const countOf = (members: readonly Member[], state: Figure['state']): number =>
  members.filter(({ figure }) => figure.state === state).length

const countsOf = (members: readonly Member[]) => ({
  met: countOf(members, 'met'),
  unmet: countOf(members, 'unmet'),
  undecided: countOf(members, 'undecided'),
})

function rankGroups(members: readonly Member[], by: string): RankingAnswer {
  const groups = new Map<string, Member[]>()
  for (const member of members) {
    const name = member.subject.attributes[by] ?? ''
    groups.set(name, [...(groups.get(name) ?? []), member])
  }
  const rows = [...groups].map(([name, own]) => {
    const counts = countsOf(own)
    const n = counts.met + counts.unmet
    const share = n === 0 ? undefined : rational.div(rational.fromInteger(counts.met), rational.fromInteger(n))
    return { key: name, name, ...counts, n, share, shown: share === undefined ? '' : percentOf(share) }
  })
  const ranks = rankEntries(
    rows.map(({ key, share, n }) => ({ key, value: share, n })),
    { higherIsBetter: true },
  )
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return {
    direction: 'higher',
    least: LEAST_BEHIND,
    rows: ranks.flatMap((rank) => {
      const row = byKey.get(rank.key)
      if (row === undefined) return []
      const { share: _, ...shown } = row
      return [{ ...shown, ...rank }]
    }),
  }
}

const percentOf = (share: Rational): string => `${roundText(rational.mul(share, rational.HUNDRED), 1, 'half_up')}%`

function rankEach(members: readonly Member[]): RankingAnswer {
  const values = members.map(({ figure }) => (figure.value === undefined ? undefined : fromJson(figure.value)))
  const n = values.filter((value) => value !== undefined).length
  const direction = directionOf(members)
  const ranks = rankEntries(
    members.map(({ figure }, at) => ({ key: figure.id, value: values[at], n })),
    { higherIsBetter: direction !== 'lower' },
  )
  const byKey = new Map(members.map((member) => [member.figure.id, member]))
  return {
    ...(direction !== undefined && { direction }),
    least: LEAST_BEHIND,
    rows: ranks.flatMap(({ rank, tied, ...place }) => {
      const member = byKey.get(place.key)
      if (member === undefined) return []
      const { figure, subject } = member
      return [
        {
          ...place,
          ...(direction === undefined ? { tied: false } : { tied, ...(rank !== undefined && { rank }) }),
          name: subject.name,
          shown: figure.shown,
          figure,
          n,
          ...countsOf([member]),
        },
      ]
    }),
  }
}

/** What the standard asks for says which end is the good one. */
function directionOf(members: readonly Member[]): RankingAnswer['direction'] {
  const text = members.find(({ figure }) => figure.standard !== undefined)?.figure.standard?.text
  if (text === undefined) return undefined
  if (/^[≥>＞]/.test(text)) return 'higher'
  return /^[≤<＜]/.test(text) ? 'lower' : undefined
}
