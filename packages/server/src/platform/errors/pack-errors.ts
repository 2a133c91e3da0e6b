import type { ErrorEntry } from './error-entry.ts'

/** Refusals of standards packs: reading, installing, and moving a period to another version. */
export const packErrors = {
  'pack.not_installed': {
    status: 409,
    exit: 2,
    says: '数据库里还没有标准包 {pack} 的台账表。',
    advice: '请用数据库所有者的登录运行 eduduty pack install {pack}。',
  },
  'pack.version_not_found': {
    status: 404,
    exit: 2,
    says: '没有安装这个版本的标准包。',
    advice: '请从“标准包”列表重新进入。',
  },
  'pack.not_offered': {
    status: 404,
    exit: 2,
    says: '程序的 packs 目录里没有标准包 {pack}。',
    advice: '请系统管理员把标准包文件夹放进 packs/ 目录，再重试。',
  },
  'pack.has_mistakes': {
    status: 409,
    exit: 2,
    says: '标准包 {pack} 有 {count} 处错误，没有安装：{mistakes}',
    advice: '请按所列文件和行号改正，用 eduduty pack validate {pack} 检查通过后再安装。',
  },
  'pack.bad_identifier': {
    status: 400,
    exit: 2,
    says: '标准包中的标识 {id} 不能用作数据表或列的名称。',
    advice: '标识只能由小写字母、数字、下划线组成，并以字母开头。',
  },
  'pack.version_taken': {
    status: 409,
    exit: 2,
    says: '标准包 {pack} 的 {version} 版已经安装，内容与这份草稿不同。',
    advice: '请在“标准包说明”里换一个没有用过的版本号，再安装。',
  },
  'pack.draft_not_found': {
    status: 404,
    exit: 2,
    says: '没有这份标准包草稿。',
    advice: '可能已被删除，请从“标准包”页面的草稿列表重新进入。',
  },
  'pack.draft_installed': {
    status: 409,
    exit: 2,
    says: '草稿“{title}”已经安装，不能再改。',
    advice: '请从已安装的版本另起一份草稿，接着改。',
  },
  'pack.draft_stale': {
    status: 409,
    exit: 2,
    says: '这份草稿刚被{by}改过，与您看到的不同，没有保存。',
    advice: '您的改动还在页面上：请先看对方改了什么，再决定怎样合并。',
  },
  'pack.draft_whole_area': {
    status: 403,
    exit: 2,
    says: '您的授权只到一部分单位，不能为全县编写标准包。',
    advice: '请由授权到全县的督导办人员编写。',
  },
  'pack.draft_wrong': {
    status: 409,
    exit: 2,
    says: '草稿还有 {count} 处错误，算不出来。',
    advice: '请先按“错误”一栏改正。',
  },
  'pack.trial_of_another': {
    status: 409,
    exit: 2,
    says: '上报期“{title}”用的是另一个标准包，不能用这份草稿试算。',
    advice: '请选用同一个标准包的上报期。',
  },
  'pack.draft_unreadable': {
    status: 409,
    exit: 2,
    says: '草稿还不能写成工作簿：{reason}',
    advice: '请先按“错误”一栏改正，或改为下载 zip。',
  },
  'pack.draft_file': {
    status: 400,
    exit: 2,
    says: '没有保存：{reason}。',
    advice: '请改正后再保存：{advice}。',
  },
  'pack.move_stale': {
    status: 409,
    exit: 2,
    says: '“{title}”的标准包版本刚被别人换过，与您看到的不同。',
    advice: '请刷新页面，重新预览后再办理。',
  },
  'pack.move_same': { status: 409, exit: 2, says: '上报期用的就是这个版本。', advice: '请选另一个版本。' },
  'pack.move_refused': {
    status: 409,
    exit: 2,
    says: '不能更换标准包版本：{why}。',
    advice: '这个上报期请继续用现在的版本，另开一个上报期使用新版本。',
  },
  'pack.undo_refused': {
    status: 409,
    exit: 2,
    says: '更换以后已有数据填在新增的栏里，撤销会使它们没有地方放，不能撤销：{why}。',
    advice: '确需撤销的，请填报单位先清空这些格；已冻结的不能撤销。',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
