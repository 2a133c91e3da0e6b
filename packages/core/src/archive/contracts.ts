import { type Static, Type } from 'typebox'
import {
  ArchiveDeed,
  NeedState,
  PaperKind,
  PaperStanding,
  PersonalClass,
  Retention,
  ReviewVerdict,
  Secrecy,
} from './words.ts'

const strict = { additionalProperties: false } as const
export const ArchiveDay = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Id = Type.String({ minLength: 1, maxLength: 100 })
const Title = Type.String({ minLength: 1, maxLength: 200 })
const Reason = Type.String({ minLength: 1, maxLength: 1000 })
const Says = Type.String({ maxLength: 1000 })

/** Materials required in a county for one pack and one year; grown from the pack and the county's units. */
export const Catalogue = Type.Object(
  {
    catalogue: Id,
    county: Type.String(),
    pack: Id,
    pack_title: Type.String(),
    year: Type.Integer(),
    title: Title,
    is_open: Type.Boolean(),
    is_behind: Type.Boolean({ description: '标准包、单位或评估结果有变化，目录还没有更新' }),
    opened_by: Type.String(),
    opened_at: Type.String(),
    counts: Type.Record(NeedState, Type.Integer()),
  },
  strict,
)
export type Catalogue = Static<typeof Catalogue>

export const CatalogueList = Type.Object({ catalogues: Type.Array(Catalogue) }, strict)
export type CatalogueList = Static<typeof CatalogueList>

export const OpenCatalogueBody = Type.Object(
  {
    county: Type.String({ pattern: '^[0-9]{6}$' }),
    pack: Id,
    year: Type.Integer({ minimum: 2000, maximum: 2999 }),
    title: Title,
  },
  strict,
)
export type OpenCatalogueBody = Static<typeof OpenCatalogueBody>

/** A paper as it stands under a need. */
export const NeedPaper = Type.Object(
  {
    paper: Id,
    version: Type.Integer(),
    title: Title,
    file_name: Type.String(),
    media: Type.String(),
    unit_name: Type.String(),
    is_visible: Type.Boolean({ description: '看的人能否打开：由上级保管的只列名称' }),
    is_late: Type.Boolean({ description: '落款日期在要求的年度内，但年度结束以后才归档' }),
    is_expired: Type.Boolean(),
    verdict: Type.Optional(ReviewVerdict),
    reason: Type.String(),
    lacks: Type.String({ description: '材料信息还缺哪几项；空为不缺' }),
    reviewed_by: Type.String(),
  },
  strict,
)
export type NeedPaper = Static<typeof NeedPaper>

/** One required material of one unit. */
export const NeedRow = Type.Object(
  {
    need: Id,
    catalogue: Id,
    indicator: Id,
    indicator_no: Type.String(),
    indicator_title: Type.String(),
    title: Title,
    note: Type.String(),
    file_no: Type.String({ description: '归档号：指标序号-材料序号' }),
    unit: Id,
    unit_name: Type.String(),
    state: NeedState,
    because: Type.String({ description: '为什么是这个状态' }),
    requested_due: Type.Optional(ArchiveDay),
    is_overdue: Type.Boolean(),
    papers: Type.Array(NeedPaper),
    /** Only in lists. */
    to_review: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: '等调用者审核的第一份材料；没有的不写' }),
    ),
  },
  strict,
)
export type NeedRow = Static<typeof NeedRow>

