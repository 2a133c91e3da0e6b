import { type Static, Type } from 'typebox'
import { State } from './assessment.ts'

const strict = { additionalProperties: false } as const

/** Items whose light is another one than at the evaluation before, of the same county by the same pack. */
export const TurnsAnswer = Type.Object(
  {
    before: Type.Optional(
      Type.Object(
        { run: Type.String(), year: Type.Integer(), created_at: Type.String(), same_rules: Type.Boolean() },
        { ...strict, description: '上一次评估；没有的，以前没有评估过' },
      ),
    ),
    turned: Type.Array(Type.Object({ indicator: Type.String(), before: State, after: State }, strict)),
  },
  strict,
)
export type TurnsAnswer = Static<typeof TurnsAnswer>

const counts = {
  tasks: Type.Integer({ description: '应报' }),
  submitted: Type.Integer({ description: '已报' }),
  overdue: Type.Integer({ description: '逾期未报' }),
}

/** What is being collected in a county, until when, and who owes it. */
export const DeadlinesAnswer = Type.Object(
  {
    today: Type.String(),
    periods: Type.Array(Type.Object({ title: Type.String(), due_on: Type.String(), ...counts }, strict)),
    townships: Type.Array(Type.Object({ name: Type.String(), ...counts }, strict)),
    owing: Type.Array(
      Type.Object(
        {
          unit: Type.String(),
          name: Type.String(),
          registers: Type.Array(Type.String(), { description: '所欠的表' }),
          due_on: Type.String({ description: '其中最早的期限' }),
          overdue: Type.Boolean(),
        },
        strict,
      ),
      { maxItems: 200, description: '期限早的在前' },
    ),
    owing_units: Type.Integer(),
  },
  strict,
)
export type DeadlinesAnswer = Static<typeof DeadlinesAnswer>
