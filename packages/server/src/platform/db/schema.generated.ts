// Generated from a migrated database by `npm run generate`; do not edit.
import type { ColumnType, Generated } from 'kysely'

/** Read as ISO text in UTC; written as a Date or text. */
type Instant = ColumnType<string, Date | string, Date | string>
/** Read as parsed JSON; written as JSON text. */
type Json = ColumnType<unknown, string, string>

export interface AppraisalAdjustmentsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评议标识 */
  appraisal_id: string
  /** 加分扣分标识 */
  adjustment_id: string
  /** 提出的先后 */
  adjustment_no: Generated<number | bigint>
  /** 标准包里加分扣分种类的标识 */
  rule_id: string
  /** 种类名称（提出时） */
  title: string
  /** 加分，扣分 */
  kind: string
  /** 提出的分数，精确值 */
  points: string
  /** 事由 */
  grounds: string
  /** 依据的文件：名称、文号 */
  document: Generated<string>
  /** 佐证材料标识 */
  papers: Generated<string[]>
  /** 谁提出：unit 被评单位申报，office 组织评议的单位 */
  side: string
  /** 提出人姓名 */
  proposed_by: string
  /** 提出人（人员标识）：本人不得决定 */
  proposer_id: string
  /** 提出时间 */
  proposed_at: Instant
  /** 状态：proposed 待决定，accepted 认可，refused 不认可，withdrawn 提出人撤回 */
  state: string
  /** 认可的分数，精确值 */
  decided_points: string | null
  /** 决定或撤回的理由 */
  decision: string | null
  /** 决定人姓名；撤回的为提出人 */
  decided_by: string | null
  /** 决定人（人员标识） */
  decider_id: string | null
  /** 决定或撤回的时间 */
  decided_at: Instant | null
  /** 被评单位在组织树中的路径 */
  org_path: string
}

export interface AppraisalAppealsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评议标识 */
  appraisal_id: string
  /** 申诉标识 */
  appeal_id: string
  /** 对哪些项目有异议；空为对整个结论 */
  items: Generated<string[]>
  /** 申诉理由 */
  grounds: string
  /** 申诉人姓名 */
  appealed_by: string
  /** 申诉时间 */
  appealed_at: Instant
  /** 状态：waiting 待处理，kept 维持原结论，changed 改变结论 */
  status: Generated<string>
  /** 处理决定和理由 */
  decision: string | null
  /** 处理人姓名 */
  decided_by: string | null
  /** 处理时间 */
  decided_at: Instant | null
  /** 处理后现行的是第几版结论 */
  version: number | null
  /** 被评单位在组织树中的路径 */
  org_path: string
}

export interface AppraisalAppraisalsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评议标识 */
  appraisal_id: string
  /** 计算值出自哪一次评估 */
  run_id: string
  /** 评分定等标识 */
  rating_id: string
  /** 评价对象标识 */
  subject: string
  /** 被评单位名称（开展时） */
  subject_name: string
  /** 标准包标识 */
  pack_id: string
  /** 标准包内容哈希，评议期间不变 */
  pack_hash: string
  /** 标准包名称 */
  pack_title: string
  /** 评分定等名称 */
  rating_title: string
  /** 年度 */
  year: number
  /** 状态：self_rating 自评中，self_reported 自评已报，rating 复评中，concluded 结论拟定，publicity 公示中，appealed 申诉处理，published 已发布，cancelled 已撤销 */
  state: string
  /** 进入此状态的时间 */
  state_at: Instant
  /** 办理人姓名 */
  state_by: string
  /** 自评截止日期（含当日） */
  self_until: string
  /** 复评截止日期（含当日） */
  rate_until: string
  /** 公示天数（自然日） */
  publicity_days: number
  /** 公示起可以申诉的天数（自然日） */
  appeal_days: number
  /** 两位评委允许相差满分的百分之几 */
  tolerance_percent: string
  /** 退回自评的截止日期；空为没有退回 */
  returned_until: string | null
  /** 公示截止日期（含当日） */
  publicity_until: string | null
  /** 申诉截止日期（含当日） */
  appeal_until: string | null
  /** 拟定结论的人（人员标识）：本人不得处理申诉 */
  concluded_by: string | null
  /** 现行结论是第几版；0 为还没有结论 */
  version: Generated<number>
  /** 开展人姓名 */
  opened_by: string
  /** 开展时间 */
  opened_at: Instant
  /** 被评单位在组织树中的路径 */
  org_path: string
}

export interface AppraisalAssignmentsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评议标识 */
  appraisal_id: string
  /** 板块标识 */
  section: string
  /** 席位：1 评委一，2 评委二，3 复核评委 */
  seat: number
  /** 评委（人员标识） */
  person_id: string
  /** 评委姓名 */
  person_name: string
  /** 评委所在单位 */
  unit_name: Generated<string>
  /** 安排人姓名 */
  assigned_by: string
  /** 安排时间 */
  assigned_at: Instant
  /** 提交时间；空为没有提交 */
  handed_in_at: Instant | null
  /** 被评单位在组织树中的路径 */
  org_path: string
}

export interface AppraisalEventsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评议标识 */
  appraisal_id: string
  /** 序号 */
  event_no: Generated<number | bigint>
  /** 做了什么 */
  action: string
  /** 此后的状态 */
  state: string
  /** 办理人（人员标识） */
  actor_id: string
  /** 办理人姓名 */
  actor_name: string
  /** 时间 */
  occurred_at: Instant
  /** 原因 */
  reason: Generated<string>
  /** 说明 */
  says: Generated<string>
  /** 涉及评委，被评单位不可见 */
  is_confidential: Generated<boolean>
  /** 被评单位在组织树中的路径 */
  org_path: string
}

export interface AppraisalEvidenceRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评议标识 */
  appraisal_id: string
  /** 指标标识 */
  item: string
  /** 次序，从 1 起 */
  evidence_no: number
  /** 材料名称 */
  name: string
  /** 文号、日期或档案号 */
  reference: Generated<string>
  /** 材料所在：网址、档案盒号 */
  link: string | null
  /** 填写人姓名 */
  added_by: string
  /** 填写时间 */
  added_at: Instant
  /** 被评单位在组织树中的路径 */
  org_path: string
}

export interface AppraisalItemsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评议标识 */
  appraisal_id: string
  /** 指标标识 */
  item: string
  /** 次序，从 1 起 */
  item_no: number
  /** 官方编号 */
  no: Generated<string>
  /** 名称 */
  title: string
  /** 条目原文 */
  wording: Generated<string>
  /** 所在板块标识 */
  section: string
  /** 所在板块名称 */
  section_title: string
  /** 满分，精确值；空为不计分 */
  full_points: string | null
  /** 等级，从高到低；空为按分数评 */
  levels: Generated<string[]>
  /** 各等级的分数，精确值，与等级一一对应 */
  level_points: Generated<string[]>
  /** 计算值的数字标识 */
  figure_id: string
  /** 适用的标准 */
  standard: Generated<string>
  /** 依据 */
  basis: Generated<string>
  /** 标准或分值没有核实过原文 */
  is_unverified: Generated<boolean>
  /** 责任单位 */
  responsible: Generated<string[]>
  /** 应附的佐证材料 */
  evidence_asked: Generated<string[]>
  /** 按数据不适用，不评 */
  is_idle: Generated<boolean>
  /** 计算值（显示） */
  computed_shown: Generated<string>
  /** 计算得分，精确值；空为算不出 */
  computed_points: string | null
  /** 计算等级；空为算不出 */
  computed_level: string | null
  /** 自评得分，精确值 */
  self_points: string | null
  /** 自评等级 */
  self_level: string | null
  /** 自评依据 */
  self_grounds: Generated<string>
  /** 自评与计算值不同的原因 */
  deviation_reason: Generated<string>
  /** 自评人姓名 */
  self_by: string | null
  /** 自评时间 */
  self_at: Instant | null
  /** 退回原因；没有退回的为空，重新开始复评时清空 */
  return_reason: string | null
  /** 退回后还没有改动或确认 */
  is_return_open: Generated<boolean>
  /** 被评单位在组织树中的路径 */
  org_path: string
}

export interface AppraisalLettersRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 通知书标识 */
  letter_id: string
  /** 评议标识 */
  appraisal_id: string
  /** 被评单位在组织树中的路径 */
  org_path: string
  /** 发文字号的机关代字和年份 */
  series: string
  /** 发文字号的序号 */
  letter_no: number
  /** 按第几版结论 */
  version: number
  /** 通知书的内容 */
  content: Json
  /** 成文日期 */
  dated_on: string
  /** 出具人姓名 */
  issued_by: string
  /** 出具时间 */
  issued_at: Instant
}

export interface AppraisalOpinionsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评议标识 */
  appraisal_id: string
  /** 评分标识 */
  opinion_id: string
  /** 指标标识 */
  item: string
  /** 席位：1 评委一，2 评委二，3 复核评委 */
  seat: number
  /** 评委（人员标识） */
  person_id: string
  /** 评委姓名 */
  person_name: string
  /** 评分，精确值 */
  points: string | null
  /** 评定等级 */
  level: string | null
  /** 评分理由 */
  grounds: Generated<string>
  /** 评分时间 */
  opined_at: Instant
  /** 被改动、或因退回自评而作废的时间；空为现行 */
  replaced_at: Instant | null
  /** 被评单位在组织树中的路径 */
  org_path: string
}

export interface AppraisalOutcomeStrikesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 结果运用标识 */
  outcome_id: string
  /** 被评单位在组织树中的路径 */
  org_path: string
  /** 划去的原因 */
  reason: string
  /** 划去的人姓名 */
  struck_by: string
  /** 划去时间 */
  struck_at: Instant
}

export interface AppraisalOutcomesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 结果运用标识 */
  outcome_id: string
  /** 评议标识 */
  appraisal_id: string
  /** 被评单位在组织树中的路径 */
  org_path: string
  /** 种类：commended 通报表扬，honoured 表彰，rewarded 奖励，talked_to 约谈，to_rectify 限期整改，criticised 通报批评，cut 扣减奖励或经费，barred 取消评优资格，other 其他 */
  kind: string
  /** 金额（元）；不涉及钱的为空 */
  amount: string | null
  /** 整改期限（含当日）；没有的为空 */
  due_on: string | null
  /** 日期 */
  dated_on: string
  /** 文号 */
  document_no: string
  /** 事由 */
  grounds: string
  /** 登记人姓名 */
  recorded_by: string
  /** 登记时间 */
  recorded_at: Instant
}

export interface AppraisalPublicationsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评议标识 */
  appraisal_id: string
  /** 序号 */
  publication_no: Generated<number | bigint>
  /** 种类：announce 公示，publish 发布 */
  kind: string
  /** 公示或发布的是第几版结论 */
  version: number
  /** 文号 */
  document_no: string
  /** 成文日期 */
  dated_on: string
  /** 公示或发布的正文 */
  text: string
  /** 公示截止日期（含当日）；发布的为空 */
  until: string | null
  /** 办理人姓名 */
  published_by: string
  /** 办理时间 */
  published_at: Instant
  /** 被评单位在组织树中的路径 */
  org_path: string
}

export interface AppraisalRankingsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 排名标识 */
  ranking_id: string
  /** 排名的县在组织树中的路径 */
  org_path: string
  /** 标准包标识 */
  pack_id: string
  /** 评分定等标识 */
  rating_id: string
  /** 评分定等名称 */
  rating_title: string
  /** 年度 */
  year: number
  /** 文号 */
  document_no: string
  /** 成文日期 */
  dated_on: string
  /** 排名的单位数 */
  units: number
  /** 没有排名的单位数 */
  left_out: number
  /** 发布人姓名 */
  published_by: string
  /** 发布时间 */
  published_at: Instant
}

export interface AppraisalRanksRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 排名标识 */
  ranking_id: string
  /** 评议标识 */
  appraisal_id: string
  /** 被评单位在组织树中的路径 */
  org_path: string
  /** 名次；没有名次的为空 */
  place: number | null
  /** 与别的单位并列 */
  is_tied: boolean
  /** 排名的单位数 */
  units: number
  /** 按第几版结论；还没有结论的为空 */
  version: number | null
  /** 文号 */
  document_no: string
  /** 成文日期 */
  dated_on: string
  /** 发布时间 */
  published_at: Instant
  /** 发布时没有名次的单位数；以前发布的为空 */
  left_out: number | null
  /** 这个单位为什么没有名次；有名次的为空 */
  why_not: Generated<string>
}

export interface AppraisalResultItemsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评议标识 */
  appraisal_id: string
  /** 第几版结论 */
  version: number
  /** 指标标识 */
  item: string
  /** 认定得分，精确值 */
  points: string | null
  /** 认定等级 */
  level: string | null
  /** 被评单位在组织树中的路径 */
  org_path: string
}

export interface AppraisalResultsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评议标识 */
  appraisal_id: string
  /** 第几版 */
  version: number
  /** 由来：conclusion 拟定结论，appeal 申诉后改变 */
  kind: string
  /** 得分，精确值；空为还算不出 */
  points: string | null
  /** 等次；空为还定不下 */
  grade: string | null
  /** 得分、等次、各板块各项目和起作用的事项 */
  rated: Json
  /** 说明 */
  reason: Generated<string>
  /** 办理人姓名 */
  made_by: string
  /** 办理时间 */
  made_at: Instant
  /** 被评单位在组织树中的路径 */
  org_path: string
}

export interface ArchiveCataloguesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 目录标识 */
  catalogue_id: string
  /** 标准包标识 */
  pack_id: string
  /** 标准包名称 */
  pack_title: string
  /** 标准包内容的 SHA-256 */
  pack_hash: string
  /** 年度 */
  year: number
  /** 目录名称 */
  title: string
  /** 生成要求时标准包与单位的指纹：与现在的不同，就是该更新了 */
  grown_hash: string
  /** 还在收集 */
  is_open: Generated<boolean>
  /** 建立人姓名 */
  opened_by: string
  /** 建立时间 */
  opened_at: Instant
}

