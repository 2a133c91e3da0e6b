import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })

/** Ways in which a pupil came into a cohort, and where each is at its end. Every pupil has one of each. */
export const CohortGroup = Type.Union([
  Type.Literal('entered'),
  Type.Literal('moved_in'),
  Type.Literal('graduated'),
  Type.Literal('repeats'),
  Type.Literal('suspended'),
  Type.Literal('moved_within'),
  Type.Literal('moved_beyond'),
  Type.Literal('abroad'),
  Type.Literal('deceased'),
  Type.Literal('dropped'),
  Type.Literal('unknown'),
])
export type CohortGroup = Static<typeof CohortGroup>

export const cohortGroupTitles: Readonly<Record<CohortGroup, string>> = {
  entered: '入学',
  moved_in: '转入',
  graduated: '毕业',
  repeats: '留级在读',
  suspended: '休学未归',
  moved_within: '县内转出',
  moved_beyond: '县外转出',
  abroad: '出国出境',
  deceased: '死亡',
  dropped: '辍学',
  unknown: '去向不明',
}

export const cohortWays = ['entered', 'moved_in'] as const satisfies readonly CohortGroup[]
export const cohortEnds = [
  'graduated',
  'repeats',
  'suspended',
  'moved_within',
  'moved_beyond',
  'abroad',
  'deceased',
  'dropped',
  'unknown',
] as const satisfies readonly CohortGroup[]

export const CohortStage = Type.Union([Type.Literal('小学'), Type.Literal('初中')])
export type CohortStage = Static<typeof CohortStage>

export const CohortCounts = Type.Object(
  {
    entered: Count,
    moved_in: Count,
    graduated: Count,
    repeats: Count,
    suspended: Count,
    moved_within: Count,
    moved_beyond: Count,
    abroad: Count,
    deceased: Count,
    dropped: Count,
    unknown: Count,
  },
  strict,
)
export type CohortCounts = Static<typeof CohortCounts>

export const CohortPlace = Type.Object(
  { path: Type.String(), name: Type.String(), stage: CohortStage, counts: CohortCounts },
  strict,
)
export type CohortPlace = Static<typeof CohortPlace>

export const CohortBook = Type.Object(
  {
    years: Type.Array(Type.Integer(), { description: '有学届名册的年度，新的在前' }),
    year: Type.Integer(),
    followed: Type.Object(
      { 小学: Type.Integer(), 初中: Type.Integer() },
      { ...strict, description: '一届跟几个学年，照标准包' },
    ),
    places: Type.Array(CohortPlace),
  },
  strict,
)
export type CohortBook = Static<typeof CohortBook>

export const CohortRow = Type.Object(
  {
    id: Type.String(),
    name: Type.String({ description: '姓名，遮蔽' }),
    school: Type.String(),
    way: Type.String({ description: '进入方式' }),
    joined_on: Type.String(),
    end: Type.String({ description: '去向' }),
    ended_on: Type.String(),
    destination: Type.String(),
    proof: Type.String({ description: '去向证明' }),
  },
  strict,
)
export type CohortRow = Static<typeof CohortRow>

export const CohortRows = Type.Object({ total: Count, rows: Type.Array(CohortRow) }, strict)
export type CohortRows = Static<typeof CohortRows>

/** Counts of several units of one stage added up. */
export function addCohorts(all: readonly CohortCounts[]): CohortCounts {
  const sum = (group: CohortGroup): number => all.reduce((total, counts) => total + counts[group], 0)
  return {
    entered: sum('entered'),
    moved_in: sum('moved_in'),
    graduated: sum('graduated'),
    repeats: sum('repeats'),
    suspended: sum('suspended'),
    moved_within: sum('moved_within'),
    moved_beyond: sum('moved_beyond'),
    abroad: sum('abroad'),
    deceased: sum('deceased'),
    dropped: sum('dropped'),
    unknown: sum('unknown'),
  }
}

/** A share of two counts, as it is reckoned. */
export interface RetentionRate {
  readonly above: number
  readonly below: number
  /** In per cent with two decimals; undefined where nobody is below. */
  readonly percent: string | undefined
}

export const movedOut = ({ moved_within, moved_beyond, abroad }: CohortCounts): number =>
  moved_within + moved_beyond + abroad

/**
 * 申报表口径: who came later is taken off, who left is added, who died is taken off below.
 * @basis 教督〔2017〕6号申报表 学校填报表第64项至第68项
 */
export function formRetentionRate(counts: CohortCounts): RetentionRate {
  return rateOf(counts.graduated - counts.moved_in + movedOut(counts), counts.entered - counts.deceased)
}

/**
 * 年鉴口径: graduates by entrants, whoever came or left between.
 * @basis 统计年鉴口径（转载级）
 */
export const yearbookRetentionRate = ({ graduated, entered }: CohortCounts): RetentionRate => rateOf(graduated, entered)

function rateOf(above: number, below: number): RetentionRate {
  return { above, below, percent: below <= 0 ? undefined : (Math.round((above * 10_000) / below) / 100).toFixed(2) }
}