export const NeedSearch = Type.Object(
  {
    state: Type.Optional(NeedState),
    /** Everything that is not in order: missing, unread, weak or expired. */
    open: Type.Optional(Type.Boolean({ description: '只看没有齐的' })),
    indicator: Type.Optional(Id),
    unit: Type.Optional(Id),
    text: Type.Optional(Type.String({ maxLength: 100 })),
    requested: Type.Optional(Type.Boolean({ description: '只看催交过的' })),
    offset: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  strict,
)
export type NeedSearch = Static<typeof NeedSearch>

/** 催交 that a unit has not looked at yet. */
export const OpenRequest = Type.Object(
  {
    request: Id,
    county: Type.String(),
    unit_name: Type.String(),
    message: Type.String(),
    says: Type.String({ description: '催交时另外写的话' }),
    due_on: ArchiveDay,
    requested_by: Type.String(),
    requested_at: Type.String(),
    needs: Type.Integer({ description: '催交时几项' }),
    left: Type.Array(
      Type.Object({ need: Id, catalogue: Id, file_no: Type.String(), title: Title, state: NeedState }, strict),
      { description: '到现在还要交的；交了待审的不算' },
    ),
    waiting: Type.Integer({ description: '已交、待审的几项' }),
  },
  strict,
)
export type OpenRequest = Static<typeof OpenRequest>

export const SeenRequestsBody = Type.Object({ requests: Type.Array(Id, { minItems: 1, maxItems: 100 }) }, strict)
export type SeenRequestsBody = Static<typeof SeenRequestsBody>

const Counted = { needs: Type.Integer(), open: Type.Integer() }

export const NeedList = Type.Object(
  {
    catalogue: Catalogue,
    total: Type.Integer({ description: '符合条件的' }),
    needs: Type.Array(NeedRow),
    items: Type.Array(Type.Object({ indicator: Id, no: Type.String(), title: Type.String(), ...Counted }, strict)),
    units: Type.Array(Type.Object({ unit: Id, name: Type.String(), ...Counted }, strict)),
    requests: Type.Array(OpenRequest, { description: '本单位还没有看过的催交' }),
  },
  strict,
)
export type NeedList = Static<typeof NeedList>

/** 催交: one request for many needs; each owner is told once. */
export const RequestBody = Type.Object(
  { needs: Type.Array(Id, { minItems: 1, maxItems: 2000 }), due_on: ArchiveDay, says: Says },
  strict,
)
export type RequestBody = Static<typeof RequestBody>

export const Requested = Type.Object({ needs: Type.Integer(), units: Type.Integer() }, strict)
export type Requested = Static<typeof Requested>

export const WaiveBody = Type.Object({ waived: Type.Boolean(), reason: Reason }, strict)
export type WaiveBody = Static<typeof WaiveBody>

/** The same for many at once: all of them, or none. */
export const WaiveNeedsBody = Type.Object(
  { needs: Type.Array(Id, { minItems: 1, maxItems: 2000 }), waived: Type.Boolean(), reason: Reason },
  strict,
)
export type WaiveNeedsBody = Static<typeof WaiveNeedsBody>

export const NeedsWaived = Type.Object(
  { changed: Type.Integer(), same: Type.Integer({ description: '原来就是这样的，没有改' }) },
  strict,
)
export type NeedsWaived = Static<typeof NeedsWaived>

export const LinkBody = Type.Object({ needs: Type.Array(Id, { minItems: 1, maxItems: 200 }) }, strict)
export type LinkBody = Static<typeof LinkBody>

export const UnlinkBody = Type.Object({ need: Id, reason: Reason }, strict)
export type UnlinkBody = Static<typeof UnlinkBody>

export const ReviewBody = Type.Object(
  {
    version: Type.Integer({ minimum: 1, description: '看的是哪一版：审核时已换新版的不收' }),
    verdict: ReviewVerdict,
    reason: Says,
  },
  strict,
)
export type ReviewBody = Static<typeof ReviewBody>

/** What people write about a paper. Days may be empty where they are not known. */
export const Particulars = Type.Object(
  {
    title: Title,
    kind: PaperKind,
    issuer: Type.String({ maxLength: 200, description: '形成单位' }),
    document_no: Type.String({ maxLength: 100, description: '文号' }),
    made_on: Type.Optional(ArchiveDay),
    valid_until: Type.Optional(ArchiveDay),
    secrecy: Secrecy,
    personal: PersonalClass,
    is_redacted: Type.Boolean({ description: '个人信息已遮盖' }),
    box_no: Type.String({ maxLength: 40, description: '档案盒号' }),
    retention: Type.Optional(Retention),
    keeper: Type.String({ maxLength: 100, description: '保管人' }),
    pages: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, description: '页数' })),
    note: Type.String({ maxLength: 1000 }),
  },
  strict,
)
export type Particulars = Static<typeof Particulars>

export const PaperRow = Type.Object(
  {
    paper: Id,
    county: Type.String(),
    title: Title,
    kind: PaperKind,
    file_name: Type.String(),
    media: Type.String(),
    bytes: Type.Integer(),
    unit: Id,
    unit_name: Type.String(),
    document_no: Type.String(),
    made_on: Type.Optional(ArchiveDay),
    valid_until: Type.Optional(ArchiveDay),
    personal: PersonalClass,
    secrecy: Secrecy,
    is_redacted: Type.Boolean(),
    versions: Type.Integer(),
    needs: Type.Integer({ description: '用于几项要求' }),
    is_damaged: Type.Boolean({ description: '巡检发现文件损坏或丢失' }),
    is_withdrawn: Type.Boolean(),
    lacks: Type.String({ description: '材料信息还缺哪几项；空为不缺' }),
    uploaded_by: Type.String(),
    uploaded_at: Type.String(),
    /** Where the searched words stand in the text. */
    excerpt: Type.Optional(Type.String()),
  },
  strict,
)
export type PaperRow = Static<typeof PaperRow>

