import { getSchool } from '../county.ts'
import type { StoryName } from './task-stories.ts'

/** How the tasks of duties of the county and its departments went. */
export const storyOfDuty: Readonly<Record<string, StoryName>> = {
  county_study: 'onTheWay',
  county_budget_line: 'done',
  county_school_plan: 'underway',
  education_enrol: 'reported',
  education_keep: 'optimistic',
  education_teachers: 'underway',
  education_training: 'done',
  education_disabled: 'sentBack',
  education_migrants: 'onTheWay',
  finance_growth: 'overdue',
  finance_general: 'done',
  finance_no_divert: 'silent',
  finance_surcharge: 'supervised',
  staff_pay: 'underway',
  staff_posts: 'declined',
  land_plan: 'waiting',
  building_safety: 'extended',
  police_surroundings: 'done',
  health_school: 'soon',
  food_school: 'reported',
  labour_children: 'overdueButGreen',
  civil_children: 'draft',
}

/** Townships in the order of the county's lists, as far as they have come. */
export const storiesOfTownships: Readonly<Record<string, readonly StoryName[]>> = {
  township_visit: ['done', 'underway', 'reported', 'waiting', 'optimistic', 'done', 'overdue', 'onTheWay'],
  township_pledge: ['done', 'reported', 'done', 'soon'],
}

const school = (name: string): string => `S${getSchool(name).code}`

/** A township gave its task further down: to whom, and how it went there. */
export const split = {
  duty: 'township_surroundings',
  township: '石桥镇',
  title: '排查学校周边隐患',
  parts: [
    { unit: school('石桥镇中心小学'), story: 'done' },
    { unit: school('石桥镇初级中学'), story: 'overdue' },
    { unit: school('石桥镇第二小学'), story: 'underway' },
  ],
} as const

/** What schools have of the county itself. */
export const ofSchools = [
  { duty: 'school_safety', unit: school('石桥镇中心小学'), story: 'waiting' },
  { duty: 'school_safety', unit: school('石桥镇初级中学'), story: 'underway' },
  { duty: 'school_register', unit: school('石桥镇中心小学'), story: 'onTheWay' },
] as const
