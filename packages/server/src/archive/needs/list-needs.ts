import {
  type Catalogue,
  type NeedList,
  type NeedSearch,
  type NeedState,
  openNeedStates,
  stateOfShape,
} from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import { groupBy } from '@eduduty/core/collection'
import type { Acting } from '../acting.ts'
import { type CatalogueKey, getCatalogueRow, noCounts, viewCatalogue } from '../catalogues/catalogue-row.ts'
import { linksOf } from './link-row.ts'
import { type ShapedNeed, shapedNeeds } from './need-row.ts'
import { openRequests } from './open-requests.ts'
import { paperToReview } from './paper-to-review.ts'
import { presentNeed } from './present-need.ts'

const PAGE = 50

interface Judged {
  readonly row: ShapedNeed
  readonly state: NeedState
}

/**
 * The needs of a catalogue that the caller reaches, counted by item and by unit, then those searched for. States depend on
 * the day and are computed here: a county has some thousand needs, not millions.
 */
export async function listNeeds(acting: Acting, key: CatalogueKey, search: NeedSearch): Promise<NeedList> {
  const { ctx, grants } = acting
  const row = await getCatalogueRow(ctx, key)
  const all = (await shapedNeeds(ctx, key.county, key.catalogue)).map((need) => ({
    row: need,
    state: stateOfShape(need),
  }))
  const found = all.filter((one) => fits(one, search))
  const { offset = 0, limit = PAGE } = search
  const page = found.slice(offset, offset + limit).map(({ row: need }) => need)
  const links = groupBy(
    await linksOf(
      ctx.db,
      key.county,
      page.map(({ need_id: id }) => id),
    ),
    ({ need_id: id }) => id,
  )
  const today = dayOf(ctx.now)
  return {
    catalogue: await viewCatalogue(ctx, row, { counts: countsOf(all) }),
    total: found.length,
    needs: page.map((need) => {
      const own = links.get(need.need_id) ?? []
      const waits = row.is_open ? paperToReview(acting, need, own) : undefined
      return { ...presentNeed(need, own, row.year, today), ...(waits !== undefined && { to_review: waits }) }
    }),
    items: itemsIn(all),
    units: unitsIn(all),
    requests: await openRequests(ctx, grants),
  }
}

function fits({ row, state }: Judged, search: NeedSearch): boolean {
  if (search.state !== undefined && state !== search.state) return false
  if (search.open === true && !openNeedStates.has(state)) return false
  if (search.indicator !== undefined && row.indicator_id !== search.indicator) return false
  if (search.unit !== undefined && row.unit_id !== search.unit) return false
  if (search.requested === true && row.requested_due === null) return false
  const wanted = search.text?.trim() ?? ''
  const words = [row.title, row.indicator_title, row.indicator_no, row.file_no, row.unit_name]
  return wanted === '' || words.some((part) => part.includes(wanted))
}

function countsOf(all: readonly Judged[]): Catalogue['counts'] {
  const counts = noCounts()
  for (const { state } of all) counts[state] += 1
  return counts
}

function itemsIn(all: readonly Judged[]): NeedList['items'] {
  const items = new Map<string, NeedList['items'][number]>()
  for (const { row, state } of all) {
    const { indicator_id: indicator, indicator_no: no, indicator_title: title } = row
    const item = items.get(indicator) ?? { indicator, no, title, needs: 0, open: 0 }
    items.set(indicator, { ...item, needs: item.needs + 1, open: item.open + openOf(state) })
  }
  return [...items.values()]
}

function unitsIn(all: readonly Judged[]): NeedList['units'] {
  const units = new Map<string, NeedList['units'][number]>()
  for (const { row, state } of all) {
    const unit = units.get(row.unit_id) ?? { unit: row.unit_id, name: row.unit_name, needs: 0, open: 0 }
    units.set(row.unit_id, { ...unit, needs: unit.needs + 1, open: unit.open + openOf(state) })
  }
  return [...units.values()].toSorted((one, other) => other.open - one.open || (one.unit < other.unit ? -1 : 1))
}

const openOf = (state: NeedState): number => (openNeedStates.has(state) ? 1 : 0)
