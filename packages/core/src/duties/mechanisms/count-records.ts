import type { Count, CountSubject } from '../../packs/index.ts'

/** A record of a unit's casework, as far as it can be counted. */
export interface MechanismRecord {
  readonly of: CountSubject
  readonly id: string
  readonly kind: string
  /** The day by which it belongs to a year. */
  readonly on: string
  readonly title: string
  /** Carried out, answered in time, kept. */
  readonly done: boolean
}

/** The records of a calendar year that a count means, the earliest first; how many they are is what the cell should hold. */
export function countRecords(
  { of, kinds, only }: Pick<Count, 'of' | 'kinds' | 'only'>,
  records: readonly MechanismRecord[],
  year: number,
): readonly MechanismRecord[] {
  const prefix = `${year}-`
  return records
    .filter((one) => one.of === of && one.on.startsWith(prefix))
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .filter(({ done }) => only === undefined || done)
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

/** In words, for a form and for the page: 会议（党委会、专题会），已落实. */
export function tellCount({ of, kinds, only }: Pick<Count, 'of' | 'kinds' | 'only'>): string {
  const which = kinds === undefined ? '' : `（${kinds.join('、')}）`
  return `${of}${which}${only === undefined ? '' : `，${only}`}`
}
