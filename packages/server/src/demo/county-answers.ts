import type { AnswerRow, Answers } from './answers.ts'
import { county, type DemoYear } from './county.ts'
import { qualitativeRows } from './qualitative-answers.ts'
import { hundredths, type SchoolFigures } from './school-figures.ts'

/** The rows that the county's own offices fill for one year. */
export function countyRows(year: DemoYear, all: readonly SchoolFigures[]): AnswerRow[] {
  return [
    { register: 'county_form', year, unit: county.code, answers: formAnswers(year, all) },
    { register: 'county_basics', year, unit: county.code, answers: basicsAnswers(year, all) },
    ...monitoringRows(year),
    ...surveyRows(year),
    ...qualitativeRows(year),
  ]
}

function sumOf(all: readonly SchoolFigures[], count: (figures: SchoolFigures) => number): number {
  return all.reduce((sum, figures) => sum + count(figures), 0)
}

function formAnswers(year: DemoYear, all: readonly SchoolFigures[]): Answers {
  const past = 2025 - year
  const inPublic = sumOf(all, (figures) => (figures.school.isPrivate ? 0 : figures.migrants))
  const inPrivate = sumOf(all, (figures) => (figures.school.isPrivate ? figures.migrants : 0))
  const specialPupils = 86 - 3 * past
  return {
    county_name: county.name,
    county_code: county.code,
    report_year: year,
    primary_fund_standard: county.fundPerPupil.primary,
    junior_fund_standard: county.fundPerPupil.junior,
    special_fund_total: specialPupils * (8600 - 200 * past),
    special_pupils: specialPupils,
    teacher_pay: hundredths(10.12 - 0.36 * past),
    servant_pay: hundredths(9.98 - 0.3 * past),
    eligible_teachers: 1284 - 11 * past,
    moved_teachers: 168 - 17 * past,
    moved_backbone: 41 - 5 * past,
    senior_places: 1500,
    allocated_places: 930 - 60 * past,
    rural_places: 436 - 30 * past,
    migrant_children: inPublic + inPrivate + 12,
    migrant_public: inPublic,
    migrant_purchased: inPrivate,
    disabled_children: 214 + past,
    disabled_enrolled: 211 - past,
  }
}

function basicsAnswers(year: DemoYear, all: readonly SchoolFigures[]): Answers {
  const past = 2025 - year
  const kinds = (kind: string) => all.filter((figures) => figures.school.kind === kind).length
  const points = all.filter((figures) => figures.school.kind === '小学教学点')
  const primaryTeachers = sumOf(all, (figures) => figures.primary?.teachers ?? 0)
  const juniorTeachers = sumOf(all, (figures) => figures.junior?.teachers ?? 0)
  return {
    population: hundredths(41.26 + 0.21 * past),
    rural_population: hundredths(17.83 + 0.44 * past),
    townships: 9,
    villages: 148,
    gdp_per_head: 63_480 - 3120 * past,
    revenue_per_head: 4960 - 215 * past,
    rural_income: 23_870 - 1340 * past,
    urban_income: 45_210 - 2080 * past,
    primary_schools: kinds('小学'),
    nine_year_schools: kinds('九年一贯制'),
    junior_schools: kinds('初中'),
    complete_schools: kinds('完全中学'),
    twelve_year_schools: kinds('十二年一贯制'),
    special_schools: 1,
    teaching_points: points.length,
    teaching_points_50: points.filter((figures) => (figures.primary?.pupils ?? 0) >= 50).length,
    primary_classes: sumOf(all, (figures) => figures.primary?.classSizes.length ?? 0),
    junior_classes: sumOf(all, (figures) => figures.junior?.classSizes.length ?? 0),
    primary_pupils: sumOf(all, (figures) => figures.primary?.pupils ?? 0),
    junior_pupils: sumOf(all, (figures) => figures.junior?.pupils ?? 0),
    primary_staff: primaryTeachers + 96,
    primary_teachers: primaryTeachers,
    junior_staff: juniorTeachers + 71,
    junior_teachers: juniorTeachers,
    disabled_in_special: 86 - 3 * past,
    basic_balance_on: '2015-12-18',
    transition_applies: '否',
  }
}

const subjects: readonly (readonly [string, string, number])[] = [
  ['语文', 'Ⅳ级', 0.084],
  ['数学', 'Ⅳ级', 0.112],
  ['科学', 'Ⅲ级', 0.097],
  ['体育', 'Ⅲ级', 0.081],
  ['艺术', 'Ⅲ级', 0.126],
  ['德育', 'Ⅳ级', 0.058],
]

function monitoringRows(year: DemoYear): AnswerRow[] {
  return subjects.map(([subject, level, variation]) => ({
    register: 'county_monitoring',
    year,
    unit: subject,
    answers: {
      subject,
      level,
      between_school_variation: Math.round((variation + 0.006 * (2025 - year)) * 1000) / 1000,
    },
  }))
}

function surveyRows(year: DemoYear): AnswerRow[] {
  const past = 2025 - year
  const all = {
    sent: 6200,
    valid: 5986 - 40 * past,
    satisfied: 5519 - 130 * past,
    visited: 420,
    visited_satisfied: 391 - 9 * past,
  }
  const parents = {
    sent: 3100,
    valid: 3012 - 20 * past,
    satisfied: 2764 - 70 * past,
    visited: 180,
    visited_satisfied: 166 - 4 * past,
  }
  return [
    { register: 'county_survey', year, unit: '计', answers: { survey_group: '计', ...all } },
    { register: 'county_survey', year, unit: '家长', answers: { survey_group: '其中：家长', ...parents } },
  ]
}
