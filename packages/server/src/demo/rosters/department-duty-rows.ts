import { type AnswerRow, type Answers, yesNo } from '../answers.ts'
import { county, judgedYear } from '../county.ts'

/** Departments of the demo county with their duties by the pack department-duty. */
const departments = [
  ['BM01', '县委编办', '编办', ['编办1', '编办2']],
  ['BM02', '县财政局', '财政', ['财政1', '财政2', '财政3']],
  ['BM03', '县人力资源和社会保障局', '人社', ['人社1', '人社2']],
  ['BM04', '县发展和改革局', '发改', ['发改1']],
  ['BM05', '县自然资源局', '自然资源', ['自然资源1']],
  ['BM06', '县住房和城乡建设局', '住建', ['住建1', '住建2']],
  ['BM07', '县公安局', '公安', ['公安1', '公安2']],
  ['BM08', '县卫生健康局', '卫健', ['卫健1']],
  ['BM09', '县民政局', '民政', ['民政1']],
  ['BM10', '县残疾人联合会', '残联', ['残联1']],
  ['BM11', '县市场监督管理局', '市场监管', ['市场监管1']],
  ['BM12', '县农业农村局', '农业农村', ['农业农村1']],
  ['BM13', '县教育局', '教育', ['教育1', '教育2']],
] as const

/** Tables of the pack department-duty: the departments, the county's scheme, duties, the year's work, what happened. */
export function departmentDutyRows(year: number): AnswerRow[] {
  const row = (register: string, unit: string, answers: Answers): AnswerRow => ({ register, year, unit, answers })
  return [
    row('department_scheme', county.code, scheme(year)),
    ...departments.flatMap(([code, name, kind, duties], index) => [
      row('departments', code, { department_code: code, department_name: name, department_kind: kind }),
      ...duties.map((duty) => row('department_duties', `${code}/${duty}`, dutyAnswers(code, duty))),
      row('department_yearly', code, yearly(code, index)),
      ...events(year, code).map((answers) => row('department_events', `${code}/${answers.department_event}`, answers)),
    ]),
  ]
}

const scheme = (year: number): Answers => ({
  department_document: `澄湖县${year}年部门教育职责考核办法（虚构）`,
  department_best: 92,
  department_good: 85,
  department_pass: 60,
  duty_line: 90,
  timely_line: 90,
  department_veto_fraud: '是',
  department_downgrade_accident: '是',
  department_cap_named: '是',
})

const partly = new Set(['住建1', '编办2', '市场监管1'])

const dutyAnswers = (code: string, duty: string): Answers => ({
  department_code: code,
  duty,
  duty_result: partly.has(duty) ? '基本做到' : '做到',
  duty_words: partly.has(duty) ? '年内已办理大部分，其余列入明年计划' : '按年度分工完成，有记录可查',
  duty_papers: '年度工作总结、相关文件',
})

/** Two departments let tasks run over; one has a finding of inspectors still open. */
function yearly(code: string, index: number): Answers {
  const tasks = 3 + (index % 4)
  const findings = index % 3
  return {
    department_code: code,
    tasks_due: tasks,
    tasks_done: code === 'BM06' || code === 'BM09' ? tasks - 1 : tasks,
    tables_due: 2,
    tables_timely: code === 'BM05' ? 1 : 2,
    joint_due: 2,
    joint_attended: code === 'BM11' ? 1 : 2,
    findings_due: findings,
    findings_done: code === 'BM06' ? Math.max(0, findings - 1) : findings,
  }
}

const events = (year: number, code: string) =>
  ['部门事项1', '部门事项2', '部门事项3'].map((event) => {
    const occurred = event === '部门事项3' && code === 'BM06' && year === judgedYear
    return {
      department_code: code,
      department_event: event,
      department_event_occurred: yesNo(occurred),
      department_event_explanation: occurred ? '配套幼儿园移交滞后，被市级督导通报（虚构）' : '',
    }
  })
