import { type Static, Type } from 'typebox'
import { State } from '../assessment.ts'
import { ChangeEntry } from '../compare/change-entry.ts'
import { PointsView } from '../rating/rating-contract.ts'

const strict = { additionalProperties: false } as const
const word = Type.String({ minLength: 1, maxLength: 200 })

/** So many assumptions one scenario takes. */
export const MOST_ASSUMPTIONS = 500
/** So many changes are told; all are counted. */
export const MOST_CHANGES = 300
/** So many inputs of a figure are listed; all are counted. */
export const MOST_INPUTS = 300

/** 假设: a cell of a register, or a figure, is taken to hold something else. Nothing that was reported is touched. */
export const Assumption = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('cell'),
      register: word,
      /** Values of the key columns by column id; empty for a register of one row. */
      key: Type.Record(word, Type.String({ maxLength: 200 }), { maxProperties: 8 }),
      column: word,
      text: Type.String({ maxLength: 200, description: '假设的内容，如同填在格子里；空为未报' }),
    },
    strict,
  ),
  Type.Object(
    {
      kind: Type.Literal('figure'),
      figure: Type.String({ minLength: 3, maxLength: 300, description: '指标或要素与对象：node@subject' }),
      text: Type.String({ minLength: 1, maxLength: 40, description: '假设的数' }),
    },
    strict,
  ),
])
export type Assumption = Static<typeof Assumption>

export const Assumptions = Type.Array(Assumption, { maxItems: MOST_ASSUMPTIONS })

/** What to change so that somebody meets a standard, and what it is now. */
export const Needed = Type.Object({ assumption: Assumption, now: Type.String() }, strict)
export type Needed = Static<typeof Needed>

/** One input of a figure: what it holds and how it may be changed. */
export const InputView = Type.Object(
  {
    register: Type.String(),
    register_title: Type.String(),
    key: Type.Record(Type.String(), Type.String()),
    /** Whose row it is: school and stage, township, the county. */
    owner: Type.String(),
    column: Type.String(),
    title: Type.String(),
    unit: Type.Optional(Type.String()),
    type: Type.Union([Type.Literal('number'), Type.Literal('choice'), Type.Literal('text')]),
    text: Type.String({ description: '现在的内容；空为未报' }),
    choices: Type.Optional(Type.Array(Type.String())),
  },
  strict,
)
export type InputView = Static<typeof InputView>

export const InputList = Type.Object(
  {
    figure: Type.String(),
    title: Type.String(),
    subject: Type.String(),
    unit: Type.Optional(Type.String()),
    shown: Type.String(),
    state: Type.Optional(State),
    /** The figure itself may be assumed: it is a number. */
    is_number: Type.Boolean(),
    standard: Type.Optional(Type.String()),
    gap: Type.Optional(Type.String()),
    /** The pack says what to change so that the standard is met. */
    can_meet: Type.Boolean(),
    /** Other figures of the same subject that it is made of. */
    parts: Type.Array(
      Type.Object(
        { figure: Type.String(), title: Type.String(), shown: Type.String(), state: Type.Optional(State) },
        strict,
      ),
    ),
    inputs: Type.Array(InputView, { maxItems: MOST_INPUTS }),
    input_count: Type.Integer(),
  },
  strict,
)
export type InputList = Static<typeof InputList>

/** What a set of assumptions comes to. */
export const WhatIfAnswer = Type.Object(
  {
    stale: Type.Boolean({ description: '评估之后数据又有变动：以读入时的数据为起点' }),
    read_at: Type.String({ description: '数据读入的时间（UTC）' }),
    refused: Type.Array(
      Type.Object({ index: Type.Integer({ description: '第几条假设，从 0 起' }), message: Type.String() }, strict),
    ),
    verdict: Type.Object({ title: Type.String(), before: State, after: State }, strict),
    ratings: Type.Array(
      Type.Object(
        {
          title: Type.String(),
          subject: Type.String(),
          before: PointsView,
          after: PointsView,
          grade_before: Type.String(),
          grade_after: Type.String(),
        },
        strict,
      ),
      { maxItems: 200 },
    ),
    items: Type.Array(
      Type.Object(
        { indicator: Type.String(), title: Type.String(), section: Type.String(), before: State, after: State },
        strict,
      ),
    ),
    counts: Type.Object({ judgements: Type.Integer(), turned: Type.Integer(), figures: Type.Integer() }, strict),
    changes: Type.Array(ChangeEntry, { maxItems: MOST_CHANGES }),
  },
  strict,
)
export type WhatIfAnswer = Static<typeof WhatIfAnswer>

/** 测算方案: a named set of assumptions. */
export const ScenarioInput = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    note: Type.String({ maxLength: 300 }),
    assumptions: Type.Array(Assumption, { minItems: 1, maxItems: MOST_ASSUMPTIONS }),
  },
  strict,
)
export type ScenarioInput = Static<typeof ScenarioInput>

export const Scenario = Type.Object(
  {
    id: Type.String(),
    ...ScenarioInput.properties,
    saved_by: Type.String(),
    saved_at: Type.String(),
    is_own: Type.Boolean({ description: '自己保存的，可以改和删' }),
  },
  strict,
)
export type Scenario = Static<typeof Scenario>

/** So many scenarios are compared at once. */
export const MOST_COMPARED = 5

export const ScenarioComparison = Type.Object(
  {
    stale: Type.Boolean(),
    read_at: Type.String(),
    scenarios: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          title: Type.String(),
          assumptions: Type.Integer(),
          refused: Type.Integer({ description: '已经不能用的假设条数' }),
          verdict: WhatIfAnswer.properties.verdict,
          ratings: WhatIfAnswer.properties.ratings,
          items: WhatIfAnswer.properties.items,
          counts: WhatIfAnswer.properties.counts,
        },
        strict,
      ),
      { maxItems: MOST_COMPARED },
    ),
  },
  strict,
)
export type ScenarioComparison = Static<typeof ScenarioComparison>
