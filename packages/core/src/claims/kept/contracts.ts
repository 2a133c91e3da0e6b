import { type Static, Type } from 'typebox'
import { ReportCheck } from '../report-check.ts'

const strict = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })
const spans = { start: Count, end: Count }

/** A report as it was read: its text, and where in it the paragraphs and tables are. */
export const KeptText = Type.Object(
  {
    text: Type.String(),
    blocks: Type.Array(
      Type.Union([
        Type.Object({ kind: Type.Literal('paragraph'), pieces: Type.Array(Type.Object({ ...spans }, strict)) }, strict),
        Type.Object(
          {
            kind: Type.Literal('table'),
            cells: Type.Array(
              Type.Object({ ...spans, row: Count, column: Count, rowSpan: Count, columnSpan: Count }, strict),
            ),
          },
          strict,
        ),
      ]),
    ),
    anchors: Type.Optional(Type.Array(Type.String(), { description: '各段在报告稿里的段落标识' })),
  },
  strict,
)
export type KeptText = Static<typeof KeptText>

export const ClaimFigure = Type.Object(
  {
    claim: Count,
    title: Type.String(),
    subject: Type.String({ description: '学校、学段或乡镇；空为全县' }),
    year: Type.Integer(),
    shown: Type.String({ description: '系统的数，按报告的写法' }),
    equal: Type.Boolean(),
    figure: Type.Optional(Type.String({ description: '数字标识，可以看来历' })),
  },
  strict,
)
export type ClaimFigure = Static<typeof ClaimFigure>

export const ReportChange = Type.Object(
  {
    kind: Type.Union([Type.Literal('changed'), Type.Literal('appeared'), Type.Literal('vanished')]),
    quantity: Type.String(),
    before: Type.Optional(Type.String()),
    after: Type.Optional(Type.String()),
    jump: Type.Boolean({ description: '变化超过一半' }),
    percent: Type.Optional(Type.String({ description: '增幅，%' })),
    claim: Type.Optional(Type.Integer({ minimum: 0, description: '这一份里的数' })),
  },
  strict,
)
export type ReportChange = Static<typeof ReportChange>

export const MarkState = Type.Union([Type.Literal('settled'), Type.Literal('no_problem'), Type.Literal('open')], {
  description: 'settled 已处理，no_problem 不是问题，open 重新打开',
})
export type MarkState = Static<typeof MarkState>

export const FindingMark = Type.Object(
  { finding: Count, state: MarkState, note: Type.String(), by: Type.String(), at: Type.String() },
  strict,
)
export type FindingMark = Static<typeof FindingMark>

export const MarkFindingBody = Type.Object(
  { finding: Count, state: MarkState, note: Type.String({ maxLength: 400 }) },
  strict,
)
export type MarkFindingBody = Static<typeof MarkFindingBody>

export const CheckSource = Type.Union([Type.Literal('file'), Type.Literal('text'), Type.Literal('report')], {
  description: '来自 file 文件，text 粘贴的文字，report 报告稿',
})
export type CheckSource = Static<typeof CheckSource>

export const CheckEntry = Type.Object(
  {
    county: Type.String(),
    check: Type.String(),
    title: Type.String(),
    source: CheckSource,
    report: Type.Optional(Type.String({ description: '报告稿标识' })),
    run: Type.Optional(Type.Object({ id: Type.String(), title: Type.String() }, strict)),
    older: Type.Optional(Type.Object({ check: Type.String(), title: Type.String() }, strict)),
    numbers: Count,
    confirmed: Count,
    wrong: Count,
    doubtful: Count,
    uncheckable: Count,
    marked: Type.Integer({ minimum: 0, description: '已处理或不是问题的' }),
    by: Type.String(),
    at: Type.String(),
    keep_until: Type.String({ description: '到这一天为止保存' }),
    is_own: Type.Boolean(),
  },
  strict,
)
export type CheckEntry = Static<typeof CheckEntry>

export const CheckList = Type.Object({ checks: Type.Array(CheckEntry) }, strict)
export type CheckList = Static<typeof CheckList>

export const CheckDetail = Type.Object(
  {
    ...CheckEntry.properties,
    file_name: Type.String(),
    sha256: Type.String(),
    content: KeptText,
    result: ReportCheck,
    figures: Type.Array(ClaimFigure),
    changes: Type.Optional(Type.Array(ReportChange)),
    marks: Type.Array(FindingMark, { description: '按时间先后' }),
    may_mark: Type.Boolean(),
  },
  strict,
)
export type CheckDetail = Static<typeof CheckDetail>

export const KeptCheck = Type.Object({ county: Type.String(), check: Type.String() }, strict)
export type KeptCheck = Static<typeof KeptCheck>

export const CheckDraftBody = Type.Object(
  { county: Type.String({ pattern: '^[0-9]{6}$' }), report: Type.String({ minLength: 1, maxLength: 64 }) },
  strict,
)
export type CheckDraftBody = Static<typeof CheckDraftBody>
