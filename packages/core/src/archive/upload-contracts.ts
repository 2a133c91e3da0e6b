import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const
const Id = Type.String({ minLength: 1, maxLength: 100 })

/** What became of one sent file: a paper made of it, one that was there already, or why it was refused. */
export const UploadedFile = Type.Object(
  {
    name: Type.String({ description: '文件名；来自压缩包的带路径' }),
    outcome: Type.Union([Type.Literal('kept'), Type.Literal('known'), Type.Literal('refused')]),
    paper: Type.Optional(Id),
    title: Type.String(),
    /** Needs to which its folder or its name points; nothing is linked without a person unless a need was named. */
    suggested: Type.Array(
      Type.Object(
        { need: Id, title: Type.String(), because: Type.String(), file_no: Type.String(), unit_name: Type.String() },
        strict,
      ),
    ),
    problem: Type.String({ description: '没有收下、收下了但不能用于这一项的原因与怎么办；其余为空' }),
  },
  strict,
)
export type UploadedFile = Static<typeof UploadedFile>

export const UploadReceipt = Type.Object({ files: Type.Array(UploadedFile) }, strict)
export type UploadReceipt = Static<typeof UploadReceipt>

/** Where a file goes: query of the upload, whose body is the file itself. */
export const UploadQuery = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 400, description: '文件名，可带文件夹路径' }),
    unit: Id,
    need: Type.Optional(Id),
    catalogue: Type.Optional(Id),
    describe: Type.Optional(Type.Boolean({ description: '材料信息要补：补齐以前，它所用的要求算不充分' })),
    unpack: Type.Optional(Type.Boolean({ description: '压缩包逐个解开归档' })),
  },
  strict,
)
export type UploadQuery = Static<typeof UploadQuery>

/** What a page can show of a file without opening it elsewhere. Images and pdf are drawn from the file itself. */
export const Preview = Type.Object(
  {
    shows: Type.Union([
      Type.Literal('pdf'),
      Type.Literal('image'),
      Type.Literal('text'),
      Type.Literal('sheets'),
      Type.Literal('nothing'),
    ]),
    why: Type.String({ description: '不能预览的原因' }),
    paragraphs: Type.Array(
      Type.Object(
        {
          text: Type.String(),
          level: Type.Integer({ description: '标题级别，0 为正文' }),
          table: Type.Optional(Type.Array(Type.Array(Type.String()))),
        },
        strict,
      ),
    ),
    sheets: Type.Array(
      Type.Object(
        { name: Type.String(), rows: Type.Array(Type.Array(Type.String())), more_rows: Type.Integer() },
        strict,
      ),
    ),
    is_cut: Type.Boolean({ description: '太长，只显示开头' }),
  },
  strict,
)
export type Preview = Static<typeof Preview>
