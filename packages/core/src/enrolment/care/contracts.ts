import { type Static, Type } from 'typebox'
import { CaseLine, PlacementNeed } from '../../packs/index.ts'
import { CasePictureKind } from '../cases/contracts.ts'

const strict = { additionalProperties: false } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Id = Type.String({ minLength: 1, maxLength: 100 })
const Text = Type.String()

/** `none`: no standard of the province to judge by. */
export const TeachingLight = Type.Union([
  Type.Literal('green'),
  Type.Literal('yellow'),
  Type.Literal('red'),
  Type.Literal('none'),
])
export type TeachingLight = Static<typeof TeachingLight>

export const teachingLightTitles: Readonly<Record<TeachingLight, string>> = {
  green: '达到标准',
  yellow: '略有欠缺',
  red: '欠得多',
  none: '本省标准未配置',
}

/** A child in a list: masked. */
export const CareRow = Type.Object(
  {
    child: Id,
    county: Text,
    name: Type.String({ description: '姓名，遮蔽' }),
    sex: Text,
    age: Type.Optional(Type.Integer({ description: '周岁' })),
    township: Text,
    village: Text,
    school: Type.String({ description: '空为没有学校' }),
    grade: Text,
    groups: Type.Array(Text),
    placement: Type.Optional(
      Type.Object(
        { id: Id, title: Text, from: Day, review_on: Type.Optional(Day), is_review_due: Type.Boolean() },
        strict,
      ),
    ),
    care: Type.Optional(
      Type.Object(
        {
          title: Text,
          /** Name and telephone may be seen for a reason, to visit the child. */
          may_contact: Type.Boolean(),
          has_phone: Type.Boolean({ description: '登记了监护人电话' }),
          helper: Type.String({ description: '结对帮扶人' }),
          last_visit_on: Type.Optional(Day),
          visit_due_on: Type.Optional(Day),
          is_overdue: Type.Boolean(),
        },
        strict,
      ),
    ),
    registered_on: Day,
    closed_on: Type.Optional(Day),
    /** A unit that holds the child no more: sees what it knew until that day. */
    held_until: Type.Optional(Day),
  },
  strict,
)
export type CareRow = Static<typeof CareRow>

export const CareFilter = Type.Union([
  Type.Literal('placed'),
  Type.Literal('cared'),
  Type.Literal('visit_due'),
  Type.Literal('review_due'),
  Type.Literal('closed'),
])
export type CareFilter = Static<typeof CareFilter>

