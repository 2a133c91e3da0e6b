import type { CheckCase } from './check-case.ts'

const stage = 'school_stage_form'
const supplement = 'school_supplement'
const form = 'school_form'
const roster = 'school_roster'

export const extraCheckCases: Readonly<Record<string, CheckCase>> = {
  stage_backbone: [stage, 2, { backbone_teachers: 27 }, ['小学', '27', '26']],
  stage_arts: [stage, 2, { pe_teachers: 25 }, ['27', '26']],
  stage_oversize: [stage, 2, { oversize_classes: 9 }, ['9', '8']],
  stage_largest_ok: [stage, 2, { largest_class: 46 }, ['46', '0个']],
  stage_largest_given: [stage, 2, { largest_class: 0 }, ['8个', '0人']],
  stage_largest_average: [stage, 2, { largest_class: 37 }, ['300', '37']],
  stage_in_roster: [roster, 2, { school_type: '初中' }, ['小学', '初中']],
  stage_small_class: [stage, 5, { largest_class: 30 }, ['30人']],
  stage_grades_range: [stage, 2, { grades: 7 }, ['7']],
  stage_classes_sum: [stage, 2, { classes: 9 }, ['13', '12']],
  stage_classes_single: [stage, 0, { classes: 13 }, ['13', '12']],
  stage_teachers_within: [stage, 2, { teachers: 41 }, ['41', '40']],
  stage_backbone_within: [stage, 2, { backbone_teachers: 7 }, ['7', '6']],
  stage_arts_within: [stage, 2, { pe_teachers: 5 }, ['7']],
  supplement_music: [supplement, 2, { music_rooms_54: 1 }, ['1间', '3间']],
  supplement_art: [supplement, 2, { art_rooms_54: 2 }, ['2间', '3间']],
  senior_pupils_given: [supplement, 1, { senior_pupils: '' }, ['样例4号学校', '高中学生人数']],
  senior_pupils_unexpected: [supplement, 0, { senior_pupils: 20 }, ['20']],
  settled_training_within: [supplement, 0, { training_settled: 59 }, ['59.00', '58.00']],
  settled_training_line: [supplement, 0, { training_settled: '2.8' }, ['4.8276%']],
  allocation_unit: [supplement, 2, { last_year_allocation: 65000 }, ['65000.00', '62']],
  allocation_given: [supplement, 2, { last_year_allocation: '' }, ['样例5号学校']],
  proof_2010_given: [form, 0, { built_by_2010: true, built_by_2016: true, primary_pupils: 2100 }, ['样例1号学校']],
  proof_2016_given: [form, 0, { built_by_2016: true }, ['样例1号学校']],
  proof_lease_given: [
    form,
    0,
    { dense_centre_city: true, leased_sport_area: 500, other_sport_area: 0 },
    ['样例1号学校'],
  ],
  proof_shared_given: [supplement, 2, { proof_shared: '' }, ['样例5号学校']],
  roster_type_stages: [roster, 0, { has_junior: true }, ['小学']],
  roster_sponsor: [roster, 0, { ownership: '民办' }, ['民办']],
  roster_vocational: [roster, 0, { school_type: '中等职业学校' }, ['第4项']],
  roster_parent: [roster, 4, { parent_school: '' }, ['所属中心校']],
}
