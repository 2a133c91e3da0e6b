import type { ErrorEntry } from './error-entry.ts'

/** Evidence: catalogues, needs, papers. */
export const archiveErrors = {
  'archive.whole_county': {
    status: 403,
    exit: 2,
    says: '全县的佐证目录只能由负责全县的岗位办理。',
    advice: '请县督导办办理。',
  },
  'archive.county_not_found': {
    status: 404,
    exit: 2,
    says: '没有这个县（市、区）的佐证档案，或者不在您的管理范围。',
    advice: '请从“佐证档案”重新进入。',
  },
  'archive.pack_not_found': {
    status: 422,
    exit: 2,
    says: '没有标准包“{pack}”。',
    advice: '请从清单里选一个标准包。',
  },
  'archive.pack_asks_nothing': {
    status: 422,
    exit: 2,
    says: '标准包“{pack}”没有写要交哪些佐证材料。',
    advice: '请换一个标准包，或在标准包草稿里给指标补上佐证材料。',
  },
  'archive.catalogue_exists': {
    status: 409,
    exit: 2,
    says: '这个标准包 {year} 年已经有佐证目录。',
    advice: '请在已有的目录里接着做。',
  },
  'archive.catalogue_not_found': {
    status: 404,
    exit: 2,
    says: '没有这份佐证目录。',
    advice: '请从“佐证档案”重新进入。',
  },
  'archive.catalogue_closed': {
    status: 409,
    exit: 2,
    says: '佐证目录“{title}”已经结束，不能再改。',
    advice: '要改的话，请县督导办重新打开。',
  },
  'archive.need_not_found': {
    status: 404,
    exit: 2,
    says: '没有这项佐证要求。',
    advice: '目录可能已经更新，请刷新后再选。',
  },
  'archive.copy_of_other': {
    status: 409,
    exit: 2,
    says: '这个文件已经归档为“{title}”，是另一份责任书（{pledge}）的签订本。',
    advice: '请核对是不是选错了文件；一次扫了几份的，请分开扫描后再上传。',
  },
  'archive.paper_not_found': {
    status: 404,
    exit: 2,
    says: '没有这份材料，或者不在您的管理范围。',
    advice: '请刷新清单后再选。',
  },
  'archive.version_not_found': {
    status: 404,
    exit: 2,
    says: '这份材料没有这个版本。',
    advice: '请刷新后再选版本。',
  },
  'archive.unit_not_found': {
    status: 404,
    exit: 2,
    says: '没有这个单位，它已经撤销，或者不在您的管理范围。',
    advice: '请重新选择保管单位。',
  },
  'archive.file_refused': {
    status: 422,
    exit: 2,
    says: '“{name}”没有收下：{reason}。',
    advice: '请按提示处理后重新上传。',
  },
  'archive.quota_reached': {
    status: 422,
    exit: 2,
    says: '“{unit}”的空间不够：上限 {quota} MB，已用 {used} MB。',
    advice: '请压缩图片后再传，或请系统管理员提高上限。',
  },
  'archive.same_version': {
    status: 409,
    exit: 2,
    says: '这个文件与现行版本一模一样。',
    advice: '不用再传；要改著录请用“修改著录”。',
  },
  'archive.paper_withdrawn': {
    status: 409,
    exit: 2,
    says: '“{title}”已经撤下，不能再用。',
    advice: '需要它的话，请重新上传。',
  },
  'archive.not_linked': {
    status: 404,
    exit: 2,
    says: '这份材料没有用于这项要求。',
    advice: '请刷新后再办。',
  },
  'archive.reason_missing': {
    status: 422,
    exit: 2,
    says: '没有写理由。',
    advice: '请写明理由。',
  },
  'archive.replaced_meanwhile': {
    status: 409,
    exit: 2,
    says: '“{title}”刚刚换了新版，您看的是旧版。',
    advice: '请看过新版再审阅。',
  },
  'archive.own_upload': {
    status: 403,
    exit: 2,
    says: '“{title}”是您上传的，要由别人审阅。',
    advice: '请同事或上级审阅。',
  },
  'archive.own_unit': {
    status: 403,
    exit: 2,
    says: '“{unit}”的材料不能由本单位自己审阅。',
    advice: '请上级单位或县督导办审阅。',
  },
  'archive.due_past': {
    status: 422,
    exit: 2,
    says: '期限 {day} 已经过了。',
    advice: '请写今天或以后的日子。',
  },
  'archive.nothing_to_request': {
    status: 409,
    exit: 2,
    says: '所选的要求都已经齐全或不需要，没有要催的。',
    advice: '请在“只看没有齐的”里选。',
  },
  'archive.reason_to_read': {
    status: 403,
    exit: 2,
    says: '“{title}”含有{class}，没有遮盖。',
    advice: '请写明为什么要看；理由会记入审计记录。',
  },
  'archive.file_lost': {
    status: 410,
    exit: 2,
    says: '“{title}”的文件损坏或丢失，打不开。',
    advice: '请保管单位重新上传；系统管理员可以从备份恢复。',
  },
  'archive.no_font': {
    status: 503,
    exit: 2,
    says: '服务器上没有能用的中文字体，做不了 PDF 合订本。',
    advice:
      '请系统管理员安装中文字体（如 fonts-noto-cjk、文泉驿正黑，Windows 自带宋体），或用环境变量 EDUDUTY_PDF_FONT 指定一个 ttf、otf 或 ttc 字体文件后重新启动。合订本的 docx 照常可用。',
  },
  'archive.font_refused': {
    status: 503,
    exit: 2,
    says: '环境变量 EDUDUTY_PDF_FONT 指定的字体 {file} 不能用：{reason}。',
    advice: '请系统管理员换成一个允许嵌入的中文字体文件后重新启动。合订本的 docx 照常可用。',
  },
  'archive.volume_too_large': {
    status: 409,
    exit: 2,
    says: '要并入的材料共 {megabytes} MB，超过一册 {most} MB 的上限。',
    advice: '请选一个单位，分册制作；系统管理员可以用环境变量 EDUDUTY_VOLUME_MB 调高上限。',
  },
} as const satisfies Record<string, ErrorEntry>