export interface ArchiveEventsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 是谁的经过：paper 材料，need 要求 */
  subject: string
  /** 材料或要求的标识 */
  subject_id: string
  /** 次序，从 1 起 */
  event_no: number
  /** 所属单位在组织树中的路径 */
  org_path: string
  /** 做了什么：upload 上传，review 审阅，request 催交…… */
  deed: string
  /** 说明 */
  says: Generated<string>
  /** 办理人标识 */
  person_id: string
  /** 办理人姓名 */
  person_name: string
  /** 时间 */
  happened_at: Instant
}

export interface ArchiveLinksRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 要求标识 */
  need_id: string
  /** 材料标识 */
  paper_id: string
  /** 应交单位在组织树中的路径 */
  org_path: string
  /** 所用材料的现行版本 */
  version_no: number
  /** 材料题名 */
  title: string
  /** 材料的文件名 */
  file_name: string
  /** 材料的类型 */
  media: string
  /** 材料的保管单位名称 */
  paper_unit_name: string
  /** 材料的落款日期 */
  made_on: string | null
  /** 材料的有效期至 */
  valid_until: string | null
  /** 材料的归档日期 */
  filed_on: string
  /** 现行版本上传人的标识：不得自己审阅 */
  provided_by: string
  /** 材料已经撤下 */
  is_withdrawn: Generated<boolean>
  /** 材料的文件损坏 */
  is_damaged: Generated<boolean>
  /** 由谁用于这项要求 */
  linked_by: string
  /** 何时用于这项要求 */
  linked_at: Instant
  /** 审阅结论：sufficient 充分，insufficient 不充分；空为待审 */
  verdict: string | null
  /** 审阅理由 */
  reason: Generated<string>
  /** 审阅人姓名 */
  reviewed_by: Generated<string>
  /** 审阅时间 */
  reviewed_at: Instant | null
  /** 所用材料的材料信息还缺哪几项；空为不缺，或没有要求补 */
  lacks: Generated<string>
}

export interface ArchiveNeedsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 要求标识 */
  need_id: string
  /** 应交单位在组织树中的路径 */
  org_path: string
  /** 属于哪份目录 */
  catalogue_id: string
  /** 指标或职责标识 */
  indicator_id: string
  /** 指标序号 */
  indicator_no: string
  /** 指标名称 */
  indicator_title: string
  /** 材料标识（标准包里的） */
  material_id: string
  /** 要交的材料 */
  title: string
  /** 说明 */
  note: Generated<string>
  /** 归档号 */
  file_no: string
  /** 在标准包里的次序 */
  place: number
  /** 应交单位标识 */
  unit_id: string
  /** 应交单位名称（建立时） */
  unit_name: string
  /** 催交的期限 */
  requested_due: string | null
  /** 催交人姓名 */
  requested_by: string | null
  /** 最近一次催交的时间 */
  requested_at: Instant | null
  /** 为什么不需要；空为需要 */
  waived_reason: string | null
  /** 标准包和单位现在仍有这项要求；不再要求而已有材料的保留 */
  is_asked: Generated<boolean>
  /** 为什么不适用：标准包的条件按评估结果对本单位不成立；适用的、还判断不了的为空 */
  spared_because: string | null
  /** 收哪些种类的文件：pdf、image、ofd、word、excel、slides、text；空的都收 */
  accepts: Generated<string[]>
}

export interface ArchivePapersRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 材料标识 */
  paper_id: string
  /** 保管单位在组织树中的路径 */
  org_path: string
  /** 保管单位标识 */
  unit_id: string
  /** 保管单位名称（归档时） */
  unit_name: string
  /** 题名 */
  title: string
  /** 种类 */
  kind: string
  /** 形成单位 */
  issuer: Generated<string>
  /** 文号 */
  document_no: Generated<string>
  /** 落款日期 */
  made_on: string | null
  /** 有效期至（含当日） */
  valid_until: string | null
  /** 公开程度：public 公开，internal 内部，sensitive 内部敏感 */
  secrecy: Generated<string>
  /** 个人信息：none 无，personal 一般，sensitive 敏感，minors 未成年人 */
  personal: Generated<string>
  /** 个人信息已遮盖 */
  is_redacted: Generated<boolean>
  /** 档案盒号 */
  box_no: Generated<string>
  /** 备注 */
  note: Generated<string>
  /** 现行版本 */
  version_no: number
  /** 现行版本的文件名，只用来显示 */
  file_name: string
  /** 现行版本的类型，按内容判定 */
  media: string
  /** 现行版本的字节数 */
  bytes: number | bigint
  /** 现行版本的 SHA-256 */
  sha256: string
  /** 现行版本的文件损坏或丢失 */
  is_damaged: Generated<boolean>
  /** 现行版本上传人的标识：不得自己审阅 */
  provided_by: string
  /** 首次上传人姓名 */
  uploaded_by: string
  /** 首次上传时间 */
  uploaded_at: Instant
  /** 归档日期 */
  filed_on: string
  /** 撤下的时间 */
  withdrawn_at: Instant | null
  /** 撤下的人 */
  withdrawn_by: string | null
  /** 为什么撤下 */
  withdrawn_reason: string | null
  /** 是哪份责任书的签订本；空为不是 */
  pledge_id: string | null
  /** 责任书的编号与责任方（归档时） */
  pledge_title: Generated<string>
  /** 保管期限：permanent 永久，years_30 30年，years_10 10年；空为没有定 */
  retention: string | null
  /** 保管人 */
  keeper: Generated<string>
  /** 页数；空为没有数 */
  pages: number | null
  /** 个案标识或关爱儿童标识，看 subject_kind；空为都不是 */
  subject_id: string | null
  /** 材料信息还缺哪几项，如 落款日期、形成单位；空为不缺，或没有要求补 */
  lacks: Generated<string>
  /** 属于什么的文书、照片或签字：case 劝返个案，care_child 关爱儿童；空为都不是。文件只有看得见个案的人能打开 */
  subject_kind: string | null
}

export interface ArchiveQuotasRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 单位标识 */
  unit_id: string
  /** 单位在组织树中的路径 */
  org_path: string
  /** 上限，字节，各版本合计 */
  quota_bytes: number | bigint
  /** 设置人姓名 */
  set_by: string
  /** 设置时间 */
  set_at: Instant
}

export interface ArchiveRequestsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 催交标识 */
  request_id: string
  /** 应交单位在组织树中的路径 */
  org_path: string
  /** 属于哪份目录 */
  catalogue_id: string
  /** 应交单位标识 */
  unit_id: string
  /** 应交单位名称 */
  unit_name: string
  /** 催交几项 */
  needs: number
  /** 期限 */
  due_on: string
  /** 提醒的话 */
  message: string
  /** 催交人姓名 */
  requested_by: string
  /** 催交时间 */
  requested_at: Instant
  /** 单位看到的时间 */
  seen_at: Instant | null
  /** 催交时另外写的话；没有写的为空 */
  says: Generated<string>
}

export interface ArchiveTextsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 材料标识 */
  paper_id: string
  /** 保管单位在组织树中的路径 */
  org_path: string
  /** 正文 */
  content: string
}

export interface ArchiveVersionsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 材料标识 */
  paper_id: string
  /** 版本，从 1 起 */
  version_no: number
  /** 保管单位在组织树中的路径 */
  org_path: string
  /** 文件名，只用来显示 */
  file_name: string
  /** 类型，按内容判定 */
  media: string
  /** 字节数 */
  bytes: number | bigint
  /** 内容的 SHA-256，也是文件所在 */
  sha256: string
  /** 内容的 SM3 */
  sm3: string
  /** 正文：waiting 待读取，read 已读取，none 没有文字 */
  text_state: string
  /** 巡检发现文件损坏或丢失 */
  is_damaged: Generated<boolean>
  /** 最近一次巡检时间 */
  scrubbed_at: Instant | null
  /** 上传人姓名 */
  uploaded_by: string
  /** 上传时间 */
  uploaded_at: Instant
  /** 保管期满销毁的时间：文件随后清除，记录保留 */
  destroyed_at: Instant | null
}

export interface AuditChainsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 链的标识，参与第一条的鉴别码 */
  chain_id: string
  /** 最后一条的序号 */
  head_no: number | bigint
  /** 最后一条的鉴别码 */
  head_mac: string
  /** 单位在组织树中的路径 */
  org_path: string
}

export interface AuditEventsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 序号，从 1 起，不间断 */
  event_no: number | bigint
  /** 时间 */
  occurred_at: Instant
  /** 操作人标识；system 为系统 */
  actor_id: string
  /** 操作人姓名（当时） */
  actor_name: string
  /** 来源地址 */
  address: Generated<string>
  /** 请求标识 */
  request_id: Generated<string>
  /** 动作，如 identity.sign_in */
  action: string
  /** 对象 */
  subject: Generated<string>
  /** 结果：done 完成，denied 拒绝，failed 失败 */
  result: string
  /** 理由或拒绝原因 */
  reason: Generated<string>
  /** 补充内容（JSON 文本，原样参与鉴别码），不含口令与证件号码 */
  detail: Generated<string>
  /** 鉴别码所用密钥的版本；带 +sm3 的为 HMAC-SM3，其余为 HMAC-SHA-256 */
  key_id: string
  /** 鉴别码 */
  mac: string
  /** 所涉单位的组织路径 */
  org_path: string
}

export interface ClaimsChecksRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 核对标识 */
  check_id: string
  /** 核对人的单位，或报告稿所说的单位，在组织树中的路径 */
  org_path: string
  /** 报告名称 */
  title: string
  /** 来自：file 文件，text 粘贴的文字，report 报告稿 */
  source: string
  /** 文件名，只用来说明是哪个文件 */
  file_name: string
  /** 文件或文字的 SHA-256 */
  sha256: string
  /** 报告稿标识；不是报告稿的为空 */
  report_id: string | null
  /** 与哪一次评估核对；没有的为空 */
  run_id: string | null
  /** 这次评估的名称 */
  run_title: Generated<string>
  /** 与哪一次核对的报告比较；没有的为空 */
  older_id: string | null
  /** 那份报告的名称 */
  older_title: Generated<string>
  /** 读出的文字、段落和表格 */
  content: Json
  /** 读出的数、问题、系统的数、与另一份的变化 */
  result: Json
  /** 读出几个数 */
  numbers: number
  /** 有印证的数 */
  confirmed: number
  /** 有误几处 */
  wrong: number
  /** 存疑几处 */
  doubtful: number
  /** 无法核对几处 */
  uncheckable: number
  /** 核对人标识 */
  person_id: string
  /** 核对人姓名 */
  person_name: string
  /** 核对时间 */
  checked_at: Instant
  /** 到这一天为止保存 */
  keep_until: string
}

export interface ClaimsMarksRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 核对标识 */
  check_id: string
  /** 先后 */
  mark_no: Generated<number | bigint>
  /** 与核对记录相同 */
  org_path: string
  /** 第几个问题，从 0 起 */
  finding: number
  /** settled 已处理，no_problem 不是问题，open 重新打开 */
  state: string
  /** 说明 */
  note: Generated<string>
  /** 人员标识 */
  person_id: string
  /** 姓名 */
  person_name: string
  /** 时间 */
  marked_at: Instant
}

export interface ClocksCalendarYearsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 年份 */
  year: number
  /** 第几版，从 1 起 */
  version: number
  /** 放假的日子，如 2026-05-01 */
  rest: string[]
  /** 调休上班的周末 */
  work: string[]
  /** 依据的文件与文号 */
  document: string
  /** 说明 */
  note: Generated<string>
  /** 录入人标识 */
  person_id: string
  /** 录入人姓名 */
  person_name: string
  /** 录入时间 */
  entered_at: Instant
}

export interface ClocksClocksRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 期限标识 */
  clock_id: string
  /** 谁的期限：单位在组织树中的路径 */
  org_path: string
  /** 什么事的期限，如 duties.task */
  subject_kind: string
  /** 哪一件事 */
  subject_id: string
  /** 事项名称，提醒里用 */
  title: string
  /** 期限规定：长度、提醒、逐级上报，开始时固定下来 */
  rule: Json
  /** 状态：running 计时，paused 中止，stopped 结束 */
  state: string
  /** 开始之日，不计入 */
  started_on: string
  /** 最后一天；空为缺少工作日历，算不出 */
  due_on: string | null
  /** 缺哪一年的工作日历 */
  missing_year: number | null
  /** 下一次有事的日子 */
  next_on: string | null
}

export interface ClocksEventsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 期限标识 */
  clock_id: string
  /** 次序，从 1 起 */
  event_no: number
  /** 单位在组织树中的路径 */
  org_path: string
  /** start 开始，pause 中止，resume 恢复，extend 延长，move 改期，stop 结束 */
  type: string
  /** 发生之日 */
  on_day: string
  /** 给定的最后一天（开始、改期） */
  due_on: string | null
  /** 延长多少，单位同期限的长度 */
  amount: number | null
  /** 原因 */
  reason: Generated<string>
  /** 批准人 */
  approved_by: Generated<string>
  /** 办理人标识 */
  person_id: string
  /** 办理人姓名 */
  person_name: string
  /** 记录时间 */
  recorded_at: Instant
}

export interface ClocksFiringsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 期限标识 */
  clock_id: string
  /** 哪一次：最后一天、种类、第几级 */
  firing_key: string
  /** 发给哪个单位 */
  org_path: string
  /** remind 提醒，overdue 逾期，escalate 逐级上报 */
  kind: string
  /** 应当发出之日 */
  on_day: string
  /** 当时的最后一天 */
  due_on: string
  /** 发给哪个岗位；空为办理的人 */
  post: Generated<string>
  /** 事项名称 */
  title: string
  /** 什么事 */
  subject_kind: string
  /** 哪一件事 */
  subject_id: string
  /** 实际发出时间，停机后补发的晚于应发之日 */
  fired_at: Instant
}

