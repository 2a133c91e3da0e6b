import type { Assessment, RatingView, SectionView, State } from '@eduduty/core/evaluation'
import { RETURNED } from './output-folder.ts'

const LIGHTS: Readonly<Record<State, string>> = {
  met: '达标',
  unmet: '未达标',
  undecided: '待定',
  not_applicable: '不适用',
  error: '错误',
}

/** Of what was written: the names of the files, and remarks. */
export interface Told {
  readonly files: readonly { readonly name: string }[]
  readonly remarks: readonly string[]
}

/** Files named in one list. */
const NAMED = 5

/** What the main job found, for a terminal. */
export function summaryText(assessment: Assessment, place: string, outputs: Told): string {
  const { run, verdict, findings, coverage, files } = assessment
  const count = (level: string): number => findings.filter((finding) => finding.level === level).length
  const refused = files.filter((file) => file.type === 'refused').length
  const back = outputs.files.flatMap(({ name }) =>
    name.startsWith(`${RETURNED}/`) ? [name.slice(RETURNED.length + 1)] : [],
  )
  const returned = back.length
  const missing = coverage.registers.flatMap((register) =>
    register.missing.map((unit) => `${unit.name}（${register.title}）`),
  )
  const owing = coverage.registers.flatMap((register) =>
    (register.owing ?? []).map(({ name, columns }) => `${name}（${columns.map(({ title }) => title).join('、')}）`),
  )
  const lines = [
    `${run.county.name} ${run.year}年 · ${run.pack.title}（${run.pack.id} ${run.pack.version}）`,
    `结论：【${LIGHTS[verdict.state]}】${verdict.text}`,
    ...verdict.reasons.map((reason) => `  · ${reason}`),
    ...(verdict.deciding.length === 0
      ? []
      : ['有下列数据即可定论：', ...verdict.deciding.slice(0, 10).map((cause) => `  · ${cause.message}`)]),
    '',
    ...assessment.sections.map(sectionLine),
    ...(assessment.ratings ?? []).flatMap(ratingLines),
    '',
    `读入文件 ${files.length} 个${refused === 0 ? '' : `，其中 ${refused} 个打不开`}；拒收 ${count('error')} 处，核对不符 ${count('check')} 处，自动修正 ${count('repair')} 处。`,
    ...refusedFiles(assessment),
    ...(returned === 0 ? [] : [`要改的单元格已标红，${returned} 个工作簿放在 ${RETURNED}/，改好后放回原处重新评估。`]),
    ...otherFormats(back, files),
    ...(missing.length === 0
      ? []
      : [`未报：${missing.slice(0, NAMED).join('、')}${missing.length > NAMED ? ` 等 ${missing.length} 份` : ''}。`]),
    ...(owing.length === 0
      ? []
      : [`缺项：${owing.slice(0, NAMED).join('、')}${owing.length > NAMED ? ` 等 ${owing.length} 份` : ''}。`]),
    ...findings
      .filter((finding) => finding.code === 'year_assumed')
      .map((finding) => `${finding.message}；${finding.advice ?? ''}。`),
    ...outputs.remarks,
    `结果在 ${place}`,
    '',
  ]
  return lines.join('\n')
}

/** Says of the workbooks that came of another format that they replace it; both in the folder would be read twice. */
function otherFormats(returned: readonly string[], files: Assessment['files']): string[] {
  const sources = new Set(files.map(({ name }) => name))
  const made = returned.filter((name) => !sources.has(name))
  const formats = [...new Set(made.map((name) => name.split('.').at(-2)?.toLowerCase() ?? ''))]
  return formats.map((format) => {
    const names = made.filter((name) => name.toLowerCase().endsWith(`.${format}.xlsx`))
    const shown = `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? ` 等 ${names.length} 个` : ''}`
    return `  · ${shown}：原文件是 ${format}：改好后用这个 xlsx 代替原来的 ${format}（把原 ${format} 删去或移走）。`
  })
}

/** Files that could not be opened, with the reason of each. */
function refusedFiles({ files, findings }: Assessment): string[] {
  const refused = files.filter((file) => file.type === 'refused')
  const named = refused.slice(0, NAMED).map(({ name }) => {
    const why = findings.find((finding) => finding.file === name && finding.level === 'error')?.message
    return `  · ${name}${why === undefined ? '' : `：${why}`}`
  })
  if (named.length === 0) return []
  return ['打不开的文件：', ...named, ...(refused.length > NAMED ? [`  · 等 ${refused.length} 个`] : [])]
}

/** The county itself was told with the reasons; of many rated ones, how many came to which grade. */
function ratingLines({ title, subjects, ladder }: RatingView): string[] {
  if (subjects.length < 2) return []
  const counts = [...ladder.map((grade) => grade.title), undefined].flatMap((grade) => {
    const count = subjects.filter((one) => one.grade === grade).length
    return count === 0 ? [] : [`${grade ?? '待定'} ${count}`]
  })
  return [`  ${title}：${counts.join('，')}（共 ${subjects.length} 个）`]
}

function sectionLine(section: SectionView): string {
  const of = (state: State): number => section.items.filter((item) => item.state === state).length
  const parts = (['met', 'unmet', 'undecided', 'not_applicable', 'error'] as const)
    .filter((state) => of(state) > 0)
    .map((state) => `${LIGHTS[state]} ${of(state)}`)
  return `  ${section.title}【${LIGHTS[section.state]}】${parts.join('，')}（共 ${section.items.length} 项）`
}
