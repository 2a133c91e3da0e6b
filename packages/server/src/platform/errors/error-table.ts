import { appraisalErrors } from './appraisal-errors.ts'
import { archiveErrors } from './archive-errors.ts'
import { careErrors } from './care-errors.ts'
import { clockErrors } from './clock-errors.ts'
import { collectionErrors } from './collection-errors.ts'
import { deskErrors } from './desk-errors.ts'
import { draftErrors } from './draft-errors.ts'
import { dutyErrors } from './duty-errors.ts'
import { enrolmentErrors } from './enrolment-errors.ts'
import type { ErrorEntry } from './error-entry.ts'
import { evaluationErrors } from './evaluation-errors.ts'
import { fileErrors } from './file-errors.ts'
import { limitErrors } from './limit-errors.ts'
import { matchErrors } from './match-errors.ts'
import { organizationErrors } from './organization-errors.ts'
import { packErrors } from './pack-errors.ts'
import { peopleErrors } from './people-errors.ts'
import { periodicErrors } from './periodic-errors.ts'
import { reportErrors } from './report-errors.ts'
import { signInErrors } from './sign-in-errors.ts'
import { yearlyErrors } from './yearly-errors.ts'

/** Every way a request or command is refused. The only place where codes, statuses and sentences meet. */
export const errorTable = {
  ...appraisalErrors,
  ...archiveErrors,
  ...careErrors,
  ...clockErrors,
  ...collectionErrors,
  ...deskErrors,
  ...dutyErrors,
  ...enrolmentErrors,
  ...evaluationErrors,
  ...fileErrors,
  ...draftErrors,
  ...limitErrors,
  ...matchErrors,
  ...organizationErrors,
  ...packErrors,
  ...peopleErrors,
  ...periodicErrors,
  ...reportErrors,
  ...signInErrors,
  ...yearlyErrors,
  'request.invalid': { status: 400, exit: 2, says: '请求的内容不符合要求：{reason}', advice: '请按提示改正后重试。' },
  'request.no_such_day': {
    status: 400,
    exit: 2,
    says: '日期不存在。',
    advice: '请检查月份和日，改正后重试，例如二月没有 30 日。',
  },
  'request.no_file': {
    status: 400,
    exit: 2,
    says: '没有文件，或文件是空的。',
    advice: '请选一个有内容的文件再上传；刚在别处改过的，先保存并关闭。',
  },
  'request.not_found': {
    status: 404,
    exit: 2,
    says: '没有找到所请求的内容。',
    advice: '请检查地址是否正确，或返回首页重新进入。',
  },
  'request.too_large': { status: 413, exit: 2, says: '上传的内容超过允许的大小。', advice: '请拆分后分批上传。' },
  'request.unsupported_media': {
    status: 415,
    exit: 2,
    says: '不支持这种内容格式。',
    advice: '请以 JSON 或表单文件的方式提交。',
  },
  'request.refused': {
    status: 400,
    exit: 2,
    says: '请求未被接受。',
    advice: '请刷新页面后重试；仍不成功时请联系系统管理员。',
  },
  'request.busy': { status: 503, exit: 2, says: '系统正忙或正在关闭，请求没有执行。', advice: '请稍候几秒再试。' },
  'access.signed_out': { status: 401, exit: 2, says: '还没有登录，或登录已失效。', advice: '请重新登录后再试。' },
  'access.denied': {
    status: 403,
    exit: 2,
    says: '您的岗位没有这项权限。',
    advice: '确因工作需要的，请联系安全管理员授权。',
  },
  'access.foreign_page': {
    status: 403,
    exit: 2,
    says: '请求不是从本系统的页面发出的，没有执行。',
    advice: '请刷新页面后重试。',
  },
  'access.set_password': { status: 403, exit: 2, says: '口令需要更换。', advice: '请先设置新口令，再继续使用。' },
  'access.set_totp': { status: 403, exit: 2, says: '需要启用动态口令。', advice: '请先绑定动态口令，再继续使用。' },
  'keys.unreadable': {
    status: 503,
    exit: 2,
    says: '密钥文件 {path} 无法读取，或内容不完整。',
    advice: '请从密钥的备份恢复这个文件；没有它，加密的证件号码与电话无法读出。',
  },
  'keys.unknown_version': {
    status: 503,
    exit: 2,
    says: '密钥文件里没有版本 {id}。',
    advice: '请换上建立这些数据时使用的密钥文件。',
  },
  'keys.wrong': {
    status: 503,
    exit: 2,
    says: '密钥文件与数据库不是一套（版本 {id} 的指纹不同）。',
    advice: '请用 --keys 指定与这个数据库一起建立的密钥文件。',
  },
  'audit.sink_unwritable': {
    status: 503,
    exit: 2,
    says: '审计检查点无法写入（{reason}），为保证操作可追查，现在不接受任何改动。',
    advice: '可以继续查看。请系统管理员腾出磁盘空间或找回检查点文件，恢复后即可继续办理。',
  },
  'audit.checkpoints_unreadable': {
    status: 503,
    exit: 2,
    says: '检查点文件 {file} 无法读取：{reason}',
    advice: '请检查路径和权限；文件不在密钥目录时，请用 --checkpoints 指定。',
  },
  'internal.bug': {
    status: 500,
    exit: 70,
    says: '程序内部出错，操作没有完成。',
    advice: '请把发生的时间和所做的操作告诉系统管理员。',
  },
  'command.usage': { status: 400, exit: 2, says: '{reason}', advice: '运行 eduduty {command} --help 查看用法。' },
  'serve.port_taken': {
    status: 503,
    exit: 2,
    says: '端口 {port} 已被其他程序占用。',
    advice: '请关闭占用端口的程序，或用 --port 换一个端口。',
  },
  'serve.bad_certificate': {
    status: 503,
    exit: 2,
    says: '证书 {cert} 与私钥 {key} 不能用来启用 HTTPS。',
    advice: '请检查两个文件都是 PEM 格式、互相配对、私钥没有口令；证书文件里应含中间证书。',
  },
  'serve.demo_open': {
    status: 403,
    exit: 2,
    says: '演示身份不用口令，不能在 {host} 上对外提供。',
    advice: '请去掉 --host 只在本机演示，或去掉 --demo。',
  },
  'database.locked': {
    status: 503,
    exit: 2,
    says: '数据目录 {folder} 正被另一个履教通进程使用（进程号 {pid}，主机 {host}，{since} 起）。',
    advice: '请先关闭那个进程，再重新运行；同一数据目录同一时间只能由一个进程打开。',
  },
  'database.lock_unclear': {
    status: 503,
    exit: 2,
    says: '数据目录 {folder} 中的锁文件 {file} 无法辨认其主人是否还在运行。',
    advice: '请确认没有其他进程（含其他主机、容器）使用该目录，再删除这个锁文件后重试。',
  },
  'database.not_created': {
    status: 503,
    exit: 2,
    says: '{folder} 中没有履教通数据库。',
    advice: '请检查 --data 指向的目录，或先运行 eduduty serve 建立数据库。',
  },
  'database.foreign_folder': {
    status: 503,
    exit: 2,
    says: '{folder} 中的数据库不完整，无法打开（缺少 {file}）。',
    advice: '请不要手工改动数据目录；如有备份，请用 eduduty db restore 恢复到一个新目录。',
  },
  'database.newer': {
    status: 503,
    exit: 3,
    says: '数据库由更新版本的履教通建立（含本程序不认识的结构变更 {name}）。',
    advice: '请换用更新版本的程序；旧版本不会改动这个数据库。',
  },
  'database.outdated': {
    status: 503,
    exit: 2,
    says: '数据库结构还有 {count} 项变更没有执行。',
    advice: '请先备份，再运行 eduduty db migrate。',
  },
  'database.migration_changed': {
    status: 503,
    exit: 70,
    says: '结构变更 {name} 执行后其内容被改动过，校验不一致。',
    advice: '请使用未经改动的发行包。',
  },
  'database.unreachable': {
    status: 503,
    exit: 2,
    says: '连接不上数据库服务器：{reason}',
    advice: '请检查 DATABASE_URL、网络和数据库服务是否已启动。',
  },
  'database.too_old': {
    status: 503,
    exit: 2,
    says: '数据库服务器版本过低（{version}）。',
    advice: '请使用 PostgreSQL 15 或更新的版本。',
  },
  'database.lost': {
    status: 503,
    exit: 70,
    says: '数据库引擎已停止（{reason}），最后一项操作是否完成不能确定。',
    advice: '请检查磁盘空间和磁盘状况，重新启动程序后核对最后一项操作。',
  },
  'database.short_of_resources': {
    status: 503,
    exit: 2,
    says: '数据库读写文件时出错，内容没有保存。',
    advice: '请系统管理员检查磁盘状况、内存和允许同时打开的文件数（ulimit -n，建议不少于 4096），处理后再试。',
  },
  'database.restarting': {
    status: 503,
    exit: 2,
    says: '数据库引擎停止后正在重新启动，这次没有执行。',
    advice: '请稍候几秒再试；如果一直这样，请系统管理员检查磁盘空间和磁盘状况。',
  },
  'database.runaway': {
    status: 503,
    exit: 2,
    says: '数据库处理一项操作超过 {seconds} 秒，已被强行终止，最后一项操作是否完成不能确定。',
    advice: '请稍候几秒，刷新后核对这项操作是否已完成，没有完成的缩小范围再试。',
  },
  'database.interrupted': {
    status: 503,
    exit: 2,
    says: '与数据库的连接中断，最后一项操作是否完成不能确定。',
    advice: '请稍候几秒，刷新后核对这项操作是否已完成，没有完成的再做一次。',
  },
  'database.too_slow': {
    status: 503,
    exit: 2,
    says: '这项操作用时过长，已被终止，没有执行。',
    advice: '请缩小范围后再试；如果经常这样，请联系系统管理员。',
  },
  'database.refused': {
    status: 404,
    exit: 2,
    says: '没有找到所请求的内容，或它不在当前身份的范围之内。',
    advice:
      '请检查范围是否正确。在数据库服务器上升级、备份、恢复、搬迁和安装标准包，要用数据库所有者的登录（DATABASE_URL）。',
  },
  'database.wrong_role': {
    status: 503,
    exit: 2,
    says: '登录角色 {role} 不能用来提供服务：{reason}。',
    advice: '请用数据库所有者的登录运行 eduduty db migrate，把它给出的 DATABASE_URL 用于提供服务和评估。',
  },
  'database.not_maintainer': {
    status: 503,
    exit: 2,
    says: '登录角色 {role} 看不到全部数据，不能做这项维护。',
    advice: '请把 DATABASE_URL 换成数据库所有者（运行过 eduduty db migrate 的登录）后重试。',
  },
  'database.no_role_rights': {
    status: 503,
    exit: 2,
    says: '登录角色 {role} 无权建立或授予数据库角色。',
    advice:
      '请数据库管理员执行 ALTER ROLE {role} CREATEROLE；如果角色已由别人建立，再执行 GRANT eduduty_app, eduduty_app_several, eduduty_app_scattered, eduduty_maintainer TO {role} WITH ADMIN OPTION。',
  },
  'database.contention': {
    status: 503,
    exit: 2,
    says: '多人同时改动同一内容，这次没有执行。',
    advice: '请稍候几秒，刷新后再试。',
  },
  'database.disk_full': {
    status: 507,
    exit: 2,
    says: '磁盘空间已满，内容没有保存。',
    advice: '请联系系统管理员清理磁盘后再试。',
  },
  'database.not_durable': {
    status: 503,
    exit: 2,
    says: '数据目录 {folder} 所在的存储不能保证断电后数据不丢。',
    advice: '请把数据目录放在本机磁盘上，或改用 PostgreSQL 服务器（DATABASE_URL）。',
  },
  'database.not_empty': {
    status: 409,
    exit: 2,
    says: '目标数据库不是空的（表 {table} 中已有数据）。',
    advice: '请换一个空的数据目录或空的数据库。',
  },
  'backup.damaged': { status: 400, exit: 1, says: '备份文件 {file} 已损坏：{reason}', advice: '请换用另一份备份。' },
  'backup.files_damaged': {
    status: 400,
    exit: 1,
    says: '备份旁边的佐证文件有 {files} 个已损坏：{named}。还没有恢复任何内容。',
    advice: '请换用完好的副本；实在没有的，移走这些文件再恢复，用到它们的材料会标为损坏，等单位重新上传。',
  },
  'backup.exists': {
    status: 409,
    exit: 2,
    says: '文件 {file} 已存在，不会覆盖。',
    advice: '请换一个文件名，或先移走原文件。',
  },
  'desk.backup_elsewhere': {
    status: 409,
    exit: 2,
    says: '数据在数据库服务器上，不能在本页备份。',
    advice: '请用数据库所有者的登录运行 eduduty db backup，或用服务器自己的备份工具。',
  },
  'desk.backup_running': {
    status: 409,
    exit: 2,
    says: '正在备份，不能同时再做一份。',
    advice: '请等这一份完成后再试。',
  },
  'backup.foreign_keys': {
    status: 409,
    exit: 2,
    says: '备份 {file} 要用密钥 {wanted}（指纹 {fingerprint}），密钥文件 {keys} 里没有它。',
    advice:
      '请把原来机器上的密钥文件（通常名为 keys.json）拷来，并用 --keys 指明；没有它，证件号码和动态口令永远读不出来。',
  },
  'backup.no_space': {
    status: 507,
    exit: 2,
    says: '{folder} 所在磁盘只剩 {free} MB，这项操作大约需要 {needed} MB。',
    advice: '请清理磁盘，或换一个空间够的位置。',
  },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof errorTable