export interface CollectionCellChangesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 序号 */
  change_no: Generated<number | bigint>
  /** 上报任务标识 */
  task_id: string
  /** 填报标识 */
  submission_id: string
  /** 行号 */
  row_no: number | bigint
  /** 列标识；空文字为整行的增删 */
  column_id: string
  /** 原来的内容；空为未填 */
  old_text: string | null
  /** 改后的内容；空为清除 */
  new_text: string | null
  /** 来路：page 页面，upload 上传，packet 离线包，derived 采用名册推算，statistics 教基报表，copied 上年复制，counted 采用工作机制计数 */
  way: string
  /** 来源文件 */
  file_id: string | null
  /** 改动人标识 */
  actor_id: string
  /** 改动人姓名（当时） */
  actor_name: string
  /** 时间 */
  changed_at: Instant
  /** 单位在组织树中的路径 */
  org_path: string
  /** 来源文件中的工作表名称；没有来源文件时为空 */
  sheet: string | null
  /** 来源工作表中的单元格地址；没有来源文件时为空 */
  cell: string | null
  /** 删行的理由；其他改动为空 */
  reason: string | null
}

export interface CollectionCountersignsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 会签标识 */
  countersign_id: string
  /** 上报任务标识 */
  task_id: string
  /** 会签人标识 */
  person_id: string
  /** 会签人姓名 */
  person_name: string
  /** 请会签的事项 */
  question: string
  /** 提请人姓名 */
  asked_by: string
  /** 提请时间 */
  asked_at: Instant
  /** 期限（含当日） */
  due_on: string
  /** 状态：asked 待会签，agreed 同意，disagreed 不同意，withdrawn 已撤回 */
  status: Generated<string>
  /** 意见 */
  opinion: string | null
  /** 答复时间 */
  answered_at: Instant | null
  /** 单位在组织树中的路径 */
  org_path: string
}

export interface CollectionCountyChecksRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 上报期标识 */
  period_id: string
  /** 核对人能看到的范围：组织树中的路径，多个以空格分开 */
  reach: string
  /** 这一次核对的标识 */
  run_id: string
  /** 开始时间 */
  started_at: Instant
  /** 核对人姓名 */
  started_by: string
  /** 核对了多少张已上报的表 */
  submissions: number
  /** 强制性错误处数 */
  hard: number
  /** 核实性错误处数 */
  soft: number
  /** 没有执行的规则条数 */
  notes: number
  /** 上报期在组织树中的路径 */
  org_path: string
}

export interface CollectionCountyFindingsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 哪一次核对 */
  run_id: string
  /** 次序，强制性的在前 */
  no: number
  /** 上报期标识 */
  period_id: string
  /** 核对人能看到的范围 */
  reach: string
  /** 级别：hard 强制性，soft 核实性，note 规则没有执行 */
  level: string
  /** 单位代码；全县的问题为空 */
  unit: string
  /** 单位名称 */
  unit_name: string
  /** 所在乡镇（街道） */
  township: string
  /** 台账标识 */
  register: string
  /** 台账名称 */
  register_title: string
  /** 核对规则标识 */
  check_id: string
  /** 核对规则名称 */
  check_title: string
  /** 核对的种类 */
  kind: string
  /** 问题 */
  message: string
  /** 一边是什么 */
  left_label: string | null
  /** 一边的数 */
  left_text: string | null
  /** 另一边是什么 */
  right_label: string | null
  /** 另一边的数 */
  right_text: string | null
  /** 相差 */
  difference: string | null
  /** 在哪张表里改 */
  task_id: string | null
  /** 栏标识 */
  column_id: string | null
  /** 上报期在组织树中的路径 */
  org_path: string
}

export interface CollectionExplanationsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 上报任务标识 */
  task_id: string
  /** 审核关系标识 */
  check_id: string
  /** 行号；0 为整张表 */
  row_no: Generated<number | bigint>
  /** 说明 */
  explanation: string
  /** 说明人姓名 */
  explained_by: string
  /** 说明时间 */
  explained_at: Instant
  /** 所说明的数值；数值变了要重新说明 */
  facts: Generated<string>
  /** 状态：pending 待审，accepted 已认可，rejected 未认可 */
  status: Generated<string>
  /** 审核人姓名 */
  reviewed_by: string | null
  /** 审核时间 */
  reviewed_at: Instant | null
  /** 审核意见 */
  review_reason: string | null
  /** 单位在组织树中的路径 */
  org_path: string
}

export interface CollectionFilesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 文件标识 */
  file_id: string
  /** 文件名（相对于所读文件夹的路径） */
  name: string
  /** 文件内容的 SHA-256 */
  sha256: string
  /** 文件大小（字节） */
  bytes: number
  /** 文件种类 */
  kind: string
  /** 读取结果：read 已读，refused 拒收 */
  status: Generated<string>
  /** 读入时间 */
  read_at: Instant
  /** 单位在组织树中的路径 */
  org_path: string
}

export interface CollectionFindingsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 上报任务标识 */
  task_id: string
  /** 序号，从 1 起 */
  finding_no: number
  /** 种类：cell 填写不合要求，check 审核关系，outlier 与同类学校相差悬殊，blank 必填未填 */
  kind: string
  /** 程度：hard 强制性，soft 核实性 */
  severity: string
  /** 问题种类 */
  code: string
  /** 审核关系标识 */
  check_id: Generated<string>
  /** 行号；0 为整张表 */
  row_no: Generated<number | bigint>
  /** 首要的列 */
  column_id: Generated<string>
  /** 涉及的列，以逗号隔开 */
  columns: Generated<string>
  /** 审核关系名称 */
  title: Generated<string>
  /** 问题说明 */
  message: string
  /** 处理建议 */
  advice: Generated<string>
  /** 一方是什么 */
  left_label: string | null
  /** 一方的值 */
  left_text: string | null
  /** 另一方是什么 */
  right_label: string | null
  /** 另一方的值 */
  right_text: string | null
  /** 单位在组织树中的路径 */
  org_path: string
}

export interface CollectionPackMovesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 上报期标识 */
  period_id: string
  /** 序号 */
  move_no: Generated<number | bigint>
  /** 类别：move 更换，undo 撤销更换 */
  kind: string
  /** 撤销的是哪一条；更换的为空 */
  undoes: number | bigint | null
  /** 标准包标识 */
  pack_id: string
  /** 原来的标准包内容哈希 */
  from_hash: string
  /** 换成的标准包内容哈希 */
  to_hash: string
  /** 一同更换的上报任务数 */
  tasks: number
  /** 沿用的已填格数 */
  carried: number
  /** 理由 */
  reason: string
  /** 批准人姓名 */
  moved_by: string
  /** 时间 */
  moved_at: Instant
  /** 所属县（市、区）在组织树中的路径 */
  org_path: string
}

export interface CollectionPeriodsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 上报期标识 */
  period_id: string
  /** 名称 */
  title: string
  /** 标准包标识 */
  pack_id: string
  /** 标准包内容哈希：只在批准更换版本时改变，经过见 collection_pack_moves */
  pack_hash: string
  /** 年度（学年取起始年） */
  year: number
  /** 年度以内的期次（学期、月）；空为全年 */
  term: Generated<string>
  /** 开始日期 */
  opens_on: string
  /** 截止日期（含当日） */
  closes_on: string
  /** 每一步审核的天数（自然日） */
  review_days: Generated<number>
  /** 状态：open 进行中，closed 已关闭 */
  status: Generated<string>
  /** 复制自哪个上报期 */
  copied_from: string | null
  /** 开放人姓名 */
  opened_by: string
  /** 开放时间 */
  opened_at: Instant
  /** 关闭人姓名 */
  closed_by: string | null
  /** 关闭时间 */
  closed_at: Instant | null
  /** 所属县（市、区）在组织树中的路径 */
  org_path: string
}

export interface CollectionRemindersRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 催报标识 */
  reminder_id: string
  /** 上报期标识 */
  period_id: string
  /** 被催单位标识 */
  unit_id: string
  /** 被催单位名称（当时） */
  unit_name: string
  /** 所欠报表数 */
  tasks: number
  /** 催报内容 */
  message: string
  /** 催报人姓名 */
  reminded_by: string
  /** 催报时间 */
  reminded_at: Instant
  /** 单位看到的时间 */
  seen_at: Instant | null
  /** 被催单位在组织树中的路径 */
  org_path: string
}

export interface CollectionRequestsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 申请标识 */
  request_id: string
  /** 上报任务标识 */
  task_id: string
  /** 申请什么：extension 延期，correction 更正，unlock 开放其他单元格 */
  kind: string
  /** 申请理由 */
  reason: string
  /** 申请人姓名 */
  asked_by: string
  /** 申请时间 */
  asked_at: Instant
  /** 状态：waiting 待答复，granted 已同意，refused 未同意，lapsed 已随上报或冻结作罢 */
  status: Generated<string>
  /** 答复人姓名；作罢的为使其作罢的人 */
  answered_by: string | null
  /** 答复时间 */
  answered_at: Instant | null
  /** 答复的理由 */
  answer: string | null
  /** 单位在组织树中的路径 */
  org_path: string
}

export interface CollectionReturnedCellsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 退回标识 */
  return_id: string
  /** 上报任务标识 */
  task_id: string
  /** 填报标识 */
  submission_id: string
  /** 行号；0 为整张表 */
  row_no: Generated<number | bigint>
  /** 列标识；空文字为整行或整张表 */
  column_id: Generated<string>
  /** 退回时的内容 */
  found_text: string | null
  /** 退回理由 */
  reason: string
  /** 期限（含当日） */
  due_on: string
  /** 退回人姓名 */
  returned_by: string
  /** 退回时间 */
  returned_at: Instant
  /** 填报单位的答复 */
  reply: string | null
  /** 改正或答复的时间 */
  answered_at: Instant | null
  /** 审核人认可的时间 */
  settled_at: Instant | null
  /** 单位在组织树中的路径 */
  org_path: string
  /** 为什么开放：mend 退回修改，linked 与退回的格有强制性关系、一并开放，asked 填报单位申请开放、尚未同意 */
  purpose: Generated<string>
  /** 因哪一项申请而列入或开放；退回的为空 */
  request_id: string | null
}

export interface CollectionSheetsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 文件标识 */
  file_id: string
  /** 工作表序号，从 1 起 */
  sheet_no: number
  /** 工作表名称 */
  name: string
  /** 是否隐藏 */
  hidden: Generated<boolean>
  /** 识别出的台账标识；空为未识别 */
  register: string | null
  /** 版式：各列标识所在的列字母，纵表为单元格地址 */
  layout: Json | null
  /** 工作表各单元格显示内容（JSON 文本），供页面显示来源单元格及其周围 */
  grid: string | null
  /** 单位在组织树中的路径 */
  org_path: string
  /** 单元格是否已加密；以前的程序读入的，启动后逐个加密 */
  is_sealed: Generated<boolean>
}

export interface CollectionSubmissionsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 填报标识 */
  submission_id: string
  /** 标准包标识 */
  pack_id: string
  /** 台账标识 */
  register: string
  /** 填报单位代码 */
  unit_code: string
  /** 填报单位名称 */
  unit_name: Generated<string>
  /** 年度（学年取起始年） */
  year: number
  /** 年度以内的期次（学期、月）；空为全年 */
  period: Generated<string>
  /** 状态：loading 导入中（不算数），draft 填报中，submitted 已上报，first_reviewed 已初审，returned 已退回，verified 已审核，frozen 已冻结，superseded 已被更正替代 */
  status: string
  /** 所更正的旧填报 */
  supersedes: string | null
  /** 来源文件标识 */
  file_id: string | null
  /** 来源工作表序号 */
  sheet_no: number | null
  /** 单位在组织树中的路径 */
  org_path: string
  /** 建立时间 */
  created_at: Instant
  /** 所属上报任务；直接读入文件夹的填报为空 */
  task_id: string | null
  /** 冻结时间 */
  frozen_at: Instant | null
}

export interface CollectionTaskEventsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 上报任务标识 */
  task_id: string
  /** 序号 */
  event_no: Generated<number | bigint>
  /** 动作：fill、submit、withdraw、approve_first、approve、return、freeze、correct、extend、remind、request、hand_on 等 */
  action: string
  /** 此后的状态 */
  state: string
  /** 第几版 */
  version: number
  /** 办理人标识 */
  actor_id: string
  /** 办理人姓名（当时） */
  actor_name: string
  /** 时间 */
  occurred_at: Instant
  /** 理由或意见 */
  reason: Generated<string>
  /** 补充说明 */
  says: Generated<string>
  /** 单位在组织树中的路径 */
  org_path: string
}

export interface CollectionTasksRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 上报任务标识 */
  task_id: string
  /** 上报期标识 */
  period_id: string
  /** 台账标识 */
  register: string
  /** 填报单位标识 */
  unit_id: string
  /** 填报单位代码（开放时） */
  unit_code: Generated<string>
  /** 填报单位名称（开放时） */
  unit_name: string
  /** 填报单位类别（开放时） */
  unit_kind: string
  /** 所在乡镇、街道名称（开放时）；没有时为空 */
  township: Generated<string>
  /** 标准包标识 */
  pack_id: string
  /** 标准包内容哈希 */
  pack_hash: string
  /** 上报期名称 */
  period_title: string
  /** 年度（学年取起始年） */
  year: number
  /** 年度以内的期次；空为全年 */
  term: Generated<string>
  /** 本单位的开始日期 */
  opens_on: string
  /** 本单位的截止日期（含当日） */
  closes_on: string
  /** 每一步审核的天数（自然日） */
  review_days: Generated<number>
  /** 是否设初审 */
  has_first_review: boolean
  /** 上报期是否已关闭 */
  is_closed: Generated<boolean>
  /** 状态：not_started 未填报，filling 填报中，returned 已退回，submitted 已上报，first_reviewed 已初审，verified 已审核，frozen 已冻结 */
  state: Generated<string>
  /** 进入此状态的时间 */
  state_at: Instant
  /** 办理人姓名 */
  state_by: Generated<string>
  /** 现行填报 */
  submission_id: string | null
  /** 第几版：冻结后每更正一次加一 */
  version: Generated<number>
  /** 上报人标识：本人不得审核 */
  submitted_by: string | null
  /** 初审人标识：本人不得复审 */
  first_reviewed_by: string | null
  /** 现在这一步的期限（含当日） */
  due_on: string
  /** 转办给谁（人员标识）；空为岗位上的任何人 */
  assigned_to: string | null
  /** 转办给谁（姓名） */
  assigned_name: string | null
  /** 已填的格数 */
  filled_cells: Generated<number>
  /** 必填而未填的格数 */
  blank_cells: Generated<number>
  /** 填写不符合要求的格数 */
  cell_errors: Generated<number>
  /** 强制性审核错误数 */
  hard_errors: Generated<number>
  /** 核实性审核错误数 */
  soft_errors: Generated<number>
  /** 尚无说明或说明被退回的核实性错误数 */
  open_explanations: Generated<number>
  /** 最近一次审核的时间；空为未审核 */
  checked_at: Instant | null
  /** 已催报次数 */
  reminded_count: Generated<number>
  /** 最近一次催报的时间 */
  reminded_at: Instant | null
  /** 单位在组织树中的路径 */
  org_path: string
  /** 最近一次逐格改动的时间；晚于审核时间的，审核结果不再作数 */
  rows_changed_at: Instant | null
}

