import { lastsOn } from '../organizations/index.ts'

/** SQL for a tenure or grant that gives something on a day: approved, begun and not over. */
export const inForce = (row: string, day: string): string => `${row}.status = 'approved' and ${lastsOn(row, day)}`