export const PaperSearch = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: 100, description: '标题、文号和正文' })),
    kind: Type.Optional(PaperKind),
    unit: Type.Optional(Id),
    unused: Type.Optional(Type.Boolean({ description: '只看还没有用于任何要求的' })),
    expired: Type.Optional(Type.Boolean()),
    damaged: Type.Optional(Type.Boolean()),
    withdrawn: Type.Optional(Type.Boolean()),
    lacking: Type.Optional(Type.Boolean({ description: '只看材料信息待补的' })),
    offset: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  strict,
)
export type PaperSearch = Static<typeof PaperSearch>

export const PaperList = Type.Object(
  {
    total: Type.Integer(),
    papers: Type.Array(PaperRow),
    units: Type.Array(Type.Object({ unit: Id, name: Type.String(), papers: Type.Integer() }, strict)),
    used_bytes: Type.Integer({ description: '本单位及下级已用空间' }),
    quota_bytes: Type.Integer({ description: '本单位的空间上限' }),
  },
  strict,
)
export type PaperList = Static<typeof PaperList>

export const PaperVersion = Type.Object(
  {
    version: Type.Integer(),
    file_name: Type.String(),
    media: Type.String(),
    bytes: Type.Integer(),
    sha256: Type.String(),
    sm3: Type.String(),
    uploaded_by: Type.String(),
    uploaded_at: Type.String(),
    is_damaged: Type.Boolean(),
    checked_at: Type.Optional(Type.String({ description: '最近一次巡检；没有的还没有巡检过' })),
    is_searchable: Type.Boolean({ description: '正文能检索；扫描件不能' }),
  },
  strict,
)
export type PaperVersion = Static<typeof PaperVersion>

export const ArchiveEvent = Type.Object(
  {
    no: Type.Integer(),
    deed: ArchiveDeed,
    says: Type.String(),
    by: Type.String(),
    at: Type.String(),
  },
  strict,
)
export type ArchiveEvent = Static<typeof ArchiveEvent>

/** What the reader may do now; with the reason where something is not possible. */
const Deeds = Type.Array(Type.Object({ deed: ArchiveDeed, refused: Type.Optional(Type.String()) }, strict))

export const PaperView = Type.Object(
  {
    row: PaperRow,
    particulars: Particulars,
    guessed: Type.Partial(Type.Pick(Particulars, ['kind', 'document_no', 'issuer', 'made_on', 'personal']), {
      description: '按文件名和正文猜的，供填写材料信息时参考',
    }),
    versions: Type.Array(PaperVersion),
    needs: Type.Array(
      Type.Object(
        {
          need: Id,
          catalogue: Id,
          catalogue_title: Type.String(),
          indicator_no: Type.String(),
          indicator_title: Type.String(),
          title: Title,
          unit_name: Type.String(),
          verdict: Type.Optional(ReviewVerdict),
          reason: Type.String(),
        },
        strict,
      ),
    ),
    pledge: Type.Optional(Type.String({ description: '是哪份责任书的签订本：编号与责任方' })),
    case: Type.Optional(Type.String({ description: '是哪个劝返个案的文书、照片或签字' })),
    child: Type.Optional(Type.String({ description: '是哪个关爱儿童的走访照片或签字' })),
    events: Type.Array(ArchiveEvent),
    deeds: Deeds,
  },
  strict,
)
export type PaperView = Static<typeof PaperView>

export const NeedView = Type.Object({ row: NeedRow, events: Type.Array(ArchiveEvent), deeds: Deeds }, strict)
export type NeedView = Static<typeof NeedView>

/** A paper of the archive as other records name it. */
export const FiledPaper = Type.Object(
  {
    paper: Id,
    title: Type.String({ description: '看的人打不开的为空' }),
    standing: PaperStanding,
    lacks: Type.String({ description: '材料信息还缺哪几项；空为不缺' }),
  },
  strict,
)
export type FiledPaper = Static<typeof FiledPaper>

/** Papers behind indicators, for the chain from figure to evidence: of each indicator its first materials. */
export const IndicatorEvidence = Type.Object(
  {
    catalogue: Type.Optional(Id),
    needs: Type.Array(NeedRow),
    items: Type.Array(
      Type.Object(
        {
          indicator: Id,
          needed: Type.Integer({ description: '要求几项，不需要的不算' }),
          listed: Type.Integer({ description: '列出几项' }),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type IndicatorEvidence = Static<typeof IndicatorEvidence>
