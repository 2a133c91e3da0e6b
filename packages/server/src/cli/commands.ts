import type { Command, RunCommand } from './command.ts'

/** Every command, in the order of the help text. */
export const commands: readonly Command[] = [
  {
    name: 'assess',
    summary: '主要工作：读一个文件夹的工作簿，给出结论、申报表、自评报告和数字来历',
    usage: [
      'assess 文件夹 [--pack 标识或目录] [--out 结果文件夹] [--map 对照.yaml] [--year 2025]',
      '              [--data 数据目录] [--county 行政区划代码] [--wait 秒] [--json]',
      '  --out    缺省为原文件夹旁边的“…-评估结果”；写完才出现，不会只有一半',
      '  --data   同时存入嵌入式数据库，供 serve 查看；设了 DATABASE_URL 时存入数据库服务器',
      '  --wait   数据库正被别的程序占用时，最多等它多少秒；缺省不等',
    ],
    load: async () => (await import('../evaluation/index.ts')).runAssessCommand,
  },
  {
    name: 'demo',
    summary: '写出演示县的工作簿',
    usage: [
      'demo [--out 文件夹] [--late] [--rosters] [--duty] [--statistics] [--json]   每次写出的内容完全相同；缺省写到 ./demo',
      '  --late   连同迟交的学校一起写出',
      '  --rosters   连同花名册和部门情况表（标准包 duty-registers）一起写出',
      '  --duty      再加上履职评价和乡镇、部门考核的各张表（标准包 county-duty、township-duty、department-duty）',
      '  --statistics  连同2025年教育事业统计的工作簿和读它们的表式一起写出，几处与填报表不一致',
      'demo --staff [--data 数据目录]          在数据库里建立演示县的机构与演示账号',
      'demo --collection [--data 数据目录]     在数据库里为演示县开放一个上报期，须先有机构',
      'demo --appraisal [--data 数据目录]      在数据库里评估演示县的乡镇并开展评议，须先有机构',
      'demo --enrolment [--data 数据目录]      在数据库里录入演示县两个乡镇的控辍保学名册，须先有机构',
      'demo --enrolment --out 文件夹           把这些名册写成可以自己导入的工作簿',
      '  录入数据库的各项可以一起给出，按机构、评议、上报期、名册的顺序建立',
    ],
    load: async () => (await import('../demo/index.ts')).runDemoCommand,
  },
  {
    name: 'statistics',
    summary: '读教育事业统计（教基）工作簿：取到哪些数，与填报表是否一致',
    usage: [
      'statistics 文件或文件夹 [--pack 标准包] [--map 对照.yaml] [--year 2022] [--out 文件夹] [--json]',
      '  文件夹里同时有填报表的，逐校逐项核对；评估时 assess 自己会读，不必先运行',
      '  --out   写出核对表，并把读不出的统计表标红写回；缺省只在屏幕上说明',
      '  --map   对照文件，可在 statistics 里增加新一年的表式',
    ],
    load: async () => (await import('../evaluation/index.ts')).runStatisticsCommand,
  },
  {
    name: 'check-report',
    summary: '核对一份报告里的数字：合计、增幅、占比、人均、前后是否一致',
    usage: [
      'check-report 报告.docx [--against 评估] [--subject 名称] [--data 数据目录] [--compare 另一份报告] [--json]',
      '  报告       .docx、.txt 或 .html，按内容识别；有误时退出码为 1',
      '  --against  assess 写出的结果文件夹，或数据库里一次评估的标识（latest 为最近一次）：报告里的数与系统的数逐个核对',
      '  --subject  这份报告是哪所学校、哪个乡镇或部门的，照评估里的名称写；不写时从标题和落款里找',
      '  --data     评估所在的嵌入式数据库，缺省为 ./data；设了 DATABASE_URL 时用数据库服务器',
      '  --compare  另一份报告（上一年的、上一稿的）：列出变了的数，变化超过一半的存疑',
    ],
    load: async () => (await import('../claims/index.ts')).runCheckReportCommand,
  },
  {
    name: 'report',
    summary: '由留存的评估写出报告、汇报幻灯片、部门备答手册',
    usage: [
      'report 评估 [--outline 提纲] [--unit 单位] [--format docx|pptx|briefing] [--out 文件] [--json]',
      '  评估       评估的标识，或 latest；须已用 assess --data 存入，或在网页上评估过',
      '  --outline  提纲的标识；不给时列出这次评估能写的报告',
      '  --unit     按乡镇、部门、学校写的提纲给出单位的代码或名称',
      '  --format   docx 报告（缺省），pptx 汇报幻灯片，briefing 部门备答手册；后两种不用给提纲',
      '  另可加 --data 数据目录、--keys 密钥文件（嵌入式数据库须先停止 serve）；同一次评估每次写出的文件逐字节相同',
    ],
    load: async () => (await import('../reports/index.ts')).runReportCommand,
  },
  {
    name: 'template',
    summary: '写出一份填报模板（带下拉列表和说明）',
    usage: [
      'template 台账 [--pack 标准包] [--out 文件.xlsx] [--vertical]',
      '  台账        标识或名称；不给时列出标准包里的全部台账',
      '  --vertical  官方竖式表（序号、类别、填报项目、单位、填报值），缺省为一行一条记录的横表',
    ],
    load: async () => (await import('../collection/index.ts')).runTemplateCommand,
  },
  {
    name: 'import',
    summary: '把一个文件导入上报任务（报表或名册），错处标红写回',
    usage: [
      'import 文件 --register 台账 --org 单位代码 --period 上报期 [--map 对照.yaml] [--dry-run] [--json]',
      '  --register  台账的标识或名称；--org 单位的代码、标识或名称；--period 上报期的标识、名称或年度',
      '  --dry-run   只检查，不写入；有错时照样写出标红的副本',
      '  --map       表头与模板不同时的对照文件',
      '  有错时在原文件旁写出“…-退回修改.xlsx”，从不覆盖已有的文件；再次导入同一文件不会重复',
      '  另可加 --data 数据目录、--keys 密钥文件（嵌入式数据库须先停止 serve）',
      'import 文件 --register 台账 --org 单位代码 --period 年度 --dry-run --pack 标准包   不用数据库，只按标准包检查',
    ],
    load: async () => (await import('../collection/index.ts')).runImportCommand,
  },
  {
    name: 'pack',
    summary: '标准包：列出、检查、比较、证明只收紧、安装台账表',
    usage: [
      'pack list [--json]                  列出已有的标准包',
      'pack validate 标准包 [--json]       检查一个标准包，指出每处错误',
      'pack diff 旧包 新包 [--json]        说明两个标准包的差别',
      'pack prove 细化包 [--json]          逐条说明细化包对上级标准包是收紧还是放宽',
      'pack export-xlsx 标准包 文件.xlsx   把标准包写成工作簿，一张表一个部分，供在表格软件里改',
      'pack import-xlsx 文件.xlsx 文件夹   把工作簿写回标准包；有一处错误时什么也不写',
      'pack install [标准包…]              在数据库里建立台账表，须由数据库所有者运行；不写名称时为全部',
      '  标准包   标识，或文件夹',
    ],
    load: async () => (await import('../packs/index.ts')).runPackCommand,
  },
  {
    name: 'formula',
    summary: '计算一个公式',
    usage: [
      'formula 公式 [--data 数据.json] [--engine js|sql] [--explain] [--json]',
      '  --data     {"values": {名称: 值}, "rows": {台账: [{列: 值}]}}，null 表示未报',
      '  --engine   js 在程序里计算（缺省）；sql 把汇总交给数据库',
      '  --explain  说明是怎样算出来的',
    ],
    load: loadFormula,
  },
  {
    name: 'serve',
    summary: '启动网页和接口',
    usage: [
      'serve [--port 5173] [--host 127.0.0.1] [--data 数据目录] [--keys 密钥文件] [--pool 10] [--demo]',
      '      [--tls-cert 证书.pem --tls-key 私钥.pem] [--trust-proxy 10.1.0.5]',
      '  --data   嵌入式数据库所在目录，缺省为 ./data；设了 DATABASE_URL 时用数据库服务器',
      '  --keys   密钥文件，缺省在数据目录旁边；请另外备份，丢了它加密的内容再也读不出来',
      '  --host   缺省只供本机使用；0.0.0.0 供网内其他机器使用，这时请启用 HTTPS',
      '  --pool   数据库服务器的连接数上限',
      '  --trust-proxy  前面的反向代理的地址或网段，几个用逗号分开；限速和审计据此认出真正的客户端',
      '  --demo   登录页列出演示县的演示身份，点一下即可进入；只能在本机使用',
    ],
    load: async () => (await import('./serve-command.ts')).runServeCommand,
  },
  {
    name: 'db',
    summary: '数据库：状态、升级、备份、恢复、核验、搬迁',
    usage: [
      'db status [--data 数据目录] [--json]              数据库在哪里、断电安全与否、结构是否最新',
      'db migrate [--data 数据目录] [--new-app-password] 执行尚未执行的结构变更；在服务器上同时建立提供服务用的登录角色',
      'db backup --out 文件.zip [--data 数据目录]        备份',
      'db restore 文件.zip [--data 新数据目录] [--keys 密钥文件]  恢复到空的数据库；要有备份时的密钥',
      'db verify [文件.zip] [--data 数据目录] [--json]   核验备份文件；不给文件时核验数据库',
      'db move --to postgres://… [--data 数据目录]       把嵌入式数据库搬到数据库服务器',
      '  不给 --data 时：设了 DATABASE_URL 用数据库服务器，否则用 ./data',
    ],
    load: async () => (await import('./db/run-db-command.ts')).runDbCommand,
  },
  {
    name: 'organizations',
    summary: '组织机构：导入、导出单位名册与行政区划',
    usage: [
      'organizations import 文件 --county 行政区划代码 [--areas] [--dry-run] [--from 日期] [--marked 文件.xlsx] [--json]',
      'organizations export --county 行政区划代码 --out 文件.xlsx|.csv [--areas] [--as-of 日期]',
      '  --areas    行政区划；缺省为单位名册',
      '  --dry-run  只看会发生什么，不写入；有一处错误时整个文件都不写入',
      '  --from     没有写明日期的，从何日起；缺省为今年 1 月 1 日',
      '  --marked   有错误时把文件写回，错处标红',
      '  另可加 --data 数据目录、--keys 密钥文件（嵌入式数据库须先停止 serve）',
    ],
    load: async () => (await import('../organizations/index.ts')).runOrganizationsCommand,
  },
  {
    name: 'account',
    summary: '账号：没有管理员能办时，在服务器上发放启用码',
    usage: [
      'account code 登录名 --reason 原因 [--data 数据目录] [--keys 密钥文件] [--json]',
      '  管理员忘记口令、又没有另一名管理员可以发放或确认启用码时使用；不须确认，记入审计',
      '  嵌入式数据库须先停止 serve；设了 DATABASE_URL 时用数据库服务器',
    ],
    load: async () => (await import('../identity/index.ts')).runAccountCommand,
  },
  {
    name: 'audit',
    summary: '审计记录：核验有没有被改动',
    usage: [
      'audit verify [备份.zip] [--data 数据目录] [--keys 密钥文件] [--checkpoints 检查点文件] [--json]',
      'audit public-key [--keys 密钥文件]   检查点签名的公钥',
      '  备份.zip       核验备份文件里的审计记录；不给时核验数据库（嵌入式数据库须先停止 serve）',
      '  --checkpoints  缺省为密钥文件旁（或 EDUDUTY_AUDIT_SINK 所指文件夹）的 audit-checkpoints.jsonl',
    ],
    load: async () => (await import('../audit/index.ts')).runAuditCommand,
  },
]

/** The formula slice takes plain writing functions instead of streams. */
async function loadFormula(): Promise<RunCommand> {
  const { runFormulaCommand } = await import('../formula/index.ts')
  return (argv, io) =>
    runFormulaCommand(argv, {
      cwd: io.cwd,
      stdout: (text) => io.stdout.write(text),
      stderr: (text) => io.stderr.write(text),
    })
}
