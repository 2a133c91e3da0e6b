/** One day of the real world, what the machine's calendar says on it, and whether the program runs. */
export interface RealDay {
  readonly today: string
  readonly number: number
  readonly runs: boolean
}

const DAY = 86_400_000

export const dayNumberOf = (day: string): number => Math.round(Date.parse(day) / DAY)

function countedDays(): readonly RealDay[] {
  const [first, count] = [Date.parse('2024-01-01'), 1096]
  const day = (at: number): string => new Date(first + at * DAY).toISOString().slice(0, 10)
  const outage = { from: 400, to: 429 }
  const setBack = 700
  return Array.from({ length: count }, (_, at): RealDay => {
    const today = day(at === setBack ? at - 10 : at)
    return { today, number: dayNumberOf(today), runs: at < outage.from || at > outage.to }
  })
}

/** Three years from 2024 on, with an outage of thirty days and a machine whose clock is ten days late for a day. */
export const realDays = countedDays()
