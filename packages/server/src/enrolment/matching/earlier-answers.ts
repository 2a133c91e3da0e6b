import { dayOf } from '@eduduty/core/calendar'

export interface AnsweredPair {
  readonly state: string
  readonly settled_by: string
  readonly settled_at: string | Date | null
  readonly why: string
  readonly earlier: string
}

const said = { same: '确认是同一人', different: '确认不是同一人' } as const

/** What people have said of a pair so far, the last answer included, and what has changed since. */
export function earlierAnswers({ state, settled_by, settled_at, why, earlier }: AnsweredPair, change: string): string {
  if (state !== 'same' && state !== 'different') return earlier
  const day = settled_at === null ? '' : dayOf(new Date(settled_at))
  const since = change === '' ? '' : `；之后${change}`
  return [earlier, `${day} ${settled_by}${said[state]}：${why}${since}`].filter((one) => one !== '').join('；')
}
