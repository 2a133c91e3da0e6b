import type { AnswerRow, Answers } from '../answers.ts'
import { county } from '../county.ts'
import { hundredths } from '../school-figures.ts'

interface StageMoney {
  readonly stage: string
  readonly pupils: number
  readonly staff: number
  /** Yuan for each pupil in 2023: all, and 公用经费. */
  readonly perPupil: number
  readonly funds: number
}

/** 县财政教育投入表, 分学段教育经费表 and 教育专款台账, growing faster than revenue; `forms` are the county's own answers. */
export function financeRows(year: number, basics: Answers, form: Answers): AnswerRow[] {
  const step = year - 2023
  const number = (answers: Answers, column: string): number => Number(answers[column] ?? 0)
  const { primary, junior } = county.fundPerPupil
  const stages: readonly StageMoney[] = [
    { stage: '学前教育', pupils: 9200, staff: 1180, perPupil: 6400, funds: 620 },
    { stage: '小学', ...counts(basics, 'primary'), perPupil: 11_800, funds: primary * 1.12 },
    { stage: '初中', ...counts(basics, 'junior'), perPupil: 15_200, funds: junior * 1.12 },
    { stage: '普通高中', pupils: 6100, staff: 540, perPupil: 15_900, funds: 1400 },
    { stage: '特殊教育', pupils: number(form, 'special_pupils'), staff: 34, perPupil: 42_000, funds: 7000 },
  ]
  const money = stages.map((stage) => stageAnswers(stage, step))
  const of = (stage: string): number =>
    Number(money.find((answers) => answers.finance_stage === stage)?.stage_allocation ?? 0)
  const all = hundredths(stages.reduce((sum, { stage }) => sum + of(stage), 0))
  const funds = specialFunds(step)
  const base = hundredths(42_000 * 1.025 ** step)
  const surcharge = hundredths(base * 0.03)
  const countyAnswers: Answers = {
    recurrent_revenue: hundredths(186_000 * 1.02 ** step),
    public_spending: hundredths(all * 5.2),
    education_allocation: hundredths(all * 1.04),
    budget_education: hundredths(all * 1.01),
    compulsory_allocation: hundredths(of('小学') + of('初中')),
    surcharge_base: base,
    surcharge_levied: surcharge,
    surcharge_allocated: surcharge,
    surcharge_used: surcharge,
    special_allocated: sumOf(funds, 'fund_allocated'),
    special_used: sumOf(funds, 'fund_used'),
    finance_teacher_pay: form.teacher_pay ?? null,
    finance_servant_pay: form.servant_pay ?? null,
    special_school_fund: hundredths(number(form, 'special_fund_total') / 10_000),
  }
  const row = (register: string, unit: string, answers: Answers): AnswerRow => ({ register, year, unit, answers })
  return [
    row('county_finance', county.code, countyAnswers),
    ...money.map((answers) => row('stage_finance', String(answers.finance_stage), answers)),
    ...funds.map((answers) => row('special_funds', String(answers.fund_no), answers)),
  ]
}

function counts(basics: Answers, stage: 'primary' | 'junior') {
  return { pupils: Number(basics[`${stage}_pupils`] ?? 0), staff: Number(basics[`${stage}_staff`] ?? 0) }
}

function stageAnswers(stage: StageMoney, step: number): Answers {
  const allocation = hundredths((stage.pupils * stage.perPupil * 1.09 ** step) / 10_000)
  const funds = hundredths((stage.pupils * stage.funds * 1.02 ** step) / 10_000)
  return {
    finance_stage: stage.stage,
    finance_pupils: stage.pupils,
    finance_staff: stage.staff,
    stage_allocation: allocation,
    stage_public_funds: funds,
    stage_pay: hundredths(Math.min(stage.staff * 9.1 * 1.03 ** step, (allocation - funds) * 0.98)),
    per_pupil_allocation: hundredths((allocation * 10_000) / stage.pupils),
    per_pupil_funds: hundredths((funds * 10_000) / stage.pupils),
  }
}

const projects = [
  ['城乡义务教育补助经费', '中央', 3860],
  ['义务教育薄弱环节改善与能力提升补助', '中央', 1240],
  ['支持学前教育发展资金', '省级', 680],
  ['特殊教育补助资金', '省级', 96],
  ['校舍安全保障长效机制资金', '市级', 420],
  ['乡镇寄宿制学校改造', '县级', 510],
] as const

function specialFunds(step: number): Answers[] {
  return projects.map(([name, level, amount], k) => {
    const allocated = hundredths(amount * 1.03 ** step)
    const used = hundredths(allocated * (k % 2 === 0 ? 1 : 0.93))
    return {
      fund_no: `Z${k + 1}`,
      fund_name: name,
      fund_level: level,
      ...(level === '县级' ? {} : { fund_document: `${level}财教〔${2023 + step}〕${k + 11}号（演示）` }),
      fund_allocated: allocated,
      fund_arrived: allocated,
      fund_used: used,
      fund_left: hundredths(allocated - used),
    }
  })
}

function sumOf(rows: readonly Answers[], column: string): number {
  return hundredths(rows.reduce((sum, answers) => sum + Number(answers[column] ?? 0), 0))
}
