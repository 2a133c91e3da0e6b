import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../platform/ctx.ts'
import type { CatalogueKey } from './catalogue-row.ts'
import type { GrownNeed } from './grow-needs.ts'

/** What a need is written as, by column, but for the catalogue that it stands in. */
const cells = {
  need_id: () => randomUUID(),
  org_path: (need) => need.path,
  indicator_id: (need) => need.indicator,
  indicator_no: (need) => need.indicatorNo,
  indicator_title: (need) => need.indicatorTitle,
  material_id: (need) => need.material,
  title: (need) => need.title,
  note: (need) => need.note,
  file_no: (need) => need.fileNo,
  place: (need) => need.place,
  unit_id: (need) => need.unit,
  unit_name: (need) => need.unitName,
  is_asked: () => true,
  spared_because: (need) => (need.spared === '' ? null : need.spared),
  accepts: (need) => need.accepts,
} satisfies Record<string, (need: GrownNeed) => string | number | boolean | null | readonly string[]>

/** Puts needs into a catalogue that does not have them yet. */
export async function keepNeeds(
  ctx: Ctx,
  { county, catalogue }: CatalogueKey,
  needs: readonly GrownNeed[],
): Promise<void> {
  await ctx.db.loadRows(
    'archive_needs',
    ['county_code', 'catalogue_id', ...Object.keys(cells)],
    needs.map((need) => [county, catalogue, ...Object.values(cells).map((cell) => cell(need))]),
  )
}
