import { type Static, Type } from 'typebox'
import type { PledgeLevel } from '../../packs/index.ts'

const strict = { additionalProperties: false } as const
const Text = Type.String()

/** What stands in a pledge, as it was when it was made. */
export const PledgeContent = Type.Object(
  {
    title: Text,
    preamble: Text,
    closing: Text,
    issuer: Text,
    party: Text,
    year: Type.Integer(),
    tasks: Type.Array(
      Type.Object({ no: Text, title: Text, wording: Text, measure: Text, due_on: Text, basis: Text }, strict),
    ),
  },
  strict,
)
export type PledgeContent = Static<typeof PledgeContent>

/** A task of the plan, as far as a pledge tells it. */
export interface PledgedTask {
  readonly no: string
  readonly title: string
  readonly wording: string
  readonly measure: string
  readonly due_on: string
  readonly basis: string
}

export interface PledgeWords {
  readonly title: string
  readonly preamble: string
  readonly closing: string
}

interface Parties {
  readonly issuer: string
  readonly party: string
  readonly year: number
}

/** The words with the names of both parties and the year put in, before the tasks. */
export function pledgeContent(words: PledgeWords, parties: Parties, tasks: readonly PledgedTask[]): PledgeContent {
  const put = (text: string): string =>
    text
      .replaceAll('{责任方}', parties.party)
      .replaceAll('{签发方}', parties.issuer)
      .replaceAll('{年度}', String(parties.year))
  return {
    title: put(words.title),
    preamble: put(words.preamble),
    closing: put(words.closing),
    ...parties,
    tasks: tasks.map((task) => ({ ...task })),
  }
}

/** Duties by which a unit has tasks it can promise: which level a unit of a kind signs at; undefined for those that sign none. */
export function levelOfKind(kind: string): PledgeLevel | undefined {
  switch (kind) {
    case 'department':
      return '部门'
    case 'township':
      return '乡镇'
    case 'village':
      return '村'
    case 'school':
      return '学校'
    default:
      return undefined
  }
}