export interface CollectionUploadsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 上传标识 */
  upload_id: string
  /** 上报任务标识 */
  task_id: string
  /** 文件名 */
  name: string
  /** 文件内容的 SHA-256 */
  sha256: string
  /** 文件大小（字节） */
  bytes: number
  /** 来路：upload 上传，packet 离线包，statistics 教基报表 */
  way: string
  /** 结果：taken 全部采用，partly 部分采用，refused 未采用，unchanged 与已有内容相同 */
  status: string
  /** 采用的行数 */
  rows_taken: Generated<number>
  /** 改动的格数 */
  cells_changed: Generated<number>
  /** 有错的处数 */
  faults: Generated<number>
  /** 结果说明 */
  says: Generated<string>
  /** 来源文件标识 */
  file_id: string | null
  /** 文件原件 */
  content: Uint8Array | null
  /** 标红退回的文件 */
  marked: Uint8Array | null
  /** 上传人姓名 */
  uploaded_by: string
  /** 上传时间 */
  uploaded_at: Instant
  /** 单位在组织树中的路径 */
  org_path: string
  /** 是否按随文件给出的对应关系读取；不按它读，同一文件的结果可能不同 */
  is_mapped: Generated<boolean>
  /** 原件和退回的文件是否已加密；以前的程序收下的，启动后逐个加密 */
  is_sealed: Generated<boolean>
}

export interface DeskNoticeRemindersRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 通知标识 */
  notice_id: string
  /** 第几次催，从 1 起 */
  reminder_no: number
  /** 发出单位在组织树中的路径 */
  org_path: string
  /** 催了几个单位 */
  units: number
  /** 催的人 */
  reminded_by: string
  /** 什么时候 */
  reminded_at: Instant
}

export interface DeskNoticeUnitsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 通知标识 */
  notice_id: string
  /** 收到的单位标识 */
  unit_id: string
  /** 收到的单位在组织树中的路径 */
  org_path: string
  /** 收到的单位名称 */
  unit_name: string
  /** 发出单位名称 */
  issuer_name: string
  /** 标题 */
  title: string
  /** 内容 */
  body: string
  /** 要求回执的期限；空为不要求 */
  answer_by: string | null
  /** 发出人姓名 */
  made_by: string
  /** 发出时间 */
  made_at: Instant
  /** 撤回时间 */
  recalled_at: Instant | null
  /** 确认收到的人 */
  seen_by: string | null
  /** 确认收到的时间 */
  seen_at: Instant | null
  /** 回执 */
  answer: Generated<string>
  /** 附件在佐证档案里的标识 */
  paper_id: string | null
  /** 附件的文件名 */
  file_name: string | null
  /** 最近一次催回执的时间 */
  reminded_at: Instant | null
  /** 最近一次催回执的人 */
  reminded_by: string | null
}

export interface DeskNoticesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 通知标识 */
  notice_id: string
  /** 发出单位在组织树中的路径 */
  org_path: string
  /** 发出单位名称 */
  issuer_name: string
  /** 标题 */
  title: string
  /** 内容 */
  body: string
  /** 要求回执的期限；空为不要求 */
  answer_by: string | null
  /** 发出人姓名 */
  made_by: string
  /** 发出时间 */
  made_at: Instant
  /** 撤回时间 */
  recalled_at: Instant | null
  /** 附件在佐证档案里的标识 */
  paper_id: string | null
  /** 附件的文件名 */
  file_name: string | null
}

export interface DeskReceiptsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 看的人 */
  person_id: string
  /** 哪一件 */
  item_key: string
  /** 看的人所在单位在组织树中的路径 */
  org_path: string
  /** 什么时候 */
  seen_at: Instant
}

export interface DutiesBodiesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 机构标识 */
  body_id: string
  /** 谁设立的：单位在组织树中的路径 */
  org_path: string
  /** 单位标识 */
  unit_id: string
  /** 单位名称（登记时） */
  unit_name: string
  /** 种类 */
  kind: string
  /** 名称 */
  title: string
  /** 成立文件与文号 */
  document: Generated<string>
  /** 办公室设在哪里 */
  office: Generated<string>
  /** 成立日期 */
  founded_on: string
  /** 撤销日期；空为在运行 */
  dissolved_on: string | null
  /** 作废的原因；空为有效 */
  struck: Generated<string>
  /** 登记人姓名 */
  made_by: string
  /** 登记时间 */
  made_at: Instant
}

export interface DutiesContactsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 标识 */
  contact_id: string
  /** 领导干部的单位在组织树中的路径 */
  org_path: string
  /** 单位标识 */
  unit_id: string
  /** 单位名称（登记时） */
  unit_name: string
  /** 领导干部姓名 */
  name: string
  /** 职务 */
  post: Generated<string>
  /** 联系的学校标识 */
  school_id: string
  /** 联系的学校名称 */
  school_name: string
  /** 从哪天起 */
  since: string
  /** 到哪天止（不含当日）；空为仍在联系 */
  until: string | null
  /** 作废的原因；空为有效 */
  struck: Generated<string>
  /** 登记人姓名 */
  made_by: string
  /** 登记时间 */
  made_at: Instant
}

export interface DutiesDecisionsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 决定标识 */
  decision_id: string
  /** 谁的会议：单位在组织树中的路径 */
  org_path: string
  /** 会议标识 */
  meeting_id: string
  /** 次序，从 1 起 */
  decision_no: number
  /** 决定的内容 */
  text: string
  /** 承办单位标识 */
  unit_id: string | null
  /** 承办单位名称 */
  unit_name: Generated<string>
  /** 要求完成的日期 */
  due_on: string | null
  /** 落实情况，没有建任务的才写 */
  says: Generated<string>
  /** 落实的日期，没有建任务的才写 */
  settled_on: string | null
}

export interface DutiesEventsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 任务标识 */
  task_id: string
  /** 次序，从 1 起 */
  event_no: number
  /** 牵头单位在组织树中的路径 */
  org_path: string
  /** 做了什么：issue 下达，accept 接收，report_progress 报进展…… */
  deed: string
  /** 说明 */
  says: Generated<string>
  /** 自报的灯色 */
  light: string | null
  /** 办理人标识 */
  person_id: string
  /** 办理人姓名 */
  person_name: string
  /** 办理人的单位 */
  unit_name: Generated<string>
  /** 时间 */
  happened_at: Instant
  /** 督办限哪天答复 */
  due_on: string | null
  /** 再次督办时告知的岗位 */
  told: Generated<string>
}

export interface DutiesMeetingChangesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 会议标识 */
  meeting_id: string
  /** 第几次更正，从 1 起 */
  change_no: number
  /** 谁的会议：单位在组织树中的路径 */
  org_path: string
  /** 更正以前的写法，一行一项 */
  was: string
  /** 为什么更正 */
  reason: string
  /** 更正人姓名 */
  changed_by: string
  /** 更正时间 */
  changed_at: Instant
}

export interface DutiesMeetingsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 会议标识 */
  meeting_id: string
  /** 谁的会议：单位在组织树中的路径 */
  org_path: string
  /** 单位标识 */
  unit_id: string
  /** 单位名称（登记时） */
  unit_name: string
  /** 种类 */
  kind: string
  /** 会议名称 */
  title: string
  /** 召开日期 */
  held_on: string
  /** 主持人 */
  chair: Generated<string>
  /** 教育方面的议题 */
  topics: string[]
  /** 会议纪要的文号 */
  document: Generated<string>
  /** 作废的原因；空为有效 */
  struck: Generated<string>
  /** 登记人姓名 */
  made_by: string
  /** 登记时间 */
  made_at: Instant
}

export interface DutiesMembersRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 机构标识 */
  body_id: string
  /** 次序，从 1 起 */
  member_no: number
  /** 谁设立的机构：单位在组织树中的路径 */
  org_path: string
  /** 姓名 */
  name: string
  /** 单位与职务 */
  post: Generated<string>
  /** 在机构里的身份 */
  role: string
  /** 从哪天起 */
  since: string
  /** 到哪天止（不含当日）；空为在任 */
  until: string | null
}

export interface DutiesMilestonesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 任务标识 */
  task_id: string
  /** 次序，从 1 起 */
  milestone_no: number
  /** 牵头单位在组织树中的路径 */
  org_path: string
  /** 节点名称 */
  title: string
  /** 应当达到的日期 */
  due_on: string
  /** 达到的日期 */
  reached_on: string | null
}

export interface DutiesPlansRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 任务分解标识 */
  plan_id: string
  /** 年度 */
  year: number
  /** 名称 */
  title: string
  /** 印发的文件与文号 */
  document: Generated<string>
  /** 还在进行 */
  is_open: Generated<boolean>
  /** 到期前多少天转为黄灯、红灯 */
  soon_days: number
  /** 多少天没有报进展转为黄灯 */
  silent_days: number
  /** 建立人姓名 */
  opened_by: string
  /** 建立时间 */
  opened_at: Instant
  /** 责任书的名称；空为标准包里的 */
  pledge_title: string | null
  /** 责任书的开头；空为标准包里的 */
  pledge_preamble: string | null
  /** 责任书的结尾；空为标准包里的 */
  pledge_closing: string | null
  /** 督办限几个工作日内答复，下督办时预填；没有设的为空 */
  answer_days: number | null
}

export interface DutiesPledgeRemindersRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 提醒标识 */
  reminder_id: string
  /** 提醒谁：单位在组织树中的路径；村（社区）为所在乡镇的路径 */
  org_path: string
  /** 属于哪份任务分解 */
  plan_id: string
  /** 责任方 */
  party_id: string
  /** 责任方名称 */
  party_name: string
  /** 提醒的话 */
  message: string
  /** 提醒人姓名 */
  reminded_by: string
  /** 提醒时间 */
  reminded_at: Instant
}

export interface DutiesPledgesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 责任书标识 */
  pledge_id: string
  /** 责任方在组织树中的路径；村（社区）为所在乡镇的路径 */
  org_path: string
  /** 属于哪份任务分解 */
  plan_id: string
  /** 签发方在组织树中的路径 */
  issuer_path: string
  /** 签发方名称 */
  issuer_name: string
  /** 责任方的层级 */
  level: string
  /** 责任方：单位标识，村（社区）为统计用区划代码 */
  party_id: string
  /** 责任方名称（生成时） */
  party_name: string
  /** 本年第几份，从 1 起 */
  pledge_no: number
  /** 责任书的内容：开头、各项任务、结尾 */
  content: Json
  /** 内容的摘要：任务或文字变了就与它不同 */
  content_hash: string
  /** 状态：made 已生成，signed 已签订，void 作废 */
  state: string
  /** 生成人姓名 */
  made_by: string
  /** 生成时间 */
  made_at: Instant
  /** 签订日期 */
  signed_on: string | null
  /** 责任方签字人 */
  signed_by: Generated<string>
  /** 留存本的编号 */
  copy_no: Generated<string>
  /** 签订本扫描件在佐证档案里的材料标识；空为没有 */
  copy_paper_id: string | null
}

export interface DutiesPromisesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 事项标识 */
  promise_id: string
  /** 谁的事项：单位在组织树中的路径 */
  org_path: string
  /** 单位标识 */
  unit_id: string
  /** 单位名称（登记时） */
  unit_name: string
  /** 种类 */
  kind: string
  /** 年度 */
  year: number
  /** 事项 */
  title: string
  /** 出处：文件与文号、报告 */
  source: Generated<string>
  /** 列入或公布的日期 */
  made_on: string
  /** 要求完成的日期 */
  due_on: string | null
  /** 承办单位标识 */
  lead_id: string | null
  /** 承办单位名称 */
  lead_name: Generated<string>
  /** 兑现情况，没有建任务的才写 */
  says: Generated<string>
  /** 兑现的日期，没有建任务的才写 */
  settled_on: string | null
  /** 作废的原因；空为有效 */
  struck: Generated<string>
  /** 登记人姓名 */
  made_by: string
  /** 登记时间 */
  made_at: Instant
}

export interface DutiesProposalsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 标识 */
  proposal_id: string
  /** 谁要答复：单位在组织树中的路径 */
  org_path: string
  /** 单位标识 */
  unit_id: string
  /** 单位名称（登记时） */
  unit_name: string
  /** 种类 */
  kind: string
  /** 编号 */
  no: Generated<string>
  /** 案由或主题 */
  title: string
  /** 提出人 */
  raised_by: Generated<string>
  /** 交办或收到的日期 */
  received_on: string
  /** 承办单位标识 */
  lead_id: string | null
  /** 承办单位名称 */
  lead_name: Generated<string>
  /** 答复期限的计时 */
  clock_id: string | null
  /** 答复日期 */
  answered_on: string | null
  /** 答复的文号和要点 */
  answer: Generated<string>
  /** 提出人的意见 */
  satisfaction: Generated<string>
  /** 作废的原因；空为有效 */
  struck: Generated<string>
  /** 登记人姓名 */
  made_by: string
  /** 登记时间 */
  made_at: Instant
}

export interface DutiesRecordChangesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 哪一种记录：body 领导机构，promise 重点工作和承诺，proposal 人大政协，contact 联系学校 */
  kind: string
  /** 记录标识 */
  record_id: string
  /** 第几次更正，从 1 起 */
  change_no: number
  /** 谁的记录：单位在组织树中的路径 */
  org_path: string
  /** 更正以前的写法，一行一项 */
  was: string
  /** 为什么更正 */
  reason: string
  /** 更正人姓名 */
  changed_by: string
  /** 更正时间 */
  changed_at: Instant
}

