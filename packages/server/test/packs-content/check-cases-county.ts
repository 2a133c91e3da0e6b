import type { CheckCase } from './check-case.ts'

const form = 'county_form'
const basics = 'county_basics'
const survey = 'county_survey'

export const countyCheckCases: Readonly<Record<string, CheckCase>> = {
  moved_backbone_within: [form, 0, { moved_backbone: 13 }, ['13', '12']],
  moved_within: [form, 0, { moved_teachers: 101 }, ['101', '100']],
  rural_within: [form, 0, { rural_places: 181 }, ['181', '180']],
  allocated_within: [form, 0, { allocated_places: 301 }, ['301', '300']],
  migrant_within: [form, 0, { migrant_purchased: 101 }, ['101', '100']],
  disabled_within: [form, 0, { disabled_enrolled: 41 }, ['41', '40']],
  teacher_pay_unit: [form, 0, { teacher_pay: 98000 }, ['98000']],
  servant_pay_unit: [form, 0, { servant_pay: 96000 }, ['96000']],
  special_fund_unit: [form, 0, { special_fund_total: 60 }, ['60元', '80人']],
  fund_standard_range: [form, 0, { primary_fund_standard: '0.065' }, ['850']],
  fund_standard_order: [form, 0, { junior_fund_standard: 600 }, ['600', '650']],
  rural_population_within: [basics, 0, { rural_population: 21 }, ['21.00', '20.50']],
  primary_teachers_within: [basics, 0, { primary_teachers: 81 }, ['81', '80']],
  junior_teachers_within: [basics, 0, { junior_teachers: 121 }, ['121', '120']],
  points_within: [basics, 0, { teaching_points_50: 2 }, ['2个', '1个']],
  special_within: [basics, 0, { disabled_in_special: 45 }, ['45', '39']],
  transition_given: [basics, 0, { transition_document: '' }, ['依据文件']],
  primary_pupils_agree: [basics, 0, { primary_pupils: 830 }, ['830', '820']],
  junior_pupils_agree: [basics, 0, { junior_pupils: 851 }, ['851', '850']],
  primary_classes_agree: [basics, 0, { primary_classes: 24 }, ['24', '23']],
  junior_classes_agree: [basics, 0, { junior_classes: 19 }, ['19', '18']],
  teachers_agree: [basics, 0, { junior_teachers: 110 }, ['182', '184']],
  primary_schools_agree: [basics, 0, { primary_schools: 2 }, ['2所', '1所']],
  junior_schools_agree: [basics, 0, { junior_schools: 3 }, ['3所', '1所']],
  nine_year_schools_agree: [basics, 0, { nine_year_schools: 0 }, ['0所', '1所']],
  points_agree: [basics, 0, { teaching_points: 4 }, ['4个', '1个']],
  migrant_agree: [form, 0, { migrant_public: 5 }, ['5人', '0人']],
  survey_valid: [survey, 0, { valid: 1001 }, ['1001', '1000']],
  survey_satisfied: [survey, 0, { satisfied: 960 }, ['960', '950']],
  visit_satisfied: [survey, 0, { visited_satisfied: 101 }, ['101', '100']],
  parents_within: [survey, 1, { sent: 1200 }, ['1200', '1000']],
  rating_evidence: ['county_ratings', 0, { evidence: '' }, ['佐证材料', '材料清单']],
  rating_grounds: ['county_ratings', 0, { grounds: '' }, ['自评依据']],
  veto_explained: ['county_vetoes', 0, { occurred: true }, ['说明']],
}
