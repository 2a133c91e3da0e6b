import type { Register } from '../../packs/index.ts'
import type { Finding } from '../finding.ts'
import { groupBy } from '../group-by.ts'
import { addUp, type Derivation, type Term } from './add-up.ts'
import { readFigures } from './layouts.ts'
import type { SchoolReading } from './read-statistics-workbook.ts'
import type { FigureReading } from './statistics-reading.ts'
import { type Slot, type StatisticsRow, statisticsRow } from './statistics-row.ts'

export interface StatisticsRows {
  readonly rows: readonly StatisticsRow[]
  readonly findings: readonly Finding[]
}

/**
 * Puts together what the sheets say of each school and year: one row for each register that they fill. Figures of one
 * column are added over the sheets that the school has; where one of them is lacking the column stays 未报.
 */
export function assembleStatistics(
  readings: readonly SchoolReading[],
  registers: readonly Register[],
  codeOfName: (name: string) => string | undefined,
): StatisticsRows {
  const findings: Finding[] = []
  const known = readings.flatMap((reading): readonly Coded[] => {
    const code = reading.code ?? (reading.name === undefined ? undefined : codeOfName(reading.name))
    if (code !== undefined) return [{ ...reading, code }]
    if (reading.figures.length > 0) findings.push(noSchool(reading))
    return []
  })
  const schools = groupBy(known, ({ code, year, layout }) => JSON.stringify([code, year, layout.id]))
  const parts = [...schools.values()].map((own) => assembleSchool(own, registers))
  return {
    rows: parts.flatMap(({ rows }) => rows),
    findings: [...borrowed(known), ...onePerFile(findings), ...parts.flatMap((part) => part.findings)],
  }
}

/** A layout of an earlier year was used: said once for each year, however many schools. */
function borrowed(readings: readonly Coded[]): readonly Finding[] {
  const used = readings.filter(({ isBorrowed, figures }) => isBorrowed && figures.length > 0)
  return [...groupBy(used, ({ year, layout }) => JSON.stringify([year, layout.id])).values()].flatMap(([first]) => {
    if (first === undefined) return []
    const { year, layout } = first
    return [
      {
        level: 'note',
        code: 'statistics_layout_borrowed',
        message: `${year}年的教育事业统计没有单独的表式，按“${layout.title}”的栏目文字取数，没有对照${year}年的报表制度核对过`,
        advice: '请抽查取到的数；核对后没有变化的，由管理员登记当年的表式，就不再提示',
      },
    ]
  })
}

type Coded = SchoolReading & { readonly code: string }

function assembleSchool(readings: readonly Coded[], registers: readonly Register[]): StatisticsRows {
  const [first] = readings
  if (first === undefined) return { rows: [], findings: [] }
  const bySheet = groupBy(readings, ({ layoutSheet }) => layoutSheet.id)
  const stages = stagesOf(readings)
  const isNeeded = (stage: string | undefined): boolean => stage === undefined || stages.has(stage)
  const findings: Finding[] = []
  const absent = new Map<string, string>()
  const slots = new Map<string, Slot>()
  for (const sheet of first.layout.sheets)
    for (const figure of readFigures(sheet)) {
      if (!isNeeded(figure.stage ?? sheet.stage)) continue
      const copies = bySheet.get(sheet.id) ?? []
      if (copies.length === 0) absent.set(sheet.id, sheet.number)
      const settled = settle(
        copies.flatMap(({ figures }) => figures.filter((one) => one.figure.id === figure.id)),
        sheet.number,
      )
      findings.push(...settled.findings)
      for (const target of figure.into) {
        const key = JSON.stringify([target.register, target.where ?? {}])
        const slot = slots.get(key) ?? { register: target.register, where: target.where ?? {}, terms: new Map() }
        slots.set(key, slot)
        const terms = slot.terms.get(target.column) ?? []
        slot.terms.set(target.column, [...terms, { figure, number: sheet.number, ...settled.reading }])
      }
    }
  const rows = [...slots.values()].flatMap((slot) => {
    const derived = new Map<string, Derivation>()
    for (const [column, terms] of slot.terms) {
      const sum = addUp(terms)
      if (sum !== undefined) derived.set(column, sum)
    }
    return statisticsRow(first, readings, slot, derived, registers) ?? []
  })
  return { rows, findings: [...findings, ...missingSheets(first, absent)] }
}

/** Stages that the school has: those of its sheets, and those of which a figure is more than nothing. */
function stagesOf(readings: readonly SchoolReading[]): ReadonlySet<string> {
  const stages = new Set<string>()
  for (const { layoutSheet, figures } of readings) {
    if (layoutSheet.stage !== undefined) stages.add(layoutSheet.stage)
    for (const { figure, value } of figures)
      if (figure.stage !== undefined && value !== undefined && value !== '0') stages.add(figure.stage)
  }
  return stages
}

interface Settled {
  readonly reading: Pick<Term, 'value' | 'place'>
  readonly findings: readonly Finding[]
}

/** The same sheet may come twice, as xlsx and csv: the same value counts once, different values not at all. */
function settle(copies: readonly FigureReading[], number: string): Settled {
  const findings = copies.flatMap((copy) => copy.findings)
  const having = copies.filter(({ value }) => value !== undefined)
  const [first] = having
  if (first?.value === undefined) return { reading: {}, findings }
  const other = having.find(({ value }) => value !== first.value)
  if (other === undefined)
    return {
      reading: { value: first.value, ...(first.place === undefined ? {} : { place: first.place }) },
      findings,
    }
  const spot = ({ place }: FigureReading) => `${place?.file ?? ''}“${place?.sheet ?? ''}”${place?.cell ?? ''}`
  const conflict: Finding = {
    level: 'error',
    code: 'statistics_conflict',
    message: `${number}有两份，“${first.figure.title}”不一致：${spot(first)}为${first.value}，${spot(other)}为${other.value}，都没有采用`,
    advice: '只留正确的一份',
    ...first.place,
  }
  return { reading: {}, findings: [...findings, conflict] }
}

function missingSheets(school: Coded, absent: ReadonlyMap<string, string>): readonly Finding[] {
  if (absent.size === 0) return []
  return [
    {
      level: 'note',
      code: 'statistics_sheet_missing',
      message: `${school.name ?? school.code}的统计表里没有${[...absent.values()].join('、')}，这些表上的数没有取到`,
      advice: '补上这些表，或在填报表里填写',
      file: school.file,
      unit: school.code,
      ...(school.name === undefined ? {} : { unit_name: school.name }),
    },
  ]
}

function noSchool({ file, sheet, name }: SchoolReading): Finding {
  const why = name === undefined ? '表里没有学校代码' : `表里没有学校代码，名册上也没有（或不止一所）“${name}”`
  return {
    level: 'error',
    code: 'statistics_no_school',
    message: `看不出是哪所学校的统计表：${why}，没有采用`,
    advice: '在表上补上学校（机构）标识码',
    file,
    sheet,
  }
}

/** Said once for a file, however many sheets it has. */
function onePerFile(findings: readonly Finding[]): readonly Finding[] {
  return [...groupBy(findings, ({ file }) => file ?? '').values()].flatMap((own) => own.slice(0, 1))
}
