import { type Static, Type } from 'typebox'
import { ClockRule } from '../packs/index.ts'

const strict = { additionalProperties: false } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Days = Type.Array(Day, { maxItems: 366 })

/** A year of the working calendar as it is in force. */
export const CalendarYearView = Type.Object(
  {
    year: Type.Integer(),
    rest: Days,
    work: Days,
    document: Type.String(),
    note: Type.String(),
    origin: Type.Union([Type.Literal('pack'), Type.Literal('county')], { description: '标准包里的，或本县录入的' }),
    /** Working days of the year. */
    working_days: Type.Integer(),
    by: Type.Optional(Type.String({ description: '录入人' })),
    at: Type.Optional(Type.String({ description: '录入时间' })),
  },
  strict,
)
export type CalendarYearView = Static<typeof CalendarYearView>

export const CalendarTable = Type.Object(
  {
    today: Day,
    years: Type.Array(CalendarYearView),
    /** Years that clocks wait for, with how many. */
    missing: Type.Array(Type.Object({ year: Type.Integer(), clocks: Type.Integer() }, strict)),
  },
  strict,
)
export type CalendarTable = Static<typeof CalendarTable>

export const CalendarYearBody = Type.Object(
  {
    rest: Days,
    work: Days,
    document: Type.String({ minLength: 1, maxLength: 200, description: '依据的文件与文号' }),
    note: Type.String({ maxLength: 400, description: '说明，如地方性假日' }),
  },
  strict,
)
export type CalendarYearBody = Static<typeof CalendarYearBody>

/** What a clock looks like from outside. `due_on` is absent where the calendar of a year is missing. */
export const ClockView = Type.Object(
  {
    clock: Type.String(),
    title: Type.String(),
    state: Type.Union([Type.Literal('running'), Type.Literal('paused'), Type.Literal('stopped')]),
    started_on: Day,
    due_on: Type.Optional(Day),
    missing_year: Type.Optional(Type.Integer()),
    rule: ClockRule,
  },
  strict,
)
export type ClockView = Static<typeof ClockView>
