/** Cells of one row by column id; numbers are written as exact text. */
export type Cells = Readonly<Record<string, string | number | boolean>>
export type Registers = Readonly<Record<string, readonly Cells[]>>

const noPupils = { primary_pupils: 0, junior_pupils: 0, primary_in_catchment: 0, junior_in_catchment: 0 }
const noDegrees = {
  primary_college: 0,
  primary_bachelor: 0,
  primary_master: 0,
  primary_doctor: 0,
  junior_bachelor: 0,
  junior_master: 0,
  junior_doctor: 0,
}
const noClasses = {
  classes_to_25: 0,
  classes_26_30: 0,
  classes_31_35: 0,
  classes_36_40: 0,
  classes_41_45: 0,
  classes_46_50: 0,
  classes_51_55: 0,
  classes_56_60: 0,
  classes_61_65: 0,
  classes_from_66: 0,
}
const plain = {
  founded_year: 2005,
  built_by_2010: false,
  built_by_2016: false,
  dense_centre_city: false,
  small_rural_50_99: false,
  small_classes_under_30: false,
  migrant_pupils: 0,
  backbone_teachers: 6,
  pe_teachers: 2,
  music_teachers: 2,
  fine_art_teachers: 2,
  arts_teachers: 0,
  teaching_area: 5000,
  indoor_sport_area: 400,
  gym_area: 300,
  ground_area: 8000,
  equipment_value: '150.5',
  multimedia_rooms: 20,
  music_rooms: 3,
  music_rooms_96: 1,
  music_rooms_73: 1,
  music_rooms_61: 1,
  art_rooms: 3,
  art_rooms_90: 1,
  art_rooms_67: 1,
  art_rooms_61: 1,
  public_funds_budget: 60,
  public_funds_settled: 58,
  training_budget: 4,
  graduates: 100,
  entrants: 102,
  transfers_in: 1,
  transfers_out: 2,
  deaths: 0,
}

const code = (n: number): string => `219900${String(n).padStart(4, '0')}`

function rosterRow(n: number, type: string, stages: string, more: Cells = {}): Cells {
  return {
    school_code: code(n),
    school_name: `样例${n}号学校`,
    school_type: type,
    setting: '城区',
    sponsor: '7',
    ownership: '公办',
    boarding: false,
    has_primary: stages.includes('小'),
    has_junior: stages.includes('初'),
    has_senior: stages.includes('高'),
    state: '在办',
    ...more,
  }
}

function formRow(n: number, type: string, teachers: number, more: Cells): Cells {
  const own = { school_code: code(n), school_name: `样例${n}号学校`, school_type: type }
  const staff = { teachers, certified_teachers: teachers, trained_teachers: teachers }
  return { ...plain, ...noPupils, ...noDegrees, ...noClasses, ...own, ...staff, ...more }
}

function stageRow(n: number, stage: string, cells: Cells): Cells {
  const staff = { backbone_teachers: 3, pe_teachers: 1, music_teachers: 1, fine_art_teachers: 1, arts_teachers: 0 }
  return { school_code: code(n), stage, oversize_classes: 0, ...staff, ...cells }
}

const rating = (item: string): Cells => ({ item, conclusion: '达标', grounds: '已经落实', evidence: '文件、名册' })

