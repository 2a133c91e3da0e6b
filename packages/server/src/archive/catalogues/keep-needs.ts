import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../platform/ctx.ts'
import type { CatalogueKey } from './catalogue-row.ts'
import type { GrownNeed } from './grow-needs.ts'

const columns = [
  ...['county_code', 'need_id', 'org_path', 'catalogue_id', 'indicator_id', 'indicator_no', 'indicator_title'],
  ...[
    'material_id',
    'title',
    'note',
    'file_no',
    'place',
    'unit_id',
    'unit_name',
    'is_asked',
    'spared_because',
    'accepts',
  ],
]

/** Puts needs into a catalogue that does not have them yet. */
export async function keepNeeds(
  ctx: Ctx,
  { county, catalogue }: CatalogueKey,
  needs: readonly GrownNeed[],
): Promise<void> {
  await ctx.db.loadRows(
    'archive_needs',
    columns,
    needs.map((need) => [
      ...[county, randomUUID(), need.path, catalogue, need.indicator, need.indicatorNo, need.indicatorTitle],
      ...[
        need.material,
        need.title,
        need.note,
        need.fileNo,
        need.place,
        need.unit,
        need.unitName,
        true,
        need.spared === '' ? null : need.spared,
        need.accepts.join(' '),
      ],
    ]),
  )
}