export interface DutiesTasksRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 任务标识 */
  task_id: string
  /** 牵头单位在组织树中的路径 */
  org_path: string
  /** 属于哪份任务分解 */
  plan_id: string
  /** 由哪项任务分解而来 */
  parent_id: string | null
  /** 职责所在的标准包 */
  duty_pack: string | null
  /** 职责标识 */
  duty_id: string | null
  /** 编号 */
  no: Generated<string>
  /** 名称 */
  title: string
  /** 要做什么 */
  wording: Generated<string>
  /** 列入哪些清单 */
  lists: string[]
  /** 依据 */
  basis: Generated<string>
  /** 牵头单位标识 */
  unit_id: string
  /** 牵头单位名称（下达时） */
  unit_name: string
  /** 下达单位在组织树中的路径 */
  issuer_path: string
  /** 下达单位名称 */
  issuer_name: string
  /** 配合单位名称 */
  cooperating: Generated<string[]>
  /** 责任岗位 */
  post: Generated<string>
  /** 完成期限 */
  due_on: string
  /** 衡量指标所在的标准包 */
  indicator_pack: string | null
  /** 衡量指标标识 */
  indicator: string | null
  /** 要交的材料 */
  deliverable: Generated<string>
  /** 已交材料的名称或文号 */
  papers: Generated<string[]>
  /** 状态：draft 待下达，issued 待接收，declined 已退回，underway 办理中，reported 待确认，done 已完成，cancelled 已撤销 */
  state: string
  /** 单位自报的灯色 */
  declared: string | null
  /** 最近一次报进展的日期 */
  reported_on: string | null
  /** 报完成的人标识：不得自己确认 */
  reported_by: string | null
  /** 完成期限的计时 */
  clock_id: string | null
  /** 督办答复的计时 */
  supervision_clock: string | null
  /** 有督办没有答复 */
  is_supervised: Generated<boolean>
  /** 建立时间 */
  made_at: Instant
  /** 由什么转来：decision 会议决定，promise 重点工作和承诺，proposal 建议提案；空为职责分解或自拟 */
  origin_kind: string | null
  /** 由哪一件转来 */
  origin_id: string | null
  /** 督办限哪天答复；没有督办的为空 */
  answer_by: string | null
  /** 这次督办是第几次；没有督办的为 0 */
  supervisions: Generated<number>
  /** 最近一次督办的人标识 */
  supervised_by: string | null
  /** 目标值怎样比较；空为按指标自己的标准 */
  target_comparison: string | null
  /** 目标值，按指标显示的单位 */
  target_value: string | null
  /** 已交的材料里在材料库的：材料标识 */
  paper_ids: Generated<string[]>
}

export interface DutiesVisitsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 联系学校标识 */
  contact_id: string
  /** 次序，从 1 起 */
  visit_no: number
  /** 领导干部的单位在组织树中的路径 */
  org_path: string
  /** 到校，讲课 */
  kind: string
  /** 日期 */
  on_day: string
  /** 主题、解决的问题 */
  topic: Generated<string>
}

export interface EnrolmentCareChildrenRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 儿童标识 */
  child_id: string
  /** 第几份，从 1 起 */
  holding_no: number
  /** 掌握单位在组织树中的路径 */
  org_path: string
  /** 掌握单位标识 */
  unit_id: string
  /** 掌握单位名称（登记时） */
  unit_name: string
  /** 哪一级 */
  line: string
  /** 从哪天起 */
  from_on: string
  /** 到哪天止；空为现在 */
  until_on: string | null
  /** 是否主份：清单和统计只数这一份 */
  is_lead: boolean
  /** 姓名 */
  child_name: string
  /** 性别 */
  sex: Generated<string>
  /** 出生日期 */
  birth_on: string | null
  /** 公民身份号码，加密 */
  id_number_sealed: string | null
  /** 公民身份号码的盲索引，与各名册同一算法 */
  id_number_index: string | null
  /** 监护人 */
  guardian: Generated<string>
  /** 监护人电话，加密 */
  phone_sealed: string | null
  /** 住址 */
  address: Generated<string>
  /** 村（社区） */
  village: Generated<string>
  /** 特殊群体 */
  groups: string[]
  /** 年级、班级 */
  grade: Generated<string>
  /** 乡镇（街道）单位标识 */
  township_id: string
  /** 乡镇（街道）名称 */
  township_name: string
  /** 学校单位标识；空为没有 */
  school_id: string | null
  /** 学校名称 */
  school_name: Generated<string>
  /** 现在的安置方式，按标准包；空为没有 */
  placement: Generated<string>
  /** 现在的安置方式名称 */
  placement_title: Generated<string>
  /** 是否送教上门 */
  is_at_home: Generated<boolean>
  /** 现在的安置从哪天起 */
  placed_on: string | null
  /** 哪天以前复核 */
  review_on: string | null
  /** 关爱类别，按标准包；空为没有关爱方案 */
  care: Generated<string>
  /** 关爱类别名称 */
  care_title: Generated<string>
  /** 结对帮扶人 */
  helper: Generated<string>
  /** 最近一次走访 */
  last_visit_on: string | null
  /** 下次走访最晚哪天 */
  visit_due_on: string | null
  /** 走访的期限 */
  clock_id: string | null
  /** 登记日期 */
  registered_on: string
  /** 结束日期；空为在管 */
  closed_on: string | null
  /** 来自：case 个案，ledger 适龄儿童台账，person 直接登记 */
  source: string
  /** 哪一个劝返个案 */
  case_id: string | null
}

export interface EnrolmentCareFilesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 儿童标识 */
  child_id: string
  /** 第几份承办 */
  holding_no: number
  /** 标识，也是佐证档案里的材料标识，各份相同 */
  file_id: string
  /** 承办单位在组织树中的路径 */
  org_path: string
  /** 属于哪一次走访 */
  visit_no: number
  /** photo 照片，signature 签字 */
  kind: string
  /** 类型，按内容判定 */
  media: string
  /** 字节数 */
  bytes: number | bigint
  /** 内容的 SHA-256，也是文件所在 */
  sha256: string
  /** 上传人姓名 */
  person_name: string
  /** 上传时间 */
  added_at: Instant
}

export interface EnrolmentCarePlansRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 儿童标识 */
  child_id: string
  /** 第几份 */
  holding_no: number
  /** 次序，各份相同 */
  record_no: number
  /** 掌握单位在组织树中的路径 */
  org_path: string
  /** 哪天 */
  on_day: string
  /** 关爱类别，按标准包 */
  kind: string
  /** 关爱类别名称 */
  title: string
  /** 现在由谁照料 */
  carer: string
  /** 基本情况 */
  situation: string
  /** 需要什么 */
  needs: string
  /** 帮扶措施 */
  measures: string
  /** 结对帮扶人 */
  helper: string
  /** 帮扶人单位、职务 */
  helper_post: string
  /** 帮扶人电话，加密 */
  helper_phone_sealed: string | null
  /** 记录单位 */
  unit_name: string
  /** 记录人标识 */
  person_id: string
  /** 记录人姓名 */
  person_name: string
  /** 记录时间 */
  recorded_at: Instant
}

export interface EnrolmentCareVisitsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 儿童标识 */
  child_id: string
  /** 第几份 */
  holding_no: number
  /** 次序，各份相同 */
  record_no: number
  /** 掌握单位在组织树中的路径 */
  org_path: string
  /** 哪天 */
  on_day: string
  /** 走访人 */
  visitors: string
  /** 发现的情况 */
  found: string
  /** 下一步 */
  next: Generated<string>
  /** 比应走访的日子晚几天 */
  days_late: Generated<number>
  /** 记录单位 */
  unit_name: string
  /** 记录人标识 */
  person_id: string
  /** 记录人姓名 */
  person_name: string
  /** 记录时间 */
  recorded_at: Instant
  /** 这条记录在填写的机器上的标识：同一条发几次只记一次 */
  record_key: string | null
}

export interface EnrolmentCaseFilesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 个案标识 */
  case_id: string
  /** 第几份承办 */
  holding_no: number
  /** 标识，也是佐证档案里的材料标识，各份相同 */
  file_id: string
  /** 承办单位在组织树中的路径 */
  org_path: string
  /** 属于哪一条经过 */
  event_no: number
  /** photo 照片，signature 签字，proof 证明材料 */
  kind: string
  /** 类型，按内容判定 */
  media: string
  /** 字节数 */
  bytes: number | bigint
  /** 内容的 SHA-256，也是文件所在 */
  sha256: string
  /** 上传人姓名 */
  person_name: string
  /** 上传时间 */
  added_at: Instant
}

export interface EnrolmentCasePapersRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 个案标识 */
  case_id: string
  /** 第几份承办 */
  holding_no: number
  /** 文书标识，各份相同 */
  paper_id: string
  /** 承办单位在组织树中的路径 */
  org_path: string
  /** 由哪一条经过生成 */
  event_no: number
  /** 文书种类，按个案办法 */
  kind: string
  /** 名称 */
  title: string
  /** 年度 */
  year: number
  /** 本单位本年本种类第几份 */
  number_no: number
  /** 文号 */
  number: string
  /** 出具单位标识 */
  unit_id: string
  /** 出具单位名称 */
  unit_name: string
  /** 文书的内容，生成时的文字 */
  content: Json
  /** 内容的摘要 */
  content_hash: string
  /** 出具人姓名 */
  person_name: string
  /** 出具日期 */
  made_on: string
  /** 出具时间 */
  made_at: Instant
}

export interface EnrolmentDefinitionsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 内容的摘要 */
  content_hash: string
  /** 标准包标识 */
  pack: string
  /** 标准包版本 */
  version: string
  /** 哪一个办法 */
  casework: string
  /** 办法、期限、文书文字 */
  content: Json
  /** 存入时间 */
  kept_at: Instant
}

export interface EnrolmentDestructionsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 标识 */
  destruction_id: string
  /** 县在组织树中的路径 */
  org_path: string
  /** 销案在这天以前（含）的 */
  closed_until: string
  /** 销案后保管几年 */
  years: number
  /** 提请时多少个案 */
  cases: number
  /** 提请的理由 */
  reason: string
  /** proposed 待批准，approved 已批准并销毁，refused 未批准 */
  state: string
  /** 提请人标识 */
  proposed_by: string
  /** 提请人姓名 */
  proposed_by_name: string
  /** 提请时间 */
  proposed_at: Instant
  /** 批准人标识 */
  decided_by: Generated<string>
  /** 批准人姓名 */
  decided_by_name: Generated<string>
  /** 批准时间 */
  decided_at: Instant | null
  /** 批准人的话 */
  answer: Generated<string>
  /** 销毁了多少个案 */
  destroyed: Generated<number>
}

export interface EnrolmentDiagnosesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 儿童标识 */
  child_id: string
  /** 第几份 */
  holding_no: number
  /** 次序，各份相同 */
  record_no: number
  /** 掌握单位在组织树中的路径 */
  org_path: string
  /** 哪天 */
  on_day: string
  /** 评估种类名称 */
  title: string
  /** 由谁评估 */
  assessed_by: string
  /** 各项内容，加密 */
  content_sealed: string
  /** 记录单位 */
  unit_name: string
  /** 记录人标识 */
  person_id: string
  /** 记录人姓名 */
  person_name: string
  /** 记录时间 */
  recorded_at: Instant
}

export interface EnrolmentEventsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 个案标识 */
  case_id: string
  /** 第几份承办 */
  holding_no: number
  /** 次序，各份相同 */
  event_no: number
  /** 承办单位在组织树中的路径 */
  org_path: string
  /** open 立案，step 步骤，note 记录，moved 转校，handed_over 转往外县，redefined 改按现行办法 */
  type: string
  /** 哪一步，按个案办法 */
  step: string | null
  /** 发生之日 */
  on_day: string
  /** 说明 */
  says: Generated<string>
  /** 填写的内容：名称和文字 */
  fields: Json
  /** 提出的去向 */
  exit: string | null
  /** 证明材料 */
  proof: Generated<string>
  /** 延长多少 */
  amount: number | null
  /** 批准人 */
  approved_by: Generated<string>
  /** 办理后的状态 */
  state: string
  /** 是否不公开：只有写的单位和县看得见 */
  is_private: boolean
  /** 办理单位 */
  unit_name: string
  /** 以哪一级办理 */
  line: string
  /** 办理人标识 */
  person_id: string
  /** 办理人姓名 */
  person_name: string
  /** 记录时间 */
  recorded_at: Instant
  /** 这条记录在填写的机器上的标识：同一条发几次只记一次 */
  record_key: string | null
  /** 改按现行办法的，原来办法内容的摘要 */
  former_hash: string | null
}

export interface EnrolmentExportsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 标识 */
  export_id: string
  /** 申请人所在单位在组织树中的路径 */
  org_path: string
  /** 哪本台账：children 适龄儿童，suspected 疑似辍学，cases 辍学；doors 入户摸排表 */
  ledger: string
  /** 年度（学年取起始年） */
  year: number
  /** 只要哪个单位的；空为看得见的全部 */
  unit_path: Generated<string>
  /** 那个单位的名称 */
  unit_name: Generated<string>
  /** 只要哪种状态的；空为全部 */
  row_state: Generated<string>
  /** 用途 */
  reason: string
  /** 申请时多少人 */
  children: number
  /** 其中未满14周岁的，没有出生日期的也算 */
  minors: number
  /** asked 待批准，approved 已批准，refused 未批准 */
  state: string
  /** 申请人标识 */
  asked_by: string
  /** 申请人姓名 */
  asked_by_name: string
  /** 申请时间 */
  asked_at: Instant
  /** 批准人标识 */
  decided_by: Generated<string>
  /** 批准人姓名 */
  decided_by_name: Generated<string>
  /** 批准时间 */
  decided_at: Instant | null
  /** 批准人的话 */
  answer: Generated<string>
  /** 下载过几次 */
  fetched: Generated<number>
}

