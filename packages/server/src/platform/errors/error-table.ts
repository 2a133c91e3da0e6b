/** One refused request: HTTP status, exit code of the command line, what is wrong and what to do next. */
interface ErrorEntry {
  readonly status: number
  readonly exit: number
  /** Chinese; `{name}` is replaced by the parameter. */
  readonly says: string
  readonly advice: string
}

/** Every way a request or command is refused. The only place where codes, statuses and sentences meet. */
export const errorTable = {
  'request.invalid': { status: 400, exit: 2, says: '请求的内容不符合要求：{reason}', advice: '请按提示改正后重试。' },
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
  'internal.bug': {
    status: 500,
    exit: 70,
    says: '程序内部出错，操作没有完成。',
    advice: '请把发生的时间和所做的操作告诉系统管理员。',
  },
  'command.usage': { status: 400, exit: 2, says: '{reason}', advice: '运行 eduduty {command} --help 查看用法。' },
  'file.unreadable': { status: 400, exit: 2, says: '无法读取 {path}：{reason}', advice: '请检查路径和权限后重试。' },
  'file.refused': {
    status: 400,
    exit: 2,
    says: '无法读写 {path}：{reason}',
    advice: '请换一个可以读写的位置，或请管理这台机器的人处理后重试。',
  },
  'serve.port_taken': {
    status: 503,
    exit: 2,
    says: '端口 {port} 已被其他程序占用。',
    advice: '请关闭占用端口的程序，或用 --port 换一个端口。',
  },
  'serve.no_login': {
    status: 403,
    exit: 2,
    says: '目前还没有登录功能，不能在 {host} 上对外提供服务。',
    advice: '只在本机使用时请去掉 --host；确认网络中人人可看时，加上 --allow-without-login。',
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
  'backup.exists': {
    status: 409,
    exit: 2,
    says: '文件 {file} 已存在，不会覆盖。',
    advice: '请换一个文件名，或先移走原文件。',
  },
  'pack.bad_identifier': {
    status: 400,
    exit: 2,
    says: '标准包中的标识 {id} 不能用作数据表或列的名称。',
    advice: '标识只能由小写字母、数字、下划线组成，并以字母开头。',
  },
  'assess.no_data': {
    status: 400,
    exit: 2,
    says: '{folder} 中没有认出任何可用的数据{why}。',
    advice: '请检查文件夹是否正确；表头与模板不同的，请用 --map 给出对照文件。',
  },
  'assess.out_taken': {
    status: 409,
    exit: 2,
    says: '{folder} 里已有别的文件，不会覆盖。',
    advice: '请用 --out 指定一个空的或以前由本命令写出的文件夹。',
  },
  'assess.out_inside': {
    status: 400,
    exit: 2,
    says: '结果文件夹不能放在所读的文件夹里面，否则下次会把结果当作数据。',
    advice: '请用 --out 指定另一个文件夹。',
  },
  'evaluation.run_not_found': {
    status: 404,
    exit: 2,
    says: '没有这次评估。',
    advice: '请先运行 eduduty assess，或在列表中选择一次评估。',
  },
  'evaluation.figure_not_found': {
    status: 404,
    exit: 2,
    says: '这次评估中没有数字 {figure}。',
    advice: '请从指标树或学校表中点开数字。',
  },
  'evaluation.cell_not_found': {
    status: 404,
    exit: 2,
    says: '没有保存 {file} 中“{sheet}”表 {cell} 周围的内容。',
    advice: '请直接打开原文件查看。',
  },
  'evaluation.document_not_found': {
    status: 404,
    exit: 2,
    says: '这次评估没有文件 {name}。',
    advice: '请从文件列表中选择。',
  },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof errorTable
