import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const

/** Longest comment, in characters. */
export const COMMENT_LENGTH = 500

export const CommentBody = Type.Object(
  {
    node: Type.String({ minLength: 1, maxLength: 200, description: '要素或指标标识' }),
    subject: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: '对象标识；不写就是整项指标' })),
    text: Type.String({ minLength: 1, maxLength: COMMENT_LENGTH, description: '批注内容' }),
  },
  strict,
)
export type CommentBody = Static<typeof CommentBody>

/** What somebody said about an indicator, or about one of its figures. */
export const CommentEntry = Type.Object(
  {
    id: Type.String(),
    run: Type.String({ description: '写批注时所看的评估' }),
    year: Type.Integer(),
    node: Type.String(),
    subject: Type.Optional(Type.String()),
    subject_name: Type.Optional(Type.String()),
    text: Type.String({ description: '撤回的为空' }),
    by: Type.String(),
    at: Type.String({ description: '批注时间（UTC）' }),
    mine: Type.Boolean({ description: '是不是自己写的：只能撤回自己的' }),
    retracted_at: Type.Optional(Type.String({ description: '撤回时间（UTC）' })),
  },
  strict,
)
export type CommentEntry = Static<typeof CommentEntry>