export interface EnrolmentFindingsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 标识 */
  finding_id: string
  /** 由谁核实：乡镇或学校在组织树中的路径 */
  org_path: string
  /** 标准包 */
  pack_id: string
  /** 标准包里的比对 */
  match_id: string
  /** 比对名称 */
  match_title: string
  /** 年度（学年取起始年） */
  year: number
  /** 进哪本台账 */
  ledger: string
  /** 是谁：号码的索引，没有号码的为这一行的索引 */
  subject: string
  /** 内容的指纹，排除以后变了才再问 */
  print: string
  /** 为什么找出来 */
  says: string
  /** 哪类儿童 */
  child_group: Generated<string>
  /** 姓名 */
  name: string
  /** 身份证号，加密 */
  id_number: Generated<string>
  /** 性别 */
  sex: Generated<string>
  /** 出生日期 */
  birth_on: string | null
  /** 监护人姓名 */
  guardian: Generated<string>
  /** 监护人电话，加密 */
  phone: Generated<string>
  /** 住址 */
  address: Generated<string>
  /** 村（居） */
  village: Generated<string>
  /** 就读学校 */
  school: Generated<string>
  /** 年级 */
  grade: Generated<string>
  /** 由谁核实的单位名称 */
  unit_name: Generated<string>
  /** 名册是谁报的，在组织树中的路径 */
  from_path: string
  /** 什么时候找出来 */
  found_at: Instant
  /** 最近哪次比对还找到 */
  last_run: string
  /** open 待核实，confirmed 属实，excluded 排除，gone 已销 */
  state: Generated<string>
  /** 谁核实的；比对自己销的为系统 */
  settled_by: Generated<string>
  /** 什么时候核实 */
  settled_at: Instant | null
  /** 理由 */
  why: Generated<string>
  /** 证明 */
  proof: Generated<string>
  /** 以前怎样处理过 */
  earlier: Generated<string>
  /** 立的个案 */
  case_id: string | null
  /** 双重学籍：学籍在哪几所学校，代码和名称 */
  schools: Json
  /** 双重学籍：定由哪所学校保留 */
  kept_by: Generated<string>
}

export interface EnrolmentHandoversRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 转交标识，两份相同 */
  handover_id: string
  /** from 转出一方，to 接收一方 */
  side: string
  /** 这一方在组织树中的路径 */
  org_path: string
  /** 个案标识 */
  case_id: string
  /** 学生姓名 */
  child_name: string
  /** 年级、班级 */
  grade: Generated<string>
  /** 转出县 */
  from_county: string
  /** 转出单位名称 */
  from_name: string
  /** 接收县 */
  to_county: string
  /** 接收单位名称 */
  to_name: string
  /** 接收学校的单位标识；空为外县 */
  to_unit: string | null
  /** 转交的原因 */
  reason: string
  /** 状态：offered 待接收，accepted 已接收，refused 已退回，withdrawn 已撤回 */
  state: string
  /** 提出人姓名 */
  offered_by: string
  /** 提出时间 */
  offered_at: Instant
  /** 答复 */
  answer: Generated<string>
  /** 答复人姓名 */
  answered_by: Generated<string>
  /** 答复时间 */
  answered_at: Instant | null
}

export interface EnrolmentHoldingsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 个案标识 */
  case_id: string
  /** 第几份，从 1 起 */
  holding_no: number
  /** 承办单位在组织树中的路径 */
  org_path: string
  /** 承办单位标识 */
  unit_id: string
  /** 承办单位名称（接手时） */
  unit_name: string
  /** 哪一级承办 */
  line: string
  /** 从哪天起承办 */
  from_on: string
  /** 到哪天止；空为现在承办 */
  until_on: string | null
  /** 是否主承办：全县的清单和统计只数这一份 */
  is_lead: boolean
  /** 学生姓名 */
  child_name: string
  /** 性别 */
  sex: Generated<string>
  /** 出生日期 */
  birth_on: string | null
  /** 公民身份号码，加密 */
  id_number_sealed: string | null
  /** 公民身份号码的盲索引，与各名册同一算法 */
  id_number_index: string | null
  /** 监护人 */
  guardian: Generated<string>
  /** 监护人电话，加密 */
  phone_sealed: string | null
  /** 住址 */
  address: Generated<string>
  /** 村（社区） */
  village: Generated<string>
  /** 特殊群体 */
  groups: string[]
  /** 年级、班级 */
  grade: Generated<string>
  /** 乡镇（街道）单位标识 */
  township_id: string
  /** 乡镇（街道）名称 */
  township_name: string
  /** 学校单位标识；空为从未入学 */
  school_id: string | null
  /** 学校名称 */
  school_name: Generated<string>
  /** 现在的状态，按个案办法 */
  state: string
  /** 从哪天起 */
  state_since: string
  /** 现在由哪一级办理；空为已结束 */
  owner_line: string | null
  /** 现在由哪个单位办理 */
  owner_name: Generated<string>
  /** 现在的期限 */
  clock_id: string | null
  /** 最后一天 */
  due_on: string | null
  /** 是否中止计时 */
  is_paused: Generated<boolean>
  /** 走访次数 */
  visits: Generated<number>
  /** 劝返次数 */
  persuasions: Generated<number>
  /** 立案日期 */
  opened_on: string
  /** 销案日期 */
  closed_on: string | null
  /** 去向，按个案办法 */
  exit: string | null
  /** 反复的，上一次个案 */
  earlier_case: string | null
  /** 反复的，距上次销案多少天 */
  days_clean: number | null
  /** 怎样发现：finding 比对，report 报告 */
  found_kind: string
  /** 比对发现的标识 */
  found_id: string | null
  /** 立案的根据 */
  grounds: string
  /** 按哪个标准包的办法 */
  pack: string
  /** 标准包版本 */
  version: string
  /** 办法内容的摘要 */
  content_hash: string
  /** 哪一个办法 */
  casework: string
  /** 个人信息在哪天销毁；空为没有销毁 */
  destroyed_on: string | null
  /** 以前上没上过学：left 上过（失学、辍学），never 从未入学，unknown 还没有查清；名册查得到的以名册为准 */
  schooling: Generated<string>
}

export interface EnrolmentLessonsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 儿童标识 */
  child_id: string
  /** 第几份 */
  holding_no: number
  /** 次序，各份相同 */
  record_no: number
  /** 掌握单位在组织树中的路径 */
  org_path: string
  /** 哪天 */
  on_day: string
  /** held 送到，cancelled 没有上成，struck 把另一条作废 */
  state: string
  /** 作废哪一条 */
  strikes: number | null
  /** 教师 */
  teachers: Generated<string>
  /** 课时 */
  hours: Generated<string>
  /** 教了什么 */
  taught: Generated<string>
  /** 在哪里 */
  place: Generated<string>
  /** 没有上成、作废的原因 */
  reason: Generated<string>
  /** 记录单位 */
  unit_name: string
  /** 记录人标识 */
  person_id: string
  /** 记录人姓名 */
  person_name: string
  /** 记录时间 */
  recorded_at: Instant
}

export interface EnrolmentLimitsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 哪一项，如 clock.stability、times.report.persuasions、care.left_behind、retention */
  limit_id: string
  /** 第几次 */
  version: number
  /** 多少 */
  amount: number
  /** 单位 */
  unit: string
  /** 依据的文件 */
  document: string
  /** 文件的日期；以前单独确定的关爱走访间隔没有记，为空 */
  dated_on: string | null
  /** 谁定的：标识 */
  person_id: string
  /** 谁定的：姓名 */
  person_name: string
  /** 什么时候录入 */
  decided_at: Instant
}

export interface EnrolmentMatchResultsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 比对标识 */
  run_id: string
  /** 标准包里的比对 */
  match_id: string
  /** 县在组织树中的路径 */
  org_path: string
  /** 第几项 */
  place: number
  /** 比对名称 */
  title: string
  /** 找什么 */
  finds: string
  /** 找到的进哪本台账 */
  ledger: string
  /** 左边的台账 */
  left_title: string
  /** 右边的台账 */
  right_title: string
  /** 左边几行 */
  left_rows: number
  /** 右边几行 */
  right_rows: number
  /** 比上几行 */
  matched: number
  /** 没比上几行 */
  unmatched: number
  /** 豁免几行 */
  exempt: number
  /** 请人确认几对 */
  proposed: number
  /** 要核实几人 */
  asked: number
  /** 结果不全的原因 */
  warning: Generated<string>
}

export interface EnrolmentMatchRunsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 比对标识 */
  run_id: string
  /** 县在组织树中的路径 */
  org_path: string
  /** 按哪个标准包 */
  pack_id: string
  /** 标准包的内容指纹 */
  pack_hash: string
  /** 比哪个年度（学年取起始年） */
  year: number
  /** running 正在比，done 比完，failed 中断 */
  state: string
  /** 谁开始的 */
  started_by: string
  /** 什么时候开始 */
  started_at: Instant
  /** 什么时候结束 */
  ended_at: Instant | null
  /** 没有比完的原因 */
  problem: Generated<string>
}

export interface EnrolmentPeriodicRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 标识 */
  periodic_id: string
  /** 由哪个单位报，在组织树中的路径；县的为全县 */
  org_path: string
  /** 单位名称 */
  unit_name: string
  /** 学年的起始年 */
  year: number
  /** 标准包里的定期报告标识 */
  rule_id: string
  /** 名称 */
  title: string
  /** 报告提纲标识 */
  outline: string
  /** 报给谁 */
  receiver: string
  /** 多久一次的依据 */
  basis: string
  /** 要写明的台账人数 */
  figures: string[]
  /** 哪一期，标识 */
  period_id: string
  /** 哪一期，名称 */
  period_title: string
  /** 这一期的末日 */
  ends_on: string
  /** 期限标识；期限尚未确定、没有计时的为空 */
  clock_id: string | null
  /** 报送过几次，0 为还没有报 */
  version: Generated<number>
  /** 最近一次报的是哪一天的人数 */
  stated_on: string | null
  /** 第一次报送之日；退回以后为重新报送之日，还没有重新报送的为空 */
  handed_in_on: string | null
  /** 最近报送人姓名 */
  handed_in_by: Generated<string>
  /** 建立时间 */
  planned_at: Instant
  /** 退回之日；重新报送以后为空 */
  returned_on: string | null
  /** 最近退回人姓名 */
  returned_by: Generated<string>
  /** 最近退回的理由 */
  return_reason: Generated<string>
}

export interface EnrolmentPeriodicChildrenRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 定期报告标识 */
  periodic_id: string
  /** 第几次报送 */
  version: number
  /** 序号，从 1 起 */
  line_no: number
  /** 单位在组织树中的路径 */
  org_path: string
  /** 哪本台账：children 适龄儿童，suspected 疑似辍学，cases 辍学 */
  ledger: string
  /** 台账里的行 */
  child: string
  /** 姓名，遮蔽 */
  name: string
  /** 那一天的状态 */
  state: string
}

export interface EnrolmentPeriodicVersionsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 定期报告标识 */
  periodic_id: string
  /** 第几次报送，从 1 起 */
  version: number
  /** 单位在组织树中的路径 */
  org_path: string
  /** 哪一天的人数 */
  stated_on: string
  /** 报送的人数 */
  stated: Json
  /** 报送时台账里那一天的人数 */
  counted: Json
  /** 说明 */
  says: Generated<string>
  /** 报送人标识 */
  person_id: string
  /** 报送人姓名 */
  person_name: string
  /** 报送时间 */
  handed_in_at: Instant
  /** 那一天没有学生名册、按另一份名册填的：那份名册的人数、学年、报送日期；没有为空 */
  near_roll: Json | null
}

export interface EnrolmentPlacementsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 儿童标识 */
  child_id: string
  /** 第几份 */
  holding_no: number
  /** 次序，各份相同 */
  record_no: number
  /** 掌握单位在组织树中的路径 */
  org_path: string
  /** 哪天 */
  on_day: string
  /** placed 安置，reviewed 复核后不变，ended 结束 */
  deed: string
  /** 安置方式，按标准包 */
  kind: string
  /** 安置方式名称 */
  title: string
  /** 是否送教上门 */
  is_at_home: boolean
  /** 学校单位标识 */
  school_id: string | null
  /** 学校名称 */
  school_name: Generated<string>
  /** 班级 */
  class: Generated<string>
  /** 谁决定的 */
  decided_by: string
  /** 专家委员会意见 */
  opinion: Generated<string>
  /** 理由 */
  reasons: Generated<string>
  /** 哪天以前复核 */
  review_on: string | null
  /** 按哪个标准包 */
  pack: string
  /** 标准包版本 */
  version: string
  /** 记录单位 */
  unit_name: string
  /** 记录人标识 */
  person_id: string
  /** 记录人姓名 */
  person_name: string
  /** 记录时间 */
  recorded_at: Instant
}

export interface EnrolmentProposalsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 标识 */
  proposal_id: string
  /** 县在组织树中的路径 */
  org_path: string
  /** 标准包 */
  pack_id: string
  /** 标准包里的比对 */
  match_id: string
  /** 比对名称 */
  match_title: string
  /** 年度（学年取起始年） */
  year: number
  /** 左边是哪张台账、哪个单位的 */
  left_title: string
  /** 右边是哪张台账、哪个单位的 */
  right_title: string
  /** 左边是谁：号码的索引，没有号码的为这一行的索引 */
  left_subject: string
  /** 右边是谁 */
  right_subject: string
  /** 左边的姓名、出生日期、性别、监护人、住址 */
  left_cells: Json
  /** 右边的姓名、出生日期、性别、监护人、住址 */
  right_cells: Json
  /** 左边的身份证号，加密 */
  left_number: Generated<string>
  /** 右边的身份证号，加密 */
  right_number: Generated<string>
  /** 像在哪里，不像在哪里 */
  reasons: Json
  /** 分数 */
  points: number
  /** 把握大 */
  is_sure: boolean
  /** 最近哪次比对还找到它 */
  last_run: string
  /** open 待确认，same 同一人，different 不是同一人，gone 已销 */
  state: Generated<string>
  /** 谁确认的；比对自己销的为系统 */
  settled_by: Generated<string>
  /** 什么时候确认 */
  settled_at: Instant | null
  /** 理由 */
  why: Generated<string>
  /** 以前怎样确认的，之后改了什么 */
  earlier: Generated<string>
}

