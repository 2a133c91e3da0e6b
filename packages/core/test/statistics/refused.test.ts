import { expect, test } from 'vitest'
import { drawStatistics } from './draw-statistics.ts'
import { pack, readDrawn, rowOf } from './read-drawn.ts'
import { SheetPad } from './sheet-pad.ts'
import { nineYearSchool, primarySchool, type SchoolPlan } from './statistics-plan.ts'

/** The sheets of a school, one of them changed. */
function drawChanged(number: string, change: (pad: SheetPad) => unknown, school: SchoolPlan = primarySchool) {
  const pads = drawStatistics(school)
  const pad = pads.find(({ name }) => name === number)
  if (pad === undefined) throw new Error(`no sheet ${number}`)
  change(pad)
  return pads.map((one) => one.draw())
}

const codesOf = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code)
const formOf = (sheets: ReturnType<typeof drawChanged>) => rowOf(readDrawn(sheets).rows, 'school_form')?.values

test('a sheet that calls itself another one is refused, with both names', () => {
  const sheets = drawChanged('教基3112', (pad) => pad.put('E2', '表　号：教基4155'))
  const { rows, findings } = readDrawn(sheets)
  expect(findings[0]).toMatchObject({ level: 'error', code: 'statistics_wrong_sheet', sheet: '教基3112' })
  expect(findings[0]?.message).toContain('工作表的名称是教基3112，表内印的表号是教基4155')
  expect(rowOf(rows, 'school_form')?.values).not.toHaveProperty('primary_pupils')
})

test('a sheet with the right number and another content is refused with the reason', () => {
  const other = new SheetPad('教基5176').line('A3', ['指标名称', '代码', '合计']).line('A5', ['学前教育', '01', 7])
  const sheets = drawStatistics(primarySchool)
    .filter(({ name }) => name !== '教基5176')
    .map((pad) => pad.draw())
  const { rows, findings } = readDrawn([...sheets, other.draw()])
  const wrong = findings.find(({ code }) => code === 'statistics_wrong_sheet')
  expect(wrong?.message).toContain('没有找到要取的任何一项（运动场地面积、网络多媒体教室、教学仪器设备资产值）')
  expect(rowOf(rows, 'school_form')?.values).not.toHaveProperty('equipment_value')
})

test('a renamed row is named and its figure stays unknown; the others are read', () => {
  const sheets = drawChanged('教基5176', (pad) => pad.put('A17', '其中：智慧教室'))
  const { findings } = readDrawn(sheets)
  const missing = findings.find(({ code }) => code === 'label_missing')
  expect(missing).toMatchObject({ sheet: '教基5176', file: '统计.xlsx' })
  expect(missing?.message).toContain('“网络多媒体教室”没有读')
  expect(formOf(sheets)).toMatchObject({ equipment_value: '318.25', ground_area: '9350' })
  expect(formOf(sheets)).not.toHaveProperty('multimedia_rooms')
})

test('of two rows with one label none is taken', () => {
  const sheets = drawChanged('教基5176', (pad) => pad.line('A20', ['教学仪器设备资产值', '万元', '16', 999]))
  const { findings } = readDrawn(sheets)
  expect(findings.find(({ code }) => code === 'label_ambiguous')?.message).toContain('（第 19 行、第 20 行）')
  expect(formOf(sheets)).not.toHaveProperty('equipment_value')
})

test('a single column 艺术 is not taken for the teachers of 艺术: it may hold music and fine art again', () => {
  const sheets = drawChanged('教基4155', (pad) => {
    pad.drop('M4').drop('M5').drop('P5').put('M4', '艺术').put('P4', '书法')
  })
  expect(formOf(sheets)).not.toHaveProperty('arts_teachers')
  expect(formOf(sheets)).toMatchObject({ pe_teachers: '5' })
})

test('a blank cell is not zero', () => {
  const sheets = drawChanged('教基5176', (pad) => pad.drop('D17'))
  const { findings } = readDrawn(sheets)
  expect(findings).toMatchObject([{ level: 'note', code: 'statistics_blank', sheet: '教基5176', cell: 'D17' }])
  expect(formOf(sheets)).not.toHaveProperty('multimedia_rooms')
})

