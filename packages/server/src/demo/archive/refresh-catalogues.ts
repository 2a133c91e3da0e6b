import { listCatalogues, refreshCatalogue } from '../../archive/index.ts'
import { systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county } from '../county.ts'
import { root } from './archive-people.ts'

/**
 * Brings the catalogues of the demo county up to its evaluation, which is made after them. Gives how many were behind; nothing
 * is changed where none is.
 */
export async function refreshCatalogues({ door }: Pick<Installation, 'door'>): Promise<number> {
  const caller = systemCaller('按评估结果更新演示县的佐证目录', { scopes: [root], county: county.code, path: root })
  const behind = await door.read(caller, async (ctx) => (await listCatalogues(ctx)).filter((one) => one.is_behind))
  const own = behind.filter((one) => one.county === county.code)
  for (const { catalogue } of own)
    await door.write(caller, (ctx) => refreshCatalogue(ctx, { county: county.code, catalogue }))
  return own.length
}
