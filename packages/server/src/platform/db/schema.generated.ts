// Generated from a migrated database by `npm run generate`; do not edit.
import type { ColumnType, Generated } from 'kysely'

/** Read as ISO text in UTC; written as a Date or text. */
type Instant = ColumnType<string, Date | string, Date | string>
/** Read as parsed JSON; written as JSON text. */
type Json = ColumnType<unknown, string, string>

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
  /** 状态：draft 填报中，submitted 已上报，returned 已退回，verified 已审核，frozen 已冻结 */
  status: string
  /** 所更正的旧填报 */
  supersedes: string | null
  /** 来源文件标识 */
  file_id: string | null
  /** 来源工作表序号 */
  sheet_no: number | null
  /** 单位在组织树中的路径 */
  org_path: Generated<string>
  /** 建立时间 */
  created_at: Instant
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
  org_path: Generated<string>
  /** 问题全文 */
  content: Json
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
}

export interface PlatformMigrationsRow {
  /** 变更名称（时间-动词-名词） */
  name: string
  /** 变更内容的 SHA-256，用于发现事后改动 */
  checksum: string
  /** 执行时间 */
  applied_at: Generated<Instant>
}

export interface Tables {
  collection_files: CollectionFilesRow
  collection_sheets: CollectionSheetsRow
  collection_submissions: CollectionSubmissionsRow
  evaluation_documents: EvaluationDocumentsRow
  evaluation_figures: EvaluationFiguresRow
  evaluation_findings: EvaluationFindingsRow
  evaluation_runs: EvaluationRunsRow
  packs_installed: PacksInstalledRow
  packs_register_tables: PacksRegisterTablesRow
  platform_migrations: PlatformMigrationsRow
}
