import type { CellEdit } from '@eduduty/core/collection'

/** What a primary school types when everything is right: every item that applies to it, without the name and the code. */
export const rightAnswers: Readonly<Record<string, string>> = {
  school_type: '小学',
  founded_year: '1998',
  built_by_2010: '是',
  built_by_2016: '是',
  dense_centre_city: '否',
  small_rural_50_99: '否',
  small_classes_under_30: '否',
  primary_pupils: '516',
  migrant_pupils: '12',
  primary_in_catchment: '500',
  classes: '12',
  classes_to_25: '0',
  classes_26_30: '0',
  classes_31_35: '0',
  classes_36_40: '0',
  classes_41_45: '12',
  classes_46_50: '0',
  classes_51_55: '0',
  classes_56_60: '0',
  classes_61_65: '0',
  classes_from_66: '0',
  teachers: '32',
  primary_college: '6',
  primary_bachelor: '24',
  primary_master: '2',
  primary_doctor: '0',
  backbone_teachers: '6',
  certified_teachers: '32',
  trained_teachers: '30',
  pe_teachers: '3',
  music_teachers: '2',
  fine_art_teachers: '2',
  arts_teachers: '0',
  teaching_area: '3000',
  indoor_sport_area: '300',
  gym_area: '200',
  ground_area: '5000',
  equipment_value: '110.5',
  multimedia_rooms: '14',
  music_rooms: '1',
  music_rooms_96: '1',
  music_rooms_73: '0',
  music_rooms_61: '0',
  art_rooms: '1',
  art_rooms_90: '1',
  art_rooms_67: '0',
  art_rooms_61: '0',
  public_funds_budget: '38.7',
  public_funds_settled: '38.2',
  training_budget: '3.1',
}

/** A gymnasium larger than all rooms for sport: implausible, and true where it was counted apart. */
export const softMistake = { gym_area: '400' } as const
/** One class that stands in no band. */
export const hardMistake = { classes: '13' } as const

/** Everything typed into an empty form, with what is changed about it. */
export function wholeForm(changes: Readonly<Record<string, string>> = {}): CellEdit[] {
  return Object.entries({ ...rightAnswers, ...changes }).map(([column, to]) => ({ row_no: 0, column, from: '', to }))
}