test('a text in the place of a number is refused at its cell', () => {
  const { findings } = readDrawn(drawChanged('教基5170', (pad) => pad.put('F10', '约6000')))
  expect(findings).toMatchObject([
    { level: 'error', code: 'approximate', sheet: '教基5170', cell: 'F10', found: '约6000' },
  ])
})

test('a unit that the sheet states is converted, one of another kind is refused', () => {
  const converted = drawChanged('教基5176', (pad) => pad.put('B19', '元').put('D19', 3182500))
  expect(formOf(converted)).toMatchObject({ equipment_value: '318.25' })
  const { rows, findings } = readDrawn(drawChanged('教基5176', (pad) => pad.put('B19', '台')))
  expect(findings).toMatchObject([{ code: 'unit_mismatch', cell: 'D19' }])
  expect(rowOf(rows, 'school_form')?.values).not.toHaveProperty('equipment_value')
})

test('a school with a sheet of a stage owes the others of that stage: sums are not made of half of them', () => {
  const sheets = drawStatistics(nineYearSchool)
    .filter(({ name }) => name !== '教基4156')
    .map((pad) => pad.draw())
  const { rows, findings } = readDrawn(sheets)
  expect(findings).toMatchObject([{ code: 'statistics_sheet_missing', unit: '2199000002' }])
  expect(findings[0]?.message).toContain('没有教基4156')
  const form = rowOf(rows, 'school_form')?.values
  expect(form).not.toHaveProperty('pe_teachers')
  expect(form).toMatchObject({ primary_bachelor: '51', junior_pupils: '612' })
})

test('a figure of a stage shows that the school has it, though no sheet of it came', () => {
  const sheets = drawChanged('教基1102续', (pad) => pad.put('D13', 6))
  expect(codesOf(readDrawn(sheets).findings)).toEqual(['statistics_sheet_missing'])
  expect(formOf(sheets)).not.toHaveProperty('teachers')
})

const of2025 = { ...primarySchool, year: 2025 }

test('a later year without a layout of its own is read by the newest earlier one, with one warning', () => {
  const { rows, findings } = readDrawn(drawStatistics(of2025).map((pad) => pad.draw()))
  expect(rowOf(rows, 'school_form')).toMatchObject({ year: 2025, values: { primary_pupils: '1198', teachers: '66' } })
  expect(codesOf(findings)).toEqual(['statistics_layout_borrowed'])
  expect(findings[0]).toMatchObject({
    level: 'note',
    message: expect.stringContaining(
      '2025年的教育事业统计没有单独的表式，按“基础教育学校统计报表（2021、2022年表式）”',
    ),
  })
})

test('of an earlier layout what is not found by its label stays unread, and a sheet that lacks all is refused with what it lacks', () => {
  const renamed = drawChanged('教基5176', (pad) => pad.put('A17', '其中：智慧教室'), of2025)
  expect(formOf(renamed)).toMatchObject({ equipment_value: '318.25' })
  expect(formOf(renamed)).not.toHaveProperty('multimedia_rooms')
  const other = new SheetPad('教基3112').put('A1', '2025—2026学年初').line('A3', ['指标名称', '代码', '人数'])
  const { rows, findings } = readDrawn([other.line('A5', ['学生', '01', 7]).draw()])
  expect(rows).toEqual([])
  expect(findings).toMatchObject([{ level: 'error', code: 'statistics_wrong_sheet' }])
  expect(findings[0]?.message).toContain('表里缺“总计”行')
})

test('a year before all layouts is not read', () => {
  const drawn = drawStatistics({ ...primarySchool, year: 2000 }).map((pad) => pad.draw())
  const { rows, findings } = readDrawn(drawn)
  expect(rows).toEqual([])
  expect(new Set(codesOf(findings))).toEqual(new Set(['statistics_other_year']))
  expect(findings[0]?.message).toContain('2000年比它们都早')
})

