/** Words of the page on which a county decides limits of casework, and of the notes on other pages that some are open. */
export const limitMessages = {
  title: '期限和次数',
  purpose:
    '全国文件没有规定的期限、劝返次数、走访间隔和保管年限，由县一次确定；尚未确定的，只作记录，不计时、不限次数、不销毁',
  back: '返回个案列表',
  none: '没有要由县确定的期限和次数',
  noneAdvice: '标准包里的每一项都有文件依据。',
  allDecided: '各项都已确定。',
  open: (n: number) => `还有 ${n} 项尚未确定`,
  waiting: (cases: number, reports: number, children: number) =>
    `因此没有计时：在办个案 ${cases} 件、定期报告 ${reports} 份、关爱走访 ${children} 人。确定以后，从进入这一阶段（或这一期末日、上次走访或立方案）那天算起，已过的提醒和逐级告知随后补上，不重复。`,
  kept: '修改后，已开始计时的不变，自下一阶段、下一件、下一次走访起执行。',
  ask: (people: readonly string[]) =>
    people.length === 0 ? '请县教育局或督导办确定。' : `请找${people.join('、')}确定。`,
  columns: { title: '事项', suggested: '建议值', source: '建议的来源', says: '提醒和逐级告知', decided: '本县规定' },
  unverified: '未核实',
  decidedOf: (amount: string, document: string, dated: string | undefined) =>
    `${amount}，${document}${dated === undefined ? '' : `（${dated}）`}`,
  noSuggestion: '没有',
  enteredBy: (by: string, on: string) => `${by} ${on} 录入`,
  undecided: '未定',
  adopt: '采用全部建议值',
  adoptHint:
    '把尚未确定、有建议值的各项都填成建议值，还可以修改；没有建议值的自己填；写好依据的文件，再点“确定”。空着的仍作尚未确定。',
  change: '修改已确定的',
  document: '依据的文件（名称、文号）',
  dated: '文件的日期',
  datedRule: '请写文件的日期',
  ok: '确定',
  empty: '请先填至少一项，或点“采用全部建议值”',
  mostRule: (most: string) => `不能超过${most}`,
  amountLabel: (title: string) => `${title}：多少`,
  unitLabel: (title: string) => `${title}：单位`,
  done: (limits: number, cases: number, reports: number, children: number) =>
    `已确定 ${limits} 项${cases + reports + children === 0 ? '' : `；${cases} 件个案、${reports} 份定期报告、${children} 人的走访开始计时`}`,
  note: {
    label: '期限未定',
    cases: (n: number) => `期限未定：本县有 ${n} 项期限、次数尚未确定；个案照常立案、办理、记录，有关的期限不计时。`,
    reports: (n: number) => `期限未定：本县有 ${n} 项定期报告的期限尚未确定；照常报送，不计时。`,
    care: (n: number) => `走访间隔未定：本县有 ${n} 类儿童多久走访一次尚未确定；照常立方案、登记走访，不计时、不催。`,
    retention: () => '保管年限未定：本县销案后的保管年限尚未确定，暂不销毁。',
    go: '去确定',
  },
} as const
