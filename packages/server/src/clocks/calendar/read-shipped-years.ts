import { daysOfSpan, type WorkingYear } from '@eduduty/core/calendar'
import { packsFolder, readPack } from '../../packs/index.ts'

/** A year's arrangement with where it stands written. */
export interface KnownYear extends WorkingYear {
  readonly document: string
}

/** The pack that holds the calendars of the whole country. */
const CALENDAR_PACK = 'working-days'

let reading: Promise<readonly KnownYear[]> | undefined

/** The years whose notice is shipped with the program, read once. Error: the shipped pack cannot be read, which is a bug. */
export function readShippedYears(): Promise<readonly KnownYear[]> {
  reading ??= readYears()
  return reading
}

async function readYears(): Promise<readonly KnownYear[]> {
  const { loaded } = await readPack(CALENDAR_PACK, packsFolder())
  if (loaded === undefined) throw new Error(`pack ${CALENDAR_PACK} cannot be read`)
  return (loaded.own.calendars ?? []).map(({ year, rest, work, basis }) => ({
    year,
    rest: rest.flatMap(daysOfSpan),
    work: work.flatMap(daysOfSpan),
    document: basis.document,
  }))
}