test('the layout of a new year is six lines of data, with one label that changed', () => {
  const base = pack.statistics?.[0]?.sheets?.find(({ number }) => number === '教基5176')
  const [ground, , equipment] = base?.figures ?? []
  if (base === undefined || ground === undefined || equipment === undefined) throw new Error('no 5176')
  const renamed = {
    ...ground,
    id: 'multimedia',
    title: '网络多媒体教室',
    row: '智慧教室',
    unit: '间',
    into: [{ register: 'school_form', column: 'multimedia_rooms' }],
  }
  const layout = {
    id: 'local_2025',
    title: '2025年表式',
    since: 2025,
    until: 2025,
    like: 'basic_education_2021',
    sheets: [{ ...base, figures: [ground, renamed, equipment] }],
    basis: { document: '样例县统计报表制度〔2025〕1号' },
    verified: { grade: 'A' as const },
  }
  const sheets = drawChanged('教基5176', (pad) => pad.put('A17', '其中：智慧教室'), { ...primarySchool, year: 2025 })
  const { rows, findings } = readDrawn(sheets, { layouts: [layout] })
  expect(findings).toEqual([])
  expect(rowOf(rows, 'school_form')).toMatchObject({
    year: 2025,
    values: { multimedia_rooms: '32', primary_pupils: '1198' },
  })
})

test('old sheet numbers are recognised and said to be unchecked; other sheets are left to others', () => {
  const old = new SheetPad('基础基312')
    .put('A1', '2019年小学学生数')
    .line('A3', ['指标名称', '合计'])
    .line('A4', ['总计', 1])
  const other = new SheetPad('Sheet1').line('A1', ['学校代码', '学生人数']).line('A2', ['2199000001', 5])
  const drawn = [old.draw(), other.draw()]
  const { findings, taken } = readDrawn(drawn)
  expect(codesOf(findings)).toEqual(['statistics_unverified'])
  expect([...taken]).toEqual([drawn[0]])
})

test('without a code the name may say which school it is; without both it is asked for', () => {
  const strip = () =>
    drawStatistics(primarySchool)
      .filter(({ name }) => name !== '教基1001')
      .map((pad) => pad.drop('C2').draw())
  const named = readDrawn(strip(), { names: new Map([['样例县第一小学', '2199000001']]) })
  expect(rowOf(named.rows, 'school_form')?.values.school_code).toBe('2199000001')
  const unknown = readDrawn(strip())
  expect(codesOf(unknown.findings)).toEqual(['statistics_no_school'])
  expect(unknown.rows).toEqual([])
})

test('the sheets of several schools in one file are told apart by the codes printed in them', () => {
  const other = { ...primarySchool, code: '2199000009', name: '样例县第九小学', ground: 1 }
  const sheets = [primarySchool, other].flatMap((school) =>
    drawStatistics(school)
      .filter(({ name }) => name !== '教基1001')
      .map((pad) => pad.draw()),
  )
  const { rows } = readDrawn(sheets)
  const forms = rows.filter(({ register }) => register === 'school_form')
  expect(forms.map(({ values }) => [values.school_code, values.ground_area])).toEqual([
    ['2199000001', '9350'],
    ['2199000009', '1'],
  ])
})

test('the same sheet twice counts once; where the two differ neither counts', () => {
  const pads = drawStatistics(primarySchool)
  const copy = pads.find(({ name }) => name === '教基5176')
  const twice = [...pads.map((pad) => pad.draw()), ...(copy === undefined ? [] : [copy.draw()])]
  expect(readDrawn(twice).findings).toEqual([])
  copy?.put('D7', 9000)
  const differing = [
    ...pads.filter((pad) => pad !== copy),
    ...drawStatistics(primarySchool).filter(({ name }) => name === '教基5176'),
    ...(copy === undefined ? [] : [copy]),
  ]
  const { rows, findings } = readDrawn(differing.map((pad) => pad.draw()))
  expect(codesOf(findings)).toEqual(['statistics_conflict'])
  expect(findings[0]?.message).toContain('9350')
  expect(rowOf(rows, 'school_form')?.values).not.toHaveProperty('ground_area')
})