/** A small county of every school type in which nothing contradicts anything: every check of the pack is silent. */
export const soundCounty: Registers = {
  school_roster: [
    rosterRow(1, '小学', '小'),
    rosterRow(2, '初中', '初'),
    rosterRow(3, '九年一贯制', '小初', { setting: '镇区' }),
    rosterRow(4, '完全中学', '初高'),
    rosterRow(5, '小学教学点', '小', { setting: '乡村', parent_school: '样例1号学校' }),
  ],
  school_form: [
    formRow(1, '小学', 30, {
      primary_pupils: 460,
      primary_in_catchment: 460,
      classes: 12,
      classes_36_40: 12,
      primary_bachelor: 28,
    }),
    formRow(2, '初中', 36, {
      junior_pupils: 400,
      junior_in_catchment: 390,
      classes: 8,
      classes_46_50: 8,
      junior_bachelor: 30,
    }),
    formRow(3, '九年一贯制', 40, {
      primary_pupils: 300,
      junior_pupils: 150,
      classes: 12,
      classes_36_40: 12,
      primary_bachelor: 20,
      junior_bachelor: 12,
    }),
    formRow(4, '完全中学', 70, { junior_pupils: 300, classes: 14, classes_46_50: 14, junior_bachelor: 25 }),
    formRow(5, '小学', 8, {
      primary_pupils: 60,
      classes: 3,
      classes_to_25: 3,
      primary_college: 6,
      multimedia_rooms: 5,
      small_rural_50_99: true,
      small_classes_under_30: true,
      pe_shared: 1,
      music_shared: 0,
      fine_art_shared: 0,
      arts_shared: 0,
      public_funds_budget: 8,
      public_funds_settled: 8,
      training_budget: '0.5',
    }),
  ],
  school_stage_form: [
    stageRow(1, '小学', { grades: 6, classes: 12, largest_class: 40, teachers: 30 }),
    stageRow(2, '初中', { grades: 3, classes: 8, largest_class: 50, teachers: 36 }),
    stageRow(3, '小学', { grades: 6, classes: 8, largest_class: 40, teachers: 26 }),
    stageRow(3, '初中', { grades: 3, classes: 4, largest_class: 38, teachers: 14 }),
    stageRow(4, '初中', { grades: 3, classes: 6, largest_class: 50, teachers: 25 }),
    stageRow(5, '小学', { grades: 6, classes: 3, largest_class: 22, teachers: 8 }),
  ],
  school_supplement: [
    { school_code: code(1), training_settled: 4 },
    { school_code: code(4), senior_pupils: 400, training_settled: 4 },
    {
      school_code: code(5),
      last_year_pupils: 62,
      last_year_allocation: '6.5',
      training_settled: '0.5',
      music_rooms_54: 0,
      art_rooms_54: 0,
      proof_shared: '走教安排表',
      proof_2016: '批准文件',
    },
  ],
  county_form: [
    {
      county_name: '样例县',
      county_code: '990101',
      report_year: 2024,
      primary_fund_standard: 650,
      junior_fund_standard: 850,
      special_fund_total: 600000,
      special_pupils: 80,
      teacher_pay: '9.8',
      servant_pay: '9.6',
      eligible_teachers: 100,
      moved_teachers: 12,
      moved_backbone: 4,
      senior_places: 300,
      allocated_places: 180,
      rural_places: 90,
      migrant_children: 100,
      migrant_public: 0,
      migrant_purchased: 90,
      disabled_children: 40,
      disabled_enrolled: 39,
    },
  ],
  county_basics: [
    {
      population: '20.5',
      rural_population: '8.25',
      primary_schools: 1,
      nine_year_schools: 1,
      junior_schools: 1,
      complete_schools: 1,
      twelve_year_schools: 0,
      special_schools: 0,
      teaching_points: 1,
      teaching_points_50: 1,
      primary_classes: 23,
      junior_classes: 18,
      primary_pupils: 820,
      junior_pupils: 850,
      primary_staff: 80,
      primary_teachers: 72,
      junior_staff: 120,
      junior_teachers: 112,
      disabled_in_special: 30,
      basic_balance_on: '2018-05-01',
      transition_applies: true,
      transition_document: '某省教育厅文件（虚构）',
      transition_until: '2026-12-31',
    },
  ],
  county_monitoring: [{ subject: '语文', level: '4', between_school_variation: '0.1' }],
  county_survey: [
    { survey_group: '计', sent: 1000, valid: 950, satisfied: 900, visited: 100, visited_satisfied: 95 },
    { survey_group: '家长', sent: 600, valid: 580, satisfied: 560, visited: 60, visited_satisfied: 58 },
  ],
  county_ratings: [rating('政府1'), rating('政府7')],
  county_vetoes: [{ item: '否决1', occurred: false }],
}
