import { type Static, Type } from 'typebox'

const strict = { additionalProperties: false } as const

/** One thing a template may name. */
export const TemplateName = Type.Object(
  {
    group: Type.String({ description: '哪里可以用' }),
    title: Type.String(),
    text: Type.String({ description: '写进模板的文字，含花括号' }),
    help: Type.String(),
    unit: Type.Optional(Type.String()),
  },
  strict,
)
export type TemplateName = Static<typeof TemplateName>

/** One mistake of a template, with the paragraph in which it stands. */
export const TemplateFaultView = Type.Object(
  {
    code: Type.String(),
    place: Type.String({ description: '如 正文第3段、表1第2行第1格、页眉' }),
    before: Type.String({ description: '同一段里前面的文字' }),
    wrong: Type.String({ description: '有错的文字' }),
    after: Type.String({ description: '同一段里后面的文字' }),
    message: Type.String(),
    advice: Type.String(),
    suggestion: Type.Optional(Type.String({ description: '可以改成什么' })),
  },
  strict,
)
export type TemplateFaultView = Static<typeof TemplateFaultView>

/** What was found in a template: with faults it is not kept and cannot be filled. */
export const TemplateCheck = Type.Object(
  {
    tags: Type.Integer({ description: '标记数' }),
    faults: Type.Array(TemplateFaultView),
    remarks: Type.Array(Type.String(), { description: '不妨碍使用的提醒' }),
  },
  strict,
)
export type TemplateCheck = Static<typeof TemplateCheck>

/** A kept version of a template. */
export const TemplateVersion = Type.Object(
  {
    version: Type.Integer(),
    file_name: Type.String(),
    bytes: Type.Integer(),
    tags: Type.Integer(),
    saved_by: Type.String(),
    saved_at: Type.String(),
  },
  strict,
)
export type TemplateVersion = Static<typeof TemplateVersion>

/** A template with its versions, the newest first. */
export const TemplateEntry = Type.Object(
  { id: Type.String(), title: Type.String(), versions: Type.Array(TemplateVersion, { minItems: 1 }) },
  strict,
)
export type TemplateEntry = Static<typeof TemplateEntry>

/** How the keeping of a file came out: nothing is kept while there are faults. */
export const TemplateKept = Type.Object({ ...TemplateCheck.properties, kept: Type.Optional(TemplateEntry) }, strict)
export type TemplateKept = Static<typeof TemplateKept>
