interface Office {
  readonly unit: string
  readonly people: number
  readonly names: readonly string[]
}

/** Offices named at once. */
const NAMED = 3

/** 石桥镇 白若溪、县教育局（3 人可办）等 5 个单位 */
function officesText(offices: readonly Office[]): string {
  const shown = offices
    .slice(0, NAMED)
    .map(({ unit, people, names }) =>
      people > names.length ? `${unit}（${people} 人可办）` : `${unit} ${names.join('、')}`,
    )
  return `${shown.join('；')}${offices.length > NAMED ? `等 ${offices.length} 个单位` : ''}`
}

/** Words of the page on which one table is filled and reviewed. */
export const fillMessages = {
  back: '上报任务',
  headTitle: (no: string, title: string) => (no === '' ? title : `${no}　${title}`),
  thisYear: (year: number) => `${year} 年度`,
  lastYear: '上年同期',
  row: (no: number) => `第 ${no} 行`,
  /** What a row is, without its counting word: 一名教职工 → 教职工. */
  rowTitle: (rowIs: string) => (/^一.../.test(rowIs) ? rowIs.slice(2) : rowIs || '行'),
  /** As the server says it, of what the page found itself. */
  notYet: (table: string, hard: number, cells: number, blank: number) =>
    `《${table}》还不能上报：${[
      hard > 0 ? `强制性错误 ${hard} 条` : '',
      cells > 0 ? `填写不合要求 ${cells} 格` : '',
      blank > 0 ? `必填未填 ${blank} 格` : '',
    ]
      .filter((part) => part !== '')
      .join('，')}。请按右侧问题清单逐条改正后再上报。`,
  notSent: (table: string) => `《${table}》本机核对没有强制性错误，保存到服务器后可以上报。`,
  facts: {
    unit: '单位',
    period: '报告期',
    state: '状态',
    holder: '当前办理',
    filled: '填报',
    check: '审核错误',
    version: '第几版',
    filledText: (filled: number, blank: number) => {
      if (filled === 0) return '还没有填报'
      return blank === 0 ? `${filled} 格，已填全` : `${filled} 格，还空 ${blank} 格`
    },
    vacant: (step: string) => `${step}（还没有人可办，请系统管理员安排岗位人员）`,
    freezing: '冻结',
    desk: (step: string, offices: readonly Office[]) => `${step}：${officesText(offices)}`,
    absent: (step: string, name: string, offices: readonly Office[]) =>
      `${step}：已转给${name}，但其现在不能办理，请由${officesText(offices)}改派`,
    until: (day: string) => `，到 ${day}`,
    version_no: (version: number) => `第 ${version} 版`,
  },
  lock: {
    title: '已锁定',
    ask: '申请',
    unknown: '现在不能修改。',
    reader: '本表由填报单位填写，您只能查看。',
  },
  request: {
    open: {
      extension: '已申请延期，等督导办答复',
      correction: '已申请更正，等督导办答复',
      unlock: '已申请开放其他格，等审核人答复',
    },
    of: { extension: '申请延期', correction: '申请更正', unlock: '申请解锁' },
    by: (by: string, reason: string) => `${by}：${reason}`,
    cells: (columns: readonly string[], count: number) =>
      `${columns
        .slice(0, 3)
        .map((title) => `“${title}”`)
        .join('、')}${columns.length > 3 ? `等 ${count} 格` : ''}`,
    agree: { extension: '同意并调整期限', correction: '同意并开放更正', unlock: '同意并开放' },
    refuse: '不同意',
  },
  onlyReturned:
    '这次只退回了部分格，与它们有强制性关系的格一并开放，其余各格保持锁定；确需改动的，在右栏“本格”里点“申请解锁本格”。',
  notReturned: '这次没有退回这一格，单位现在不能改。',
  asked: '已申请解锁，等审核人处理；同意前保持锁定。',
  notTaken: '内容不合要求，未予采用；请按“本格”里的填报说明改正。',
  returnedBecause: (reason: string, due: string) => `退回：${reason}（限 ${due} 前改正）`,
  notApplicable: (isRoster: boolean) => `按本${isRoster ? '行' : '表'}已填的内容，这一格不用填。`,
  save: {
    allSaved: '全部已保存',
    saving: (count: number) => `正在保存 ${count} 格…`,
    waiting: (count: number) => `${count} 格待发送`,
    notKept: '这台电脑不允许浏览器保存未发送的内容，请不要关闭本页，直到显示“全部已保存”。',
    unreachable: (count: number) => `连不上服务器，${count} 格已存在本机，网络恢复后自动发送。`,
    signedOut: (count: number) => `登录已失效，${count} 格已存在本机，重新登录后接着保存。`,
    refused: (why: string) => `未能保存：${why}`,
    retry: '再试一次',
    signIn: '重新登录',
    discard: '放弃未保存的内容',
    discardTitle: '放弃这些没有保存的内容？',
    discardHint: '放弃后恢复为服务器上的内容，不能撤销。',
    conflicts: (count: number) => `${count} 格与别人填的不一致`,
    choose: '逐格选定',
  },
  session: {
    title: '登录已失效',
    hint: (count: number) =>
      `您填的 ${count} 格已存在这台电脑上，没有丢。请在新标签页重新登录，再回到这里继续；不要关闭本页。`,
    open: '在新标签页登录',
    go: '我已登录，继续',
    later: '稍后',
    notYet: '还没有登录，请先在新标签页登录。',
    other: '新登录的不是同一个人：本页将重新打开，原来未保存的内容留给原来的人。',
  },
  actions: {
    submit: '上报',
    approve_first: '初审通过',
    approve: '审核通过',
    freeze: '冻结',
    return: '退回',
    more: '更多',
    withdraw: '撤回',
    extension: '申请延期',
    correction: '申请更正',
    correct: '开放更正',
    hand_on: '转办',
    countersign: '请求会签',
    print: '打印',
    printBlank: '打印空表',
    done: {
      submit: '已上报',
      approve_first: '已初审通过',
      approve: '已审核通过',
      freeze: '已冻结',
      return: '已退回',
      withdraw: '已撤回，可以继续修改',
      correct: '已开放更正，形成新的一版',
      request: '已提出申请',
      refuse: '已答复不同意',
      unlock: '已开放申请的格',
      handOn: '已转办',
      countersign: '已发出会签请求',
    },
    unsaved: (count: number) => `还有 ${count} 格没有保存到服务器，请稍等或先处理再上报。`,
  },
  opinion: {
    field: '意见（可不填）',
    submitTitle: (title: string) => `上报《${title}》`,
    submitHint: '上报后交审核人，不能再改；审核开始前可以撤回。',
    approve_firstTitle: (title: string) => `初审通过《${title}》`,
    approve_firstHint: '通过后交复审。',
    approveTitle: (title: string) => `审核通过《${title}》`,
    approveHint: '通过后等待冻结；冻结前仍可退回。',
    freezeTitle: (title: string) => `冻结《${title}》`,
    freezeHint: '冻结后作为正式数据用于评估，形成不可改动的一版；以后要改，须由单位申请更正。',
  },
  reason: {
    field: '理由',
    rule: '请写明理由（2 到 500 字）',
    withdrawTitle: '撤回',
    withdrawHint: '审核开始前可以撤回修改，改好后重新上报。',
    extensionTitle: '申请延期',
    extensionHint: '写明为什么不能按期完成、需要延到哪一天。督导办答复前期限不变。',
    correctionTitle: '申请更正',
    correctionHint: '写明哪一格、原来是多少、应改为多少、为什么。同意后形成新的一版，已发布的结果会标出受影响之处。',
    correctTitle: '开放更正',
    correctHint: '开放后单位可以修改，形成新的一版；原来冻结的一版保留不变。',
    askUnlockTitle: (column: string) => `申请解锁“${column}”`,
    askUnlockHint: '写明原来填的是什么、应改为什么、为什么。审核人同意前这一格保持锁定；同意后只开放这一格。',
    unlockTitle: '开放申请的格',
    unlockHint: '只开放单位申请的那些格，其余保持锁定；改完由单位重新上报。',
    refuseTitle: '不同意申请',
    refuseHint: '理由会告诉申请的单位。',
  },
  panel: {
    fold: '收起右栏',
    unfold: '展开右栏',
    tabs: {
      problems: (count: number) => (count === 0 ? '问题' : `问题 ${count}`),
      cell: '本格',
      events: '办理过程',
      files: '文件',
    },
  },
  roster: {
    addRows: '加行',
    addTitle: '在末尾加几行',
    count: '行数',
    added: (count: number) => `已加 ${count} 行`,
    remove: '删行',
    removeTitle: (row: string) => `删除“${row}”`,
    removeHint: '整行删除，理由记入办理过程。',
    removed: '已删除',
    pickFirst: '请先选中要删除的行',
    range: (from: number, to: number, total: number) => `第 ${from}–${to} 行，共 ${total} 行`,
    previous: '前一页',
    next: '后一页',
    empty: '还没有行',
    emptyAdvice: '按“加行”逐行填写，或到右栏“文件”下载模板，填好后整表上传。',
    emptyRead: '填报单位还没有填写。',
    find: '找姓名、班级…',
    finding: '正在查找…',
    onlyProblems: '只看有问题的',
    notFound: '没有符合的行',
    notFoundAdvice: '换一个词，或清除筛选；身份证号、电话要写全。',
    past: '这一页没有行了，请翻到前面',
  },
  print: {
    line: (unit: string, period: string, state: string) => `填报单位：${unit}　　报告期：${period}　　状态：${state}`,
    sign: '填报人：　　　　　　　　审核人：　　　　　　　　单位负责人：　　　　　　　　（公章）',
  },
} as const
