import { type Static, Type } from 'typebox'
import { Basis, Id, Verified } from './basis.ts'

const strict = { additionalProperties: false } as const
const Title = Type.String({ minLength: 1, maxLength: 100 })
const Sourced = { basis: Type.Optional(Basis), verified: Type.Optional(Verified) }

/** Who works on a case: the child's school, the township where it lives, the county. */
export const CaseLine = Type.Union([Type.Literal('学校'), Type.Literal('乡镇'), Type.Literal('县')])
export type CaseLine = Static<typeof CaseLine>

/** What is counted while a case is open. */
export const CaseCounter = Type.Union([Type.Literal('visits'), Type.Literal('persuasions')])
export type CaseCounter = Static<typeof CaseCounter>

export const caseCounterTitles: Readonly<Record<CaseCounter, string>> = { visits: '走访', persuasions: '劝返' }

/** Where a case can stand. An open state has an owner and a time limit; one that ends has neither. */
export const CaseworkState = Type.Object(
  {
    id: Id,
    title: Title,
    owner: Type.Optional(CaseLine),
    clock: Type.Optional(Id),
    ends: Type.Optional(Type.Literal(true)),
  },
  strict,
)
export type CaseworkState = Static<typeof CaseworkState>

/** What is asked of whoever takes a step. */
export const CaseworkField = Type.Object(
  {
    id: Id,
    title: Title,
    type: Type.Union([Type.Literal('文字'), Type.Literal('日期'), Type.Literal('选择')]),
    choices: Type.Optional(Type.Array(Title, { minItems: 2 })),
    required: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type CaseworkField = Static<typeof CaseworkField>

/** What a step does to the time limit of the state. */
export const CaseClockDeed = Type.Union([Type.Literal('中止'), Type.Literal('恢复'), Type.Literal('延长')])
export type CaseClockDeed = Static<typeof CaseClockDeed>

const AtLeast = Type.Optional(Type.Integer({ minimum: 1, maximum: 99 }))

export const CaseworkStep = Type.Object(
  {
    id: Id,
    title: Title,
    by: Type.Array(CaseLine, { minItems: 1 }),
    from: Type.Array(Id, { minItems: 1 }),
    /** Absent = the case stays where it is, and its time runs on. */
    to: Type.Optional(Id),
    asks: Type.Optional(Type.Array(CaseworkField)),
    /** A document that has to be named or attached. */
    proof: Type.Optional(Title),
    /** The document has to be filed with the case, not only named. */
    proof_file: Type.Optional(Type.Literal(true)),
    counts: Type.Optional(Type.Array(CaseCounter, { minItems: 1 })),
    /** How often something must have been done before; without a source a suggestion to the county. */
    at_least: Type.Optional(Type.Object({ visits: AtLeast, persuasions: AtLeast }, strict)),
    /** Only when the time limit of the state has run out. */
    after_due: Type.Optional(Type.Literal(true)),
    /** The ways out of which one is taken, or proposed to whoever decides. */
    exits: Type.Optional(Type.Array(Id, { minItems: 1 })),
    /** The paper that is drawn up. */
    paper: Type.Optional(Id),
    time: Type.Optional(CaseClockDeed),
    /** The asked day on which the time limit of the entered state ends, in place of the length of its clock. */
    due: Type.Optional(Id),
    ...Sourced,
  },
  strict,
)
export type CaseworkStep = Static<typeof CaseworkStep>

/** A way out of a case, with the document that proves it. */
export const CaseworkExit = Type.Object(
  { id: Id, title: Title, proof: Title, proof_file: Type.Optional(Type.Literal(true)), ...Sourced },
  strict,
)
export type CaseworkExit = Static<typeof CaseworkExit>

/** How a kind of case is handled: a machine of states, checked as a model before use. */
export const Casework = Type.Object(
  {
    id: Id,
    title: Title,
    /** The state in which a case begins. */
    start: Id,
    states: Type.Array(CaseworkState, { minItems: 2 }),
    steps: Type.Array(CaseworkStep, { minItems: 1 }),
    exits: Type.Array(CaseworkExit, { minItems: 1 }),
    /** The way out that is taken when another county has accepted the child, and the state in which the case then ends. */
    handover: Type.Object({ exit: Id, to: Id }, strict),
    /** So many years after its end what is personal in a case is destroyed; absent = never. */
    retention: Type.Optional(Type.Object({ years: Type.Integer({ minimum: 1, maximum: 100 }), ...Sourced }, strict)),
    /** A child that is gone again within so many days after a case ended has relapsed; absent = nobody has said how many. */
    relapse: Type.Optional(Type.Object({ days: Type.Integer({ minimum: 1, maximum: 3660 }), ...Sourced }, strict)),
    ...Sourced,
  },
  strict,
)
export type Casework = Static<typeof Casework>
