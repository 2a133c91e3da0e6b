/** Words of the page for the county's leaders: one sheet of paper. */
export const briefMessages = {
  title: '领导一页',
  purpose: '一张纸看清：哪里没达标、谁的责任、差多少、谁还没报；可直接打印',
  unit: '写在各项数值后',
  heading: (county: string, year: number) => `${county} ${year} 年度评估情况`,
  subtitle: (pack: string, day: string, status: string) => `${pack}　${day}　${status}`,
  status: { preview: '预览（含未冻结的数据）', official: '正式评估' },
  counts: (counts: { all: number; met: number; unmet: number; undecided: number }) =>
    `${counts.all} 项中达标 ${counts.met} 项、未达标 ${counts.unmet} 项、待定 ${counts.undecided} 项`,
  coverage: (reported: number, expected: number) => `评估所用数据 ${reported} / ${expected} 份（评估时的）`,
  red: '未达标的项目',
  redNone: '没有未达标的项目。',
  more: (n: number) => `另有 ${n} 项，见“评估总览”。`,
  columns: { title: '项目', now: '现状', standard: '要求', gap: '补齐要多少', responsible: '责任单位' },
  schools: (unmet: number, all: number, names: readonly string[], more: boolean) =>
    `${unmet} / ${all} 个未达标${names.length === 0 ? '' : `：${names.join('、')}${more ? '等' : ''}`}`,
  levelUp: (up: { total: string; unit: string; schools: number; floor: string }) =>
    `共增加 ${up.total}${up.unit}（${up.schools} 个单位提到 ${up.floor}）`,
  costNote:
    '金额按本县自己测算的单价折算，没有文件核实，只供参考；“未定价”的没有录入单价，只列实物缺口（见“单价表”）。',
  turns: '比上次评估的变化',
  turnsSince: (day: string, year: number) => `与 ${day} 的评估（${year} 年度）相比`,
  turnsNone: '各项判断都没有变化。',
  turnsFirst: '这是第一次评估，没有可比的上一次。',
  turnsRules: '两次所用的标准包内容不同，变化里可能有口径的原因。',
  andMore: (n: number) => `等 ${n} 项`,
  turnedRed: '新变为未达标',
  turnedGreen: '已变为达标',
  turnedOpen: '变为待定',
  owing: '还欠的数据',
  owingUnits: (n: number, shown: number) => `${n} 个单位还没有报${n > shown ? `，最早到期的 ${shown} 个` : ''}：`,
  owingDecides: '以下数据补齐，待定的项目即可判定',
  submitted: (done: number, all: number, overdue: number) =>
    `正在上报的已报 ${done} / 应报 ${all} 张${overdue === 0 ? '' : `，逾期 ${overdue} 张`}。`,
  owingNone: '正在上报的数据都已报送。',
  dueOn: (day: string) => `截至 ${day}（含当日）`,
  overdue: (day: string) => `${day} 到期，已逾期`,
  moreForms: (n: number) => `另有 ${n} 份`,
  effects: '一票否决、降等与封顶',
  effectsClear: (n: number) => `${n} 项均未触发。`,
  effectsStruck: (titles: readonly string[]) => `已触发：${titles.join('、')}。`,
  effectsOpen: (titles: readonly string[]) => `尚不能判断：${titles.join('、')}。`,
} as const
