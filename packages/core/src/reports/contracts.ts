import { type Static, Type } from 'typebox'
import { OutlineKind } from '../packs/index.ts'
import { ReportDeed, ReportState } from './decide-report.ts'
import { DraftBinding, DraftContent } from './draft.ts'
import { EditedContent } from './settle-edit.ts'

const strict = { additionalProperties: false } as const
const Id = Type.String({ minLength: 1, maxLength: 200 })

/** Reports that a run can give, and for whom; those who have one already say which. */
export const ReportOffer = Type.Object(
  {
    outline: Type.String(),
    title: Type.String(),
    kind: OutlineKind,
    max_characters: Type.Optional(Type.Integer()),
    each: Type.Optional(Type.String({ description: '按此类对象各写一份，如 乡镇' })),
    subjects: Type.Array(
      Type.Object(
        {
          subject: Type.String(),
          name: Type.String(),
          report: Type.Optional(Type.String()),
          attributes: Type.Record(Type.String(), Type.String(), { description: '可用来成批选取的，如 学校类型→小学' }),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type ReportOffer = Static<typeof ReportOffer>

export const ReportOffers = Type.Object(
  {
    run: Type.String(),
    county: Type.String(),
    county_name: Type.String(),
    pack_title: Type.String(),
    year: Type.Integer(),
    outlines: Type.Array(ReportOffer),
  },
  strict,
)
export type ReportOffers = Static<typeof ReportOffers>

export const StartReportsBody = Type.Object(
  { run: Id, outline: Id, subjects: Type.Array(Id, { minItems: 1, maxItems: 50 }) },
  strict,
)
export type StartReportsBody = Static<typeof StartReportsBody>

export const StartedReports = Type.Object(
  { created: Type.Array(Type.String()), present: Type.Array(Type.String()) },
  strict,
)
export type StartedReports = Static<typeof StartedReports>

export const ReportEntry = Type.Object(
  {
    county: Type.String(),
    report: Type.String(),
    title: Type.String(),
    kind: OutlineKind,
    subject_name: Type.String(),
    pack_title: Type.String(),
    year: Type.Integer(),
    state: ReportState,
    state_by: Type.String(),
    state_at: Type.String(),
    open_marks: Type.Integer(),
    waits_for_me: Type.Boolean({ description: '已送审，本人可以签发' }),
    saved_by: Type.String(),
    saved_at: Type.String(),
    run: Type.String(),
    newer_run: Type.Optional(Type.String({ description: '同一标准、同一年度又有了更新的评估' })),
  },
  strict,
)
export type ReportEntry = Static<typeof ReportEntry>

export const ReportList = Type.Object({ reports: Type.Array(ReportEntry) }, strict)
export type ReportList = Static<typeof ReportList>

/** A sentence, table or chart of a draft that prints a figure; one that prints several stands for the first asked for. */
export const ReportMention = Type.Object(
  {
    county: Type.String(),
    report: Type.String(),
    title: Type.String(),
    state: ReportState,
    block: Type.String({ description: '哪一段、哪张表或图' }),
    text: Type.String({ description: '那一句的文字；表和图为标题' }),
    figure: Type.String({ description: '写进去的是问的哪一个数' }),
  },
  strict,
)
export type ReportMention = Static<typeof ReportMention>

export const ReportMentions = Type.Object({ mentions: Type.Array(ReportMention) }, strict)
export type ReportMentions = Static<typeof ReportMentions>

export const ReportMentionSearch = Type.Object(
  {
    county: Type.String({ pattern: '^[0-9]{6}$' }),
    pack: Id,
    year: Type.Integer({ minimum: 2000, maximum: 2999 }),
    figure: Type.Array(Type.String({ minLength: 1, maxLength: 400 }), {
      minItems: 1,
      maxItems: 200,
      description: '数字标识：指标@对象，一个或多个',
    }),
  },
  strict,
)
export type ReportMentionSearch = Static<typeof ReportMentionSearch>

export const ReportComment = Type.Object(
  {
    comment: Type.String(),
    block: Type.String(),
    quote: Type.String(),
    text: Type.String(),
    by: Type.String(),
    at: Type.String(),
    resolved_by: Type.Optional(Type.String()),
  },
  strict,
)
export type ReportComment = Static<typeof ReportComment>

export const ReportVersionReason = Type.Union([
  Type.Literal('start'),
  Type.Literal('keep'),
  Type.Literal('refresh'),
  ReportDeed,
])

export const ReportVersion = Type.Object(
  {
    version: Type.Integer(),
    reason: ReportVersionReason,
    note: Type.String(),
    by: Type.String(),
    at: Type.String(),
    run: Type.String(),
    has_file: Type.Boolean({ description: '签发时留存了文件' }),
  },
  strict,
)
export type ReportVersion = Static<typeof ReportVersion>

export const ReportDetail = Type.Object(
  {
    ...ReportEntry.properties,
    run_status: Type.Union([Type.Literal('official'), Type.Literal('preview')], {
      description: '数字出自什么性质的评估：official 正式，只用冻结的数据；preview 预览，含未冻结的数据',
    }),
    outline: Type.String(),
    grain: Type.String(),
    subject: Type.String(),
    revision: Type.Integer(),
    characters: Type.Integer(),
    max_characters: Type.Optional(Type.Integer()),
    content: DraftContent,
    comments: Type.Array(ReportComment),
    versions: Type.Array(ReportVersion),
    may: Type.Array(ReportDeed, { description: '现在可以由本人办理的' }),
    may_write: Type.Boolean(),
  },
  strict,
)
export type ReportDetail = Static<typeof ReportDetail>

export const SaveReportBody = Type.Object({ revision: Type.Integer(), content: EditedContent }, strict)
export type SaveReportBody = Static<typeof SaveReportBody>

const step = { revision: Type.Integer(), note: Type.String({ maxLength: 400 }) }

export const SendReportBody = Type.Object(
  { deed: Type.Union([Type.Literal('send'), Type.Literal('withdraw')]), ...step },
  strict,
)
export const SignReportBody = Type.Object(
  { deed: Type.Union([Type.Literal('return'), Type.Literal('sign'), Type.Literal('reopen')]), ...step },
  strict,
)
export type ReportStep = Static<typeof SendReportBody> | Static<typeof SignReportBody>

export const KeepVersionBody = Type.Object({ note: Type.String({ minLength: 1, maxLength: 100 }) }, strict)
export const RefreshBody = Type.Object({ run: Id, revision: Type.Integer() }, strict)
export type RefreshBody = Static<typeof RefreshBody>

export const RefreshResult = Type.Object(
  {
    figures: Type.Integer(),
    rewritten: Type.Integer(),
    added: Type.Integer(),
    removed: Type.Integer(),
    suggested: Type.Integer(),
  },
  strict,
)
export type RefreshResult = Static<typeof RefreshResult>

export const ReportCommentBody = Type.Object(
  {
    block: Id,
    quote: Type.String({ maxLength: 200 }),
    text: Type.String({ minLength: 1, maxLength: 1000 }),
  },
  strict,
)
export type ReportCommentBody = Static<typeof ReportCommentBody>

/** A unit whose figures can be put into the text. */
export const ReportPlace = Type.Object(
  {
    grain: Type.String(),
    grain_title: Type.String(),
    subject: Type.String(),
    name: Type.String(),
    initials: Type.String({ description: '名称的拼音首字母' }),
  },
  strict,
)
export type ReportPlace = Static<typeof ReportPlace>

export const ReportPlaces = Type.Object(
  {
    places: Type.Array(ReportPlace),
    lacking: Type.Array(Type.String(), { description: '名册有此项、标准包却不按它评估的，如 所属乡镇街道' }),
  },
  strict,
)
export type ReportPlaces = Static<typeof ReportPlaces>

/** What a figure is: a count of the verdict, of a part of the county, of those judged by one indicator, or the unit's own. */
export const ReportFigureGroup = Type.Union([
  Type.Literal('verdict'),
  Type.Literal('division'),
  Type.Literal('judged'),
  Type.Literal('own'),
])
export type ReportFigureGroup = Static<typeof ReportFigureGroup>

/** A figure that can be put into the text. */
export const ReportFigure = Type.Object(
  {
    group: ReportFigureGroup,
    title: Type.String(),
    initials: Type.String({ description: '名称的拼音首字母' }),
    shown: Type.String(),
    unit: Type.Optional(Type.String()),
    bound: DraftBinding,
  },
  strict,
)
export type ReportFigure = Static<typeof ReportFigure>

export const ReportFigures = Type.Object({ figures: Type.Array(ReportFigure) }, strict)
export type ReportFigures = Static<typeof ReportFigures>

/** A figure that can be put into the report as a table or chart over its units. */
export const ReportDrawable = Type.Object(
  {
    node: Type.String(),
    title: Type.String(),
    initials: Type.String({ description: '名称的拼音首字母' }),
    grain_title: Type.String({ description: '按什么列，如 学校' }),
    units: Type.Integer({ description: '有几个单位' }),
  },
  strict,
)
export type ReportDrawable = Static<typeof ReportDrawable>

export const ReportDrawables = Type.Object({ drawables: Type.Array(ReportDrawable) }, strict)
export type ReportDrawables = Static<typeof ReportDrawables>

export const KeptReport = Type.Object({ ...ReportVersion.properties, content: DraftContent }, strict)
export type KeptReport = Static<typeof KeptReport>
