/** Words of the page on which a county decides limits of casework, and of the notes on other pages that some are open. */
export const limitMessages = {
  title: '期限和次数',
  link: '期限和次数',
  purpose: '全国文件没有规定的期限、劝返次数和保管年限，由县一次确定；没有定的只记录，不计时、不卡次数、不销毁',
  back: '返回个案列表',
  none: '没有要由县确定的期限和次数',
  noneAdvice: '标准包里的每一项都有文件依据。',
  allDecided: '各项都已确定。',
  open: (n: number) => `还有 ${n} 项没有定`,
  waiting: (cases: number, reports: number) =>
    `因此没有计时：在办个案 ${cases} 件、定期报告 ${reports} 份。确定以后，从进入这一阶段（或这一期末日）那天算起，已过的提醒和逐级告知随后补上，不重复。`,
  kept: '改了以后，正在计时的不变，下一阶段、下一件起照新的办。',
  ask: (people: readonly string[]) =>
    people.length === 0 ? '请县教育局或督导办确定。' : `请找${people.join('、')}确定。`,
  columns: { title: '事项', suggested: '建议值', source: '建议的来源', says: '提醒和逐级告知', decided: '本县定的' },
  gradeOf: (grade: string) => (grade === 'U' ? '未核实' : `${grade}级`),
  amountOf: (amount: number, unit: string) => `${amount}${unitWords[unit] ?? unit}`,
  unitOf: (unit: string) => unitWords[unit] ?? unit,
  decidedOf: (amount: string, document: string, dated: string) => `${amount}，${document}（${dated}）`,
  enteredBy: (by: string, on: string) => `${by} ${on} 录入`,
  undecided: '未定',
  adopt: '采用全部建议值',
  adoptHint: '把没有定的各项都填成建议值，还可以改；写好依据的文件，再点“确定”。空着的仍然算没有定。',
  change: '修改已定的',
  document: '依据的文件（名称、文号）',
  documentRule: '请写本县依据哪份文件',
  dated: '文件的日期',
  datedRule: '请写文件的日期',
  ok: '确定',
  empty: '请先填至少一项，或点“采用全部建议值”',
  amountRule: '请写1以上的整数',
  amountLabel: (title: string) => `${title}：多少`,
  unitLabel: (title: string) => `${title}：单位`,
  done: (limits: number, cases: number, reports: number) =>
    `已确定 ${limits} 项${cases + reports === 0 ? '' : `；${cases} 件个案、${reports} 份定期报告开始计时`}`,
  note: {
    label: '期限未定',
    cases: (n: number) => `期限未定：本县有 ${n} 项期限、次数还没有定；个案照常立案、办理、记录，有关的期限不计时。`,
    reports: (n: number) => `期限未定：本县有 ${n} 项定期报告的期限还没有定；照常报送，不计时。`,
    retention: () => '保管年限未定：本县还没有定销案后保管几年，什么都不销毁。',
    go: '去确定',
  },
} as const

const unitWords: Readonly<Record<string, string>> = {
  自然日: '天',
  工作日: '个工作日',
  月: '个月',
  年: '年',
  次: '次',
}
