import { type AnswerRow, type Answers, yesNo } from '../answers.ts'
import { county, judgedYear } from '../county.ts'
import { townshipArea } from '../staff/demo-areas.ts'

/** Tables of the pack township-duty: the county's scheme, what each township did, what it judges of itself, what happened. */
export function townshipDutyRows(year: number): AnswerRow[] {
  const townships = county.townships.map((name, index) => ({ name, index, code: townshipArea(name) }))
  return [
    { register: 'township_scheme', year, unit: county.code, answers: scheme(year) },
    ...townships.map((one) => ({ register: 'township_yearly', year, unit: one.code, answers: yearly(one) })),
    ...townships.flatMap(({ name, code }) =>
      items.map(([item, grounds, papers]) => ({
        register: 'township_items',
        year,
        unit: `${code}/${item}`,
        answers: {
          township_code: code,
          township_item: item,
          township_conclusion: weak.get(name)?.includes(item) ? '基本做到' : '做到',
          township_grounds: grounds,
          township_evidence: papers,
        },
      })),
    ),
    ...townships.flatMap(({ name, code }) => events(year, name).map((answers) => eventRow(year, code, answers))),
  ]
}

const scheme = (year: number): Answers => ({
  township_document: `澄湖县${year}年乡镇教育工作考核办法（虚构）`,
  township_best: 92,
  township_good: 85,
  township_pass: 60,
  affordable_line: 80,
  inspections_line: 4,
  meetings_line: 2,
  township_veto_fraud: '是',
  township_downgrade_accident: '是',
  township_cap_left: '是',
  township_cap_misuse: '是',
})

/** Most do what is asked; two held too few inspections, and one left dangers where they were. */
function yearly({
  name,
  index,
  code,
}: {
  readonly name: string
  readonly index: number
  readonly code: string
}): Answers {
  const found = 3 + (index % 5)
  const due = name.endsWith('街道') ? 0 : 12 + index
  return {
    township_code: code,
    inspections: index % 5 === 4 ? 3 : 4 + (index % 3),
    hazards_found: found,
    hazards_gone: name === '云峰乡' ? found - 2 : found,
    meetings: name === '南山乡' ? 1 : 2 + (index % 2),
    money_due: due,
    money_given: name === '枫岭乡' ? due * 0.5 : due,
  }
}

const items = [
  ['乡镇1', '8月逐户核对适龄儿童，入学通知全部送达', '入学通知发放记录、适龄儿童摸底表'],
  ['乡镇2', '与辖区学校签订安全责任书，防溺水巡查每日一次', '安全责任书、防溺水巡查记录'],
  ['乡镇3', '教师节走访慰问教师，表彰优秀教师', '教师节慰问表彰文件'],
  ['乡镇4', '班子成员每人联系一所学校，每季度到校', '领导联系学校安排与到校记录'],
  ['乡镇5', '学校用地权属清楚，没有侵占', '用地批复或校园边界图'],
] as const

const weak = new Map<string, readonly string[]>([
  ['东河镇', ['乡镇4']],
  ['枫岭乡', ['乡镇3', '乡镇4']],
  ['云峰乡', ['乡镇2']],
  ['南山乡', ['乡镇1', '乡镇3']],
])

/** The accident of the judged year that the county's own table names lies in one township. */
const events = (year: number, name: string) =>
  [
    ['乡镇事项1', false, ''],
    ['乡镇事项2', year === judgedYear && name === '白沙镇', '6月12日一名学生溺水死亡，定为安全责任事故（虚构）'],
    ['乡镇事项3', false, ''],
  ] as const

function eventRow(year: number, code: string, [event, occurred, words]: readonly [string, boolean, string]): AnswerRow {
  const answers = {
    township_code: code,
    township_event: event,
    township_event_occurred: yesNo(occurred),
    township_event_explanation: occurred ? words : '',
  }
  return { register: 'township_events', year, unit: `${code}/${event}`, answers }
}
