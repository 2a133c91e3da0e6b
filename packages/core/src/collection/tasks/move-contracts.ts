import { type Static, Type } from 'typebox'
import { REASON_MOST } from './entry-contracts.ts'

const strict = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })

/** A column that another version of the pack no longer has, or keeps in another way. */
export const LostColumn = Type.Object(
  {
    title: Type.String(),
    answers: Type.Integer({ minimum: 0, description: '已填的格数，换后没有地方放' }),
    frozen: Type.Integer({ minimum: 0, description: '其中已冻结的' }),
  },
  strict,
)
export type LostColumn = Static<typeof LostColumn>

/** What moving a period to another version does to one of its forms. */
export const FormMove = Type.Object(
  {
    register: Type.String(),
    title: Type.String(),
    tasks: Count,
    frozen: Type.Integer({ minimum: 0, description: '其中已冻结的任务：新出现的栏在这些表里一直未报' }),
    added: Type.Array(Type.String(), { description: '新出现的栏' }),
    lost: Type.Array(LostColumn),
    changed: Type.Array(Type.String(), { description: '规定有变的栏：必填、范围、名称等' }),
    carried: Type.Integer({ minimum: 0, description: '沿用的已填格数' }),
  },
  strict,
)
export type FormMove = Static<typeof FormMove>

/** A form with columns that came with a move, and how many units had theirs frozen before: there they stay unreported. */
export const UnfilledForm = Type.Object(
  { title: Type.String(), columns: Type.Array(Type.String()), frozen: Type.Integer({ minimum: 1 }) },
  strict,
)
export type UnfilledForm = Static<typeof UnfilledForm>

export const PackMove = Type.Object(
  {
    move_no: Type.Integer(),
    kind: Type.Union([Type.Literal('move'), Type.Literal('undo')]),
    from_version: Type.String(),
    from_hash: Type.String(),
    to_version: Type.String(),
    to_hash: Type.String(),
    tasks: Count,
    carried: Count,
    reason: Type.String(),
    moved_by: Type.String(),
    moved_at: Type.String(),
  },
  strict,
)
export type PackMove = Static<typeof PackMove>

/** Which version a period stands on, which others are installed, and how it came here. */
export const PeriodVersions = Type.Object(
  {
    title: Type.String(),
    pack_id: Type.String(),
    hash: Type.String(),
    versions: Type.Array(
      Type.Object({ version: Type.String(), hash: Type.String(), installed_at: Type.String() }, strict),
    ),
    moves: Type.Array(PackMove, { description: '更换的经过，最近的在前' }),
    unfilled: Type.Array(UnfilledForm, { description: '最近一次更换带来、在更换前已冻结的表里一直未报的栏' }),
    undoable: Type.Optional(Type.Integer({ description: '可以撤销的是哪一条' })),
  },
  strict,
)
export type PeriodVersions = Static<typeof PeriodVersions>

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Reason = Type.String({ minLength: 2, maxLength: REASON_MOST, pattern: '\\S.*\\S' })

/** `from`: the version that the person saw. */
export const MovePeriodBody = Type.Object({ from: Hash, to: Hash, reason: Reason }, strict)
export type MovePeriodBody = Static<typeof MovePeriodBody>

export const UndoMoveBody = Type.Object({ move_no: Type.Integer({ minimum: 1 }), reason: Reason }, strict)
export type UndoMoveBody = Static<typeof UndoMoveBody>
