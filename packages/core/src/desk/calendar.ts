import { type Static, Type } from 'typebox'
import { addMonths } from '../calendar/index.ts'
import { InboxItem } from './inbox.ts'

const strict = { additionalProperties: false } as const
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** A month in which things are due. */
export const Month = Type.String({ pattern: '^[2][0-9]{3}-(0[1-9]|1[0-2])$' })

export const DeskCalendar = Type.Object(
  {
    month: Month,
    today: Day,
    is_known: Type.Boolean({ description: '这一年的工作日已知；不知道的不标休息和上班' }),
    days: Type.Array(
      Type.Object(
        {
          day: Day,
          works: Type.Optional(Type.Boolean({ description: '上班；不知道的没有' })),
          items: Type.Array(InboxItem),
        },
        strict,
      ),
    ),
    is_cut: Type.Boolean({ description: '太多，只列出最急的' }),
  },
  strict,
)
export type DeskCalendar = Static<typeof DeskCalendar>

/** The days of a month, `2026-11`, first to last. */
export function daysOfMonth(month: string): readonly string[] {
  const [year = 2000, of = 1] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, of, 0)).getUTCDate()
  return Array.from({ length: last }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`)
}

/** The month before or after, by so many. */
export const monthAfter = (month: string, by: number): string => addMonths(`${month}-01`, by).slice(0, 7)