export const CareFilters = Type.Object(
  {
    only: Type.Optional(CareFilter),
    kind: Type.Optional(Type.String({ maxLength: 40, description: '安置方式或关爱类别的标识' })),
    offset: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  strict,
)
export type CareFilters = Static<typeof CareFilters>

/** The same with a name, a village or a school. Sent in a body: a name stands in no address. */
export const CareSearch = Type.Object(
  {
    ...CareFilters.properties,
    text: Type.Optional(Type.String({ maxLength: 100, description: '姓名、村（社区）、学校' })),
  },
  strict,
)
export type CareSearch = Static<typeof CareSearch>

const Named = Type.Object({ id: Id, title: Text }, strict)

/** How often children of a kind are visited: as the county has set it, or as a sourced rule of the pack says. */
export const CareIntervalView = Type.Object(
  {
    id: Id,
    title: Text,
    every: Type.String({ description: '每多久走访一次，如 30天；空为尚未确定，不计时' }),
    basis: Type.String({ description: '依据；空为没有' }),
    set_by: Type.String({ description: '县里谁定的；空为按标准包' }),
    set_on: Type.Optional(Day),
  },
  strict,
)
export type CareIntervalView = Static<typeof CareIntervalView>

export const CareList = Type.Object(
  {
    counts: Type.Object(
      {
        children: Type.Integer(),
        placed: Type.Integer(),
        at_home: Type.Integer({ description: '送教上门的' }),
        cared: Type.Integer({ description: '有关爱方案的' }),
        visits_overdue: Type.Integer(),
        reviews_due: Type.Integer(),
      },
      strict,
    ),
    total: Type.Integer({ description: '符合条件的' }),
    children: Type.Array(CareRow),
    placements: Type.Array(Named),
    care: Type.Array(Named),
    intervals: Type.Array(CareIntervalView),
  },
  strict,
)
export type CareList = Static<typeof CareList>

const written = { by: Text, unit_name: Text, at: Text }

export const PlacementView = Type.Object(
  {
    no: Type.Integer(),
    deed: Type.Union([Type.Literal('placed'), Type.Literal('reviewed'), Type.Literal('ended')]),
    title: Text,
    on: Day,
    until: Type.Optional(Day),
    school: Text,
    class: Text,
    decided_by: Text,
    opinion: Type.String({ description: '专家委员会意见' }),
    reasons: Text,
    review_on: Type.Optional(Day),
    ...written,
  },
  strict,
)
export type PlacementView = Static<typeof PlacementView>

export const LessonView = Type.Object(
  {
    no: Type.Integer(),
    on: Day,
    state: Type.Union([Type.Literal('held'), Type.Literal('cancelled')]),
    teachers: Text,
    hours: Text,
    taught: Text,
    place: Text,
    reason: Type.String({ description: '没有上成的原因' }),
    struck: Type.String({ description: '作废的理由；空为有效' }),
    ...written,
  },
  strict,
)
export type LessonView = Static<typeof LessonView>

export const CarePlanView = Type.Object(
  {
    no: Type.Integer(),
    title: Text,
    on: Day,
    carer: Type.String({ description: '现在由谁照料' }),
    situation: Text,
    needs: Text,
    measures: Text,
    helper: Text,
    helper_post: Text,
    helper_phone: Type.String({ description: '遮蔽；空为没有' }),
    ...written,
  },
  strict,
)
export type CarePlanView = Static<typeof CarePlanView>

export const CareVisitView = Type.Object(
  {
    no: Type.Integer(),
    on: Day,
    visitors: Text,
    found: Text,
    next: Text,
    days_late: Type.Integer(),
    ...written,
    files: Type.Array(Type.Object({ file: Type.String(), kind: CasePictureKind, by: Text }, strict)),
    attach_key: Type.Optional(Type.String({ description: '现在还可以加照片、签字的，用这个标识' })),
  },
  strict,
)
export type CareVisitView = Static<typeof CareVisitView>

/** The dose that holds, in words, with where it comes from. */
export const DoseView = Type.Object(
  { title: Text, says: Text, document: Text, article: Text, since: Day, note: Text, is_unverified: Type.Boolean() },
  strict,
)
export type DoseView = Static<typeof DoseView>

export const TeachingCountView = Type.Object(
  {
    held: Type.Integer(),
    cancelled: Type.Integer(),
    hours: Text,
    due: Type.Optional(Type.Object({ visits: Type.Integer(), hours: Text, whole_term: Type.Integer() }, strict)),
    light: TeachingLight,
    says: Type.String({ description: '到今天差多少，用话说' }),
  },
  strict,
)
export type TeachingCountView = Static<typeof TeachingCountView>

export const CareRules = Type.Object(
  {
    pack: Text,
    version: Text,
    placements: Type.Array(
      Type.Object(
        {
          id: Id,
          title: Text,
          needs: Type.Array(PlacementNeed),
          at_home: Type.Boolean(),
          review_months: Type.Optional(Type.Integer({ description: '不写复核日期的，几个月后复核；有出处的才有' })),
          basis: Text,
          is_unverified: Type.Boolean(),
        },
        strict,
      ),
    ),
    care: Type.Array(CareIntervalView),
    diagnosis: Type.Optional(
      Type.Object(
        {
          title: Text,
          items: Type.Array(Type.Object({ id: Id, title: Text, required: Type.Boolean() }, strict)),
          readers: Type.Array(Text),
        },
        strict,
      ),
    ),
  },
  strict,
)
export type CareRules = Static<typeof CareRules>

export const CareView = Type.Object(
  {
    row: CareRow,
    id_number: Type.String({ description: '遮蔽；空为没有' }),
    guardian: Type.String({ description: '遮蔽' }),
    guardian_phone: Type.String({ description: '遮蔽；空为没有' }),
    address: Text,
    source: Text,
    case: Type.Optional(Id),
    holders: Type.Array(Type.Object({ line: CaseLine, unit_name: Text, from: Day, until: Type.Optional(Day) }, strict)),
    rules: CareRules,
    placements: Type.Array(PlacementView),
    is_at_home: Type.Boolean(),
    dose: Type.Optional(DoseView),
    term: Type.Optional(Type.Object({ title: Text, from: Day, to: Day }, strict)),
    teaching: Type.Optional(TeachingCountView),
    lessons: Type.Array(LessonView),
    plans: Type.Array(CarePlanView),
    visits: Type.Array(CareVisitView),
    may_work: Type.Boolean(),
    may_reveal: Type.Boolean(),
    may_diagnose: Type.Boolean({ description: '岗位是否可以看、可以写特教评估' }),
  },
  strict,
)
export type CareView = Static<typeof CareView>

export const DiagnosisView = Type.Object(
  {
    no: Type.Integer(),
    on: Day,
    title: Text,
    assessed_by: Text,
    items: Type.Array(Type.Object({ title: Text, text: Text }, strict)),
    ...written,
  },
  strict,
)
export type DiagnosisView = Static<typeof DiagnosisView>

export const DiagnosisList = Type.Object({ diagnoses: Type.Array(DiagnosisView) }, strict)
export type DiagnosisList = Static<typeof DiagnosisList>

/** Home teaching of a term: each school, and each child, counted against the dose. */
export const TeachingBook = Type.Object(
  {
    year: Type.Integer(),
    years: Type.Array(Type.Integer()),
    term: Id,
    terms: Type.Array(Type.Object({ id: Id, title: Text, from: Day, to: Day }, strict)),
    today: Day,
    dose: Type.Optional(DoseView),
    schools: Type.Array(
      Type.Object({ school: Id, name: Text, children: Type.Integer(), count: TeachingCountView }, strict),
    ),
    children: Type.Array(
      Type.Object(
        {
          child: Id,
          school: Id,
          school_name: Text,
          name: Type.String({ description: '遮蔽' }),
          grade: Text,
          township: Text,
          since: Day,
          last_on: Type.Optional(Day),
          count: TeachingCountView,
        },
        strict,
      ),
    ),
  },
  strict,
)
export type TeachingBook = Static<typeof TeachingBook>