export interface EvaluationCommentsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 批注标识 */
  comment_id: string
  /** 写批注时所看的评估；评估重做或清理后，批注仍保留 */
  run_id: string
  /** 标准包标识 */
  pack_id: string
  /** 年度 */
  year: number
  /** 要素或指标标识 */
  node: string
  /** 对象标识；空为整项指标 */
  subject: Generated<string>
  /** 写批注时对象的名称 */
  subject_name: Generated<string>
  /** 批注内容；撤回的行为空 */
  body: string
  /** 这一行撤回的是哪一条批注；空为批注本身 */
  retracts: string | null
  /** 批注人标识 */
  written_by: string
  /** 批注人姓名 */
  writer_name: string
  /** 批注时间 */
  written_at: Instant
  /** 所批注的对象在组织树中的路径 */
  org_path: string
}

export interface EvaluationDeliveriesRow {
  /** 上报的县（市）的行政区划代码 */
  county_code: string
  /** 上报标识 */
  delivery_id: string
  /** 第几步，从 1 起；1 是上报 */
  step: number
  /** 这一年这个标准包的第几次上报，从 1 起 */
  delivery_no: number
  /** 标准包标识 */
  pack_id: string
  /** 评估年度 */
  year: number
  /** 上报的是哪一次评估 */
  run_id: string
  /** 办了什么：sent 上报，withdrawn 撤回，confirmed 确认，returned 退回 */
  deed: string
  /** 理由或说明；退回、撤回和上报预览评估的必须写 */
  reason: Generated<string>
  /** 办理人标识 */
  done_by: string
  /** 办理人姓名 */
  doer_name: string
  /** 办理时间 */
  done_at: Instant
  /** 上报的县（市）在组织树中的路径 */
  org_path: string
}

export interface EvaluationDocumentsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评估标识 */
  run_id: string
  /** 文件名（相对于结果文件夹的路径） */
  name: string
  /** 文件标题 */
  title: string
  /** 文件类型（MIME） */
  media_type: string
  /** 文件内容 */
  content: Uint8Array
  /** 单位在组织树中的路径 */
  org_path: string
}

export interface EvaluationFiguresRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评估标识 */
  run_id: string
  /** 数字标识 */
  figure_id: string
  /** 次序：按标准包，再按对象 */
  figure_no: number
  /** 层级 */
  grain: string
  /** 要素或指标标识 */
  node: string
  /** 对象标识 */
  subject: string
  /** 数字：值、状态、标准、差额 */
  figure: Json
  /** 来历与引用它的句子 */
  content: Json
  /** 单位在组织树中的路径 */
  org_path: string
}

export interface EvaluationFindingsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评估标识 */
  run_id: string
  /** 序号，从 1 起 */
  finding_no: number
  /** 程度：error 拒收，check 核对不符，repair 已修正，note 提示 */
  level: string
  /** 问题种类 */
  code: string
  /** 问题说明 */
  message: string
  /** 处理建议 */
  advice: string | null
  /** 来源文件 */
  file: string | null
  /** 工作表 */
  sheet: string | null
  /** 单元格 */
  cell: string | null
  /** 台账标识 */
  register: string | null
  /** 列标识 */
  column_id: string | null
  /** 单位代码 */
  unit_code: string | null
  /** 单位名称 */
  unit_name: string | null
  /** 单位在组织树中的路径 */
  org_path: string
  /** 问题全文 */
  content: Json
}

export interface EvaluationGatheredRow {
  /** 汇总的市（省）的行政区划代码 */
  county_code: string
  /** 汇总的评估标识 */
  run_id: string
  /** 标准包里取数办法（gathers）的标识 */
  rule_id: string
  /** 年度 */
  year: number
  /** 下级行政区划代码 */
  member_code: string
  /** 下级名称 */
  member_name: string
  /** 采用的下级评估标识；空为没有上报 */
  member_run: string | null
  /** 来历中显示的文件名 */
  file: string
  /** 来历中显示的表名 */
  sheet: string
  /** 汇总的市（省）在组织树中的路径 */
  org_path: string
}

export interface EvaluationPricesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 单价标识 */
  price_id: string
  /** 什么的单价，与指标差距所计的资源同名 */
  of_title: string
  /** 计量单位 */
  unit: string
  /** 每单位多少元；空为撤下 */
  yuan: string | null
  /** once 一次性，yearly 每年 */
  per: string
  /** 测算依据 */
  source: string
  /** 从哪天起用 */
  since: string
  /** 录入人标识 */
  person_id: string
  /** 录入人姓名 */
  person_name: string
  /** 录入时间 */
  entered_at: Instant
  /** 县在组织树中的路径 */
  org_path: string
}

export interface EvaluationRunsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评估标识 */
  run_id: string
  /** 标准包标识 */
  pack_id: string
  /** 标准包内容哈希 */
  pack_hash: string
  /** 数据快照哈希 */
  snapshot_hash: string
  /** 年度 */
  year: number
  /** 县（市、区）名称 */
  county_name: Generated<string>
  /** 总结论：达标、未达标、待定等 */
  verdict: Generated<string>
  /** 性质：preview 预览（含未冻结数据），official 正式 */
  status: string
  /** 评估结果全文 */
  assessment: Json
  /** 计算时间 */
  created_at: Instant
  /** 单位在组织树中的路径 */
  org_path: string
}

export interface EvaluationScenariosRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 方案标识 */
  scenario_id: string
  /** 县在组织树中的路径 */
  org_path: string
  /** 标准包标识 */
  pack_id: string
  /** 评估年度 */
  year: number
  /** 方案名称，同县同标准同年度不重名 */
  title: string
  /** 说明 */
  note: Generated<string>
  /** 各条假设 */
  assumptions: Json
  /** 保存人标识 */
  person_id: string
  /** 保存人姓名 */
  person_name: string
  /** 最近保存时间 */
  saved_at: Instant
}

export interface EvaluationSourcesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 评估标识 */
  run_id: string
  /** 来历中显示的文件名；在线填报的为“在线填报/单位名称” */
  file: string
  /** 来历中显示的表名；上传的文件为空文字，表名以文件为准 */
  sheet: Generated<string>
  /** 填报标识 */
  submission_id: string
  /** 上传标识；空为在线填报 */
  upload_id: string | null
  /** 填报单位在组织树中的路径 */
  org_path: string
}

export interface IdentityAccountsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 人员标识 */
  person_id: string
  /** 登录名 */
  login_name: string
  /** 状态：waiting 待启用，active 在用，disabled 已停用 */
  status: string
  /** 口令的加盐散列，含算法与参数 */
  password_hash: string | null
  /** 以前口令的散列，防止重复使用 */
  password_history: Generated<string[]>
  /** 口令设置时间 */
  password_set_at: Instant | null
  /** 一次性启用码的散列 */
  secret_hash: string | null
  /** 一次性启用码的失效时间 */
  secret_expires_at: Instant | null
  /** 动态口令的种子（加密）；空为未启用 */
  totp_sealed: string | null
  /** 已用过的最后一个动态口令的时间步，防止重用 */
  totp_last_step: number | bigint | null
  /** 最近一次登录时间 */
  last_sign_in_at: Instant | null
  /** 示范县的演示账号，只能在本机演示时使用 */
  is_demo: Generated<boolean>
  /** 建立时间 */
  created_at: Instant
  /** 单位在组织树中的路径 */
  org_path: string
  /** 一次性启用码的发放人 */
  secret_issued_by: string | null
  /** 一次性启用码的发放时间 */
  secret_issued_at: Instant | null
  /** 管理员的启用码由谁确认，不得与发放人相同；空为还没有确认，还不能使用 */
  secret_confirmed_by: string | null
}

export interface IdentityDelegationsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 代办授权标识 */
  delegation_id: string
  /** 两人所在单位在组织树中的路径 */
  org_path: string
  /** 授权人标识 */
  giver_id: string
  /** 授权人姓名 */
  giver_name: string
  /** 代办人标识 */
  delegate_id: string
  /** 代办人姓名 */
  delegate_name: string
  /** 起始日期 */
  since: string
  /** 截止日期（不含当日） */
  until: string
  /** 原因：出差、休假等 */
  reason: string
  /** 授权时间 */
  made_at: Instant
  /** 收回时间 */
  withdrawn_at: Instant | null
}

export interface IdentityGrantsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 授权标识 */
  grant_id: string
  /** 岗位标识 */
  post_id: string
  /** 角色 */
  role: string
  /** 范围：这条组织路径及以下的数据 */
  scope_path: string
  /** 起始日期 */
  since: string
  /** 截止日期（不含当日）；空为至今 */
  until: string | null
  /** 状态：proposed 待复核，approved 已生效，rejected 未通过，withdrawn 已撤回 */
  status: string
  /** 授权理由 */
  reason: Generated<string>
  /** 提出人 */
  proposed_by: string
  /** 提出时间 */
  proposed_at: Instant
  /** 复核人，不得与提出人相同 */
  decided_by: string | null
  /** 复核时间 */
  decided_at: Instant | null
  /** 复核意见 */
  decision_reason: Generated<string>
  /** 岗位所在单位的组织路径 */
  org_path: string
}

export interface IdentityLoginNamesRow {
  /** 登录名 */
  login_name: string
  /** 县级行政区划代码 */
  county_code: string
  /** 人员标识 */
  person_id: string
}

export interface IdentityPeopleRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 人员标识 */
  person_id: string
  /** 人事关系所在单位 */
  unit_id: string
  /** 姓名 */
  name: string
  /** 姓名拼音首字母，供查找 */
  name_initials: Generated<string>
  /** 身份证件号码（加密，信封内含密钥版本） */
  id_number_sealed: string | null
  /** 身份证件号码的带密钥索引，供查找 */
  id_number_index: string | null
  /** 手机号码（加密，信封内含密钥版本） */
  phone_sealed: string | null
  /** 手机号码的带密钥索引，供查找 */
  phone_index: string | null
  /** 单位在组织树中的路径 */
  org_path: string
}

export interface IdentityRevealCountsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 查看的人 */
  person_id: string
  /** 日期 */
  day: string
  /** 次数 */
  reveals: number
  /** 查看的人所在单位的组织路径 */
  org_path: string
}

export interface IdentitySessionsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 会话令牌的 SHA-256；令牌本身不保存 */
  session_hash: string
  /** 人员标识 */
  person_id: string
  /** 登录时间 */
  started_at: Instant
  /** 最近活动时间 */
  seen_at: Instant
  /** 结束时间；空为未结束 */
  ended_at: Instant | null
  /** 结束方式：signed_out 退出，replaced 超过同时登录数，ended_by_administrator 管理员结束，expired 超时，account_changed 账号变动 */
  end_reason: string | null
  /** 来源地址 */
  address: string
  /** 浏览器 */
  browser: Generated<string>
  /** 单位在组织树中的路径 */
  org_path: string
}

export interface IdentitySignInFailuresRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 人员标识 */
  person_id: string
  /** 设备标识的散列；空文字为不认识的设备 */
  device: string
  /** 连续失败次数 */
  failures: number
  /** 锁定到何时 */
  locked_until: Instant | null
  /** 更新时间 */
  updated_at: Instant
  /** 单位在组织树中的路径 */
  org_path: string
}

export interface IdentityTenuresRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 任职标识 */
  tenure_id: string
  /** 岗位标识 */
  post_id: string
  /** 人员标识 */
  person_id: string
  /** 方式：holder 任职，substitute 代理（请假期间） */
  kind: string
  /** 起始日期 */
  since: string
  /** 截止日期（不含当日）；空为至今 */
  until: string | null
  /** 状态：proposed 待复核，approved 已生效，rejected 未通过，withdrawn 已撤回 */
  status: string
  /** 原因：任命、交接、请假代理 */
  reason: Generated<string>
  /** 提出人 */
  proposed_by: string
  /** 提出时间 */
  proposed_at: Instant
  /** 复核人，不得与提出人相同 */
  decided_by: string | null
  /** 复核时间 */
  decided_at: Instant | null
  /** 复核意见 */
  decision_reason: Generated<string>
  /** 交接：由这次任职接替的任职，生效时同日结束 */
  replaces_id: string | null
  /** 岗位所在单位的组织路径 */
  org_path: string
}

export interface OrganizationsAreasRow {
  /** 统计用区划代码，12 位；县及以上后六位为 0 */
  code: string
  /** 启用日期 */
  since: string
  /** 停用日期（不含当日）；空为在用 */
  until: string | null
  /** 级别：province 省，city 市，county 县，township 乡镇（街道），village 村（社区） */
  level: string
  /** 名称 */
  name: string
  /** 上级区划代码；省级为空 */
  parent_code: string | null
  /** 撤并后的承接区划代码 */
  successor_code: string | null
  /** 来源：文件名称与版本 */
  source: Generated<string>
}

export interface OrganizationsPostsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 岗位标识 */
  post_id: string
  /** 所在单位 */
  unit_id: string
  /** 岗位名称，如督导室主任、学校填报员 */
  title: string
  /** 撤销日期；空为在用 */
  closed_on: string | null
  /** 所在单位的组织路径 */
  org_path: string
}

export interface OrganizationsSuccessionsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 原单位 */
  from_unit_id: string
  /** 承接单位 */
  to_unit_id: string
  /** 方式：merge 合并，split 拆分 */
  kind: string
  /** 生效日期 */
  effective_on: string
  /** 批准文件或原因 */
  reason: string
  /** 原单位现在在组织树中的路径 */
  org_path: string
}

export interface OrganizationsUnitVersionsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 单位标识 */
  unit_id: string
  /** 起始日期 */
  since: string
  /** 截止日期（不含当日）；空为至今 */
  until: string | null
  /** 名称 */
  name: string
  /** 名称的拼音首字母，供查找 */
  name_initials: Generated<string>
  /** 当时的上级单位；县政府本级为空 */
  parent_id: string | null
  /** 所在区划代码 */
  area_code: string | null
  /** 办学类型，如小学、九年一贯制学校；非学校为空 */
  school_type: Generated<string>
  /** 从此日起变更的批准文件或原因 */
  reason: Generated<string>
  /** 单位现在在组织树中的路径 */
  org_path: string
}

