import { type GivenRating, type Settlement, seats, settleItem } from '@eduduty/core/appraisal'
import { givenOf, type ItemRow, ratedBy, toleranceOf } from './appraisal-row.ts'
import type { Appraisal } from './get-appraisal.ts'

/** What counts of a seat's rating: nothing until it has been handed in. */
function handedIn({ assignments, opinions }: Appraisal, item: ItemRow, seat: number): GivenRating | undefined {
  const assignment = assignments.find((one) => one.section === item.section && one.seat === seat)
  if (assignment === undefined || assignment.handed_in_at === null) return undefined
  const opinion = opinions.find((one) => one.item === item.item && one.seat === seat)
  return opinion && givenOf(opinion.points, opinion.level)
}

/** What two raters, and perhaps a third, have made of an item. */
export function settlementOf(appraisal: Appraisal, item: ItemRow): Settlement {
  const opinions = {
    first: handedIn(appraisal, item, seats.first),
    second: handedIn(appraisal, item, seats.second),
    arbiter: handedIn(appraisal, item, seats.arbiter),
  }
  return settleItem(ratedBy(item), opinions, toleranceOf(appraisal.row))
}

/** Whether the two raters of a section have both handed in: until then nobody sees either. */
export function areBothIn({ assignments }: Pick<Appraisal, 'assignments'>, section: string): boolean {
  return [seats.first, seats.second].every((seat) =>
    assignments.some((one) => one.section === section && one.seat === seat && one.handed_in_at !== null),
  )
}