export interface OrganizationsUnitsRow {
  /** 县级行政区划代码（市、省单位为市、省代码） */
  county_code: string
  /** 单位标识，也是组织路径中的一段；终身不变 */
  unit_id: string
  /** 类别：government 政府，department 部门，township 乡镇（街道），school 学校，kindergarten 幼儿园，inspection_area 督学责任区 */
  kind: string
  /** 学校标识码、统一社会信用代码或区划代码；没有为空 */
  code: Generated<string>
  /** 设立日期 */
  opened_on: string
  /** 撤销日期；空为在办 */
  closed_on: string | null
  /** 撤销的批准文件或原因 */
  closed_reason: Generated<string>
  /** 单位现在在组织树中的路径，决定谁能看它的数据；撤并后归入承接单位之下 */
  org_path: string
}

export interface PackDraftSavesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 草稿标识 */
  draft_id: string
  /** 保存次序 */
  revision: number
  /** 编写单位所在的县（市、区、省）在组织树中的路径 */
  org_path: string
  /** 保存人姓名 */
  saved_by: string
  /** 保存时间 */
  saved_at: Instant
}

export interface PackDraftTextsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 草稿标识 */
  draft_id: string
  /** 保存次序 */
  revision: number
  /** 文件在标准包文件夹里的路径 */
  path: string
  /** 编写单位所在的县（市、区、省）在组织树中的路径 */
  org_path: string
  /** 文件内容；为空表示这次删去了这个文件 */
  content: string | null
}

export interface PackDraftsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 草稿标识 */
  draft_id: string
  /** 编写单位所在的县（市、区、省）在组织树中的路径 */
  org_path: string
  /** 草稿名称 */
  title: string
  /** 据以起草的标准包标识；空白起草的为空 */
  base_pack: string | null
  /** 据以起草的标准包版本的内容哈希 */
  base_hash: string | null
  /** 保存次序：每保存一次加一，据此发现两人同时改动 */
  revision: Generated<number>
  /** 起草人姓名 */
  made_by: string
  /** 起草时间 */
  made_at: Instant
  /** 最近保存人姓名 */
  saved_by: string
  /** 最近保存时间 */
  saved_at: Instant
  /** 安装成的标准包标识；没有安装的为空 */
  installed_pack: string | null
  /** 安装成的版本的内容哈希 */
  installed_hash: string | null
  /** 安装时间 */
  installed_at: Instant | null
}

export interface PacksInstalledRow {
  /** 标准包标识 */
  pack_id: string
  /** 版本号 */
  version: string
  /** 标准包内容的哈希，评估据此锁定所用标准 */
  content_hash: string
  /** 标准包名称 */
  title: string
  /** 标准包全部内容 */
  content: Json
  /** 安装时间 */
  installed_at: Generated<Instant>
}

export interface PacksRegisterTablesRow {
  /** 台账数据表的名称 */
  table_name: string
  /** 标准包标识 */
  pack_id: string
  /** 台账标识 */
  register_id: string
  /** 代次：列的类型与旧表不相容时另建一代 */
  generation: number
  /** 台账名称 */
  title: string
  /** 台账各列的标识、名称与类型，恢复备份时据此重建数据表 */
  columns: Json
  /** 建立时间 */
  created_at: Generated<Instant>
  /** 以前的程序建的表还要补盲索引列的各列，由程序逐表补建；空值表示已补齐 */
  columns_to_index: string[] | null
}

export interface PlatformKeysRow {
  /** 密钥版本 */
  key_id: string
  /** 密钥的指纹，推不出密钥 */
  fingerprint: string
  /** 登记时间 */
  created_at: Instant
}

export interface PlatformMigrationsRow {
  /** 变更名称（时间-动词-名词） */
  name: string
  /** 变更内容的 SHA-256，用于发现事后改动 */
  checksum: string
  /** 执行时间 */
  applied_at: Generated<Instant>
}

export interface PlatformSettingsRow {
  /** 设置项 */
  name: string
  /** 设置值 */
  value: Json
  /** 修改时间 */
  changed_at: Instant
}

export interface ReportsCommentsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 报告标识 */
  report_id: string
  /** 意见标识 */
  comment_id: string
  /** 报告所说的单位在组织树中的路径 */
  org_path: string
  /** 针对的段落标识 */
  block: Generated<string>
  /** 针对的文字（当时） */
  quote: Generated<string>
  /** 意见 */
  body: Generated<string>
  /** 所处理的那条意见；空为一条新意见 */
  resolves: string | null
  /** 人员标识 */
  person_id: string
  /** 姓名 */
  person_name: string
  /** 时间 */
  said_at: Instant
}

export interface ReportsDraftsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 报告标识 */
  report_id: string
  /** 报告所说的单位在组织树中的路径 */
  org_path: string
  /** 数字出自哪一次评估 */
  run_id: string
  /** 标准包标识 */
  pack_id: string
  /** 标准包名称 */
  pack_title: string
  /** 评估年度 */
  year: number
  /** 提纲标识 */
  outline: string
  /** 类别，如 self_evaluation 自评报告 */
  kind: string
  /** 报告所说对象的粒度 */
  grain: string
  /** 报告所说的对象 */
  subject: string
  /** 对象名称 */
  subject_name: string
  /** 标题 */
  title: string
  /** 写成文件时的名称 */
  file_name: string
  /** 提纲限定的字数；空为不限 */
  max_characters: number | null
  /** 状态：writing 起草，review 送审，final 已签发 */
  state: string
  /** 进入此状态的时间 */
  state_at: Instant
  /** 办理人姓名 */
  state_by: string
  /** 送审人标识：不得自己签发 */
  sent_by: string | null
  /** 改动次数：按它辨认别人是否改过 */
  revision: number
  /** 正文：文字与数字的来历 */
  content: Json
  /** 数字更新后待复核的处数 */
  open_marks: number
  /** 最近保存人标识 */
  saved_by: string
  /** 最近保存人姓名 */
  saved_name: string
  /** 最近保存时间 */
  saved_at: Instant
  /** 建立时间 */
  started_at: Instant
}

export interface ReportsTemplatesRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 模板标识 */
  template_id: string
  /** 版本号，从1起 */
  version: number
  /** 县在组织树中的路径 */
  org_path: string
  /** 标准包标识：模板里的名称出自它 */
  pack_id: string
  /** 类别：file 文件，retired 停用 */
  kind: string
  /** 模板名称 */
  title: string
  /** 上传时的文件名 */
  file_name: string
  /** 文件内容（docx） */
  content: Uint8Array
  /** 文件内容的 SHA-256 */
  sha256: string
  /** 标记数 */
  tags: number
  /** 保存人标识 */
  person_id: string
  /** 保存人姓名 */
  person_name: string
  /** 保存时间 */
  saved_at: Instant
}

export interface ReportsVersionsRow {
  /** 县级行政区划代码 */
  county_code: string
  /** 报告标识 */
  report_id: string
  /** 版本号，从 1 起 */
  version: number
  /** 报告所说的单位在组织树中的路径 */
  org_path: string
  /** 当时数字出自哪一次评估 */
  run_id: string
  /** 留存原因：start 建立，keep 手动，refresh 更新数字前，send 送审，withdraw 撤回，return 退回，sign 签发，reopen 重新起草 */
  reason: string
  /** 说明或意见 */
  note: Generated<string>
  /** 当时的正文 */
  content: Json
  /** 签发的文件名 */
  file_name: string | null
  /** 签发的文件（docx） */
  file_content: Uint8Array | null
  /** 签发文件的 SHA-256 */
  sha256: string | null
  /** 办理人标识 */
  person_id: string
  /** 办理人姓名 */
  person_name: string
  /** 留存时间 */
  kept_at: Instant
}

export interface Tables {
  appraisal_adjustments: AppraisalAdjustmentsRow
  appraisal_appeals: AppraisalAppealsRow
  appraisal_appraisals: AppraisalAppraisalsRow
  appraisal_assignments: AppraisalAssignmentsRow
  appraisal_events: AppraisalEventsRow
  appraisal_evidence: AppraisalEvidenceRow
  appraisal_items: AppraisalItemsRow
  appraisal_letters: AppraisalLettersRow
  appraisal_opinions: AppraisalOpinionsRow
  appraisal_outcome_strikes: AppraisalOutcomeStrikesRow
  appraisal_outcomes: AppraisalOutcomesRow
  appraisal_publications: AppraisalPublicationsRow
  appraisal_rankings: AppraisalRankingsRow
  appraisal_ranks: AppraisalRanksRow
  appraisal_result_items: AppraisalResultItemsRow
  appraisal_results: AppraisalResultsRow
  archive_catalogues: ArchiveCataloguesRow
  archive_events: ArchiveEventsRow
  archive_links: ArchiveLinksRow
  archive_needs: ArchiveNeedsRow
  archive_papers: ArchivePapersRow
  archive_quotas: ArchiveQuotasRow
  archive_requests: ArchiveRequestsRow
  archive_texts: ArchiveTextsRow
  archive_versions: ArchiveVersionsRow
  audit_chains: AuditChainsRow
  audit_events: AuditEventsRow
  claims_checks: ClaimsChecksRow
  claims_marks: ClaimsMarksRow
  clocks_calendar_years: ClocksCalendarYearsRow
  clocks_clocks: ClocksClocksRow
  clocks_events: ClocksEventsRow
  clocks_firings: ClocksFiringsRow
  collection_cell_changes: CollectionCellChangesRow
  collection_countersigns: CollectionCountersignsRow
  collection_county_checks: CollectionCountyChecksRow
  collection_county_findings: CollectionCountyFindingsRow
  collection_explanations: CollectionExplanationsRow
  collection_files: CollectionFilesRow
  collection_findings: CollectionFindingsRow
  collection_pack_moves: CollectionPackMovesRow
  collection_periods: CollectionPeriodsRow
  collection_reminders: CollectionRemindersRow
  collection_requests: CollectionRequestsRow
  collection_returned_cells: CollectionReturnedCellsRow
  collection_sheets: CollectionSheetsRow
  collection_submissions: CollectionSubmissionsRow
  collection_task_events: CollectionTaskEventsRow
  collection_tasks: CollectionTasksRow
  collection_uploads: CollectionUploadsRow
  desk_notice_reminders: DeskNoticeRemindersRow
  desk_notice_units: DeskNoticeUnitsRow
  desk_notices: DeskNoticesRow
  desk_receipts: DeskReceiptsRow
  duties_bodies: DutiesBodiesRow
  duties_contacts: DutiesContactsRow
  duties_decisions: DutiesDecisionsRow
  duties_events: DutiesEventsRow
  duties_meeting_changes: DutiesMeetingChangesRow
  duties_meetings: DutiesMeetingsRow
  duties_members: DutiesMembersRow
  duties_milestones: DutiesMilestonesRow
  duties_plans: DutiesPlansRow
  duties_pledge_reminders: DutiesPledgeRemindersRow
  duties_pledges: DutiesPledgesRow
  duties_promises: DutiesPromisesRow
  duties_proposals: DutiesProposalsRow
  duties_record_changes: DutiesRecordChangesRow
  duties_tasks: DutiesTasksRow
  duties_visits: DutiesVisitsRow
  enrolment_care_children: EnrolmentCareChildrenRow
  enrolment_care_files: EnrolmentCareFilesRow
  enrolment_care_plans: EnrolmentCarePlansRow
  enrolment_care_visits: EnrolmentCareVisitsRow
  enrolment_case_files: EnrolmentCaseFilesRow
  enrolment_case_papers: EnrolmentCasePapersRow
  enrolment_definitions: EnrolmentDefinitionsRow
  enrolment_destructions: EnrolmentDestructionsRow
  enrolment_diagnoses: EnrolmentDiagnosesRow
  enrolment_events: EnrolmentEventsRow
  enrolment_exports: EnrolmentExportsRow
  enrolment_findings: EnrolmentFindingsRow
  enrolment_handovers: EnrolmentHandoversRow
  enrolment_holdings: EnrolmentHoldingsRow
  enrolment_lessons: EnrolmentLessonsRow
  enrolment_limits: EnrolmentLimitsRow
  enrolment_match_results: EnrolmentMatchResultsRow
  enrolment_match_runs: EnrolmentMatchRunsRow
  enrolment_periodic: EnrolmentPeriodicRow
  enrolment_periodic_children: EnrolmentPeriodicChildrenRow
  enrolment_periodic_versions: EnrolmentPeriodicVersionsRow
  enrolment_placements: EnrolmentPlacementsRow
  enrolment_proposals: EnrolmentProposalsRow
  evaluation_comments: EvaluationCommentsRow
  evaluation_deliveries: EvaluationDeliveriesRow
  evaluation_documents: EvaluationDocumentsRow
  evaluation_figures: EvaluationFiguresRow
  evaluation_findings: EvaluationFindingsRow
  evaluation_gathered: EvaluationGatheredRow
  evaluation_prices: EvaluationPricesRow
  evaluation_runs: EvaluationRunsRow
  evaluation_scenarios: EvaluationScenariosRow
  evaluation_sources: EvaluationSourcesRow
  identity_accounts: IdentityAccountsRow
  identity_delegations: IdentityDelegationsRow
  identity_grants: IdentityGrantsRow
  identity_login_names: IdentityLoginNamesRow
  identity_people: IdentityPeopleRow
  identity_reveal_counts: IdentityRevealCountsRow
  identity_sessions: IdentitySessionsRow
  identity_sign_in_failures: IdentitySignInFailuresRow
  identity_tenures: IdentityTenuresRow
  organizations_areas: OrganizationsAreasRow
  organizations_posts: OrganizationsPostsRow
  organizations_successions: OrganizationsSuccessionsRow
  organizations_unit_versions: OrganizationsUnitVersionsRow
  organizations_units: OrganizationsUnitsRow
  pack_draft_saves: PackDraftSavesRow
  pack_draft_texts: PackDraftTextsRow
  pack_drafts: PackDraftsRow
  packs_installed: PacksInstalledRow
  packs_register_tables: PacksRegisterTablesRow
  platform_keys: PlatformKeysRow
  platform_migrations: PlatformMigrationsRow
  platform_settings: PlatformSettingsRow
  reports_comments: ReportsCommentsRow
  reports_drafts: ReportsDraftsRow
  reports_templates: ReportsTemplatesRow
  reports_versions: ReportsVersionsRow
}
