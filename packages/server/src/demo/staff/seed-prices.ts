import type { PriceBody } from '@eduduty/core/evaluation'
import { areaPath } from '@eduduty/core/organizations'
import { storePrice } from '../../evaluation/index.ts'
import { type Actor, systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county } from '../county.ts'

type Invented = Pick<PriceBody, 'of' | 'unit' | 'per' | 'source'> & { readonly yuan: string }

const building = '演示：本县近三年校舍建设平均造价（虚构）'
const wages = '演示：本县在编教师年人均工资与缴费（虚构）'

/** Invented, as everything of the demo county is. */
const invented: readonly Invented[] = [
  { of: '教学及辅助用房面积', unit: '平方米', yuan: '2860', per: 'once', source: building },
  { of: '体育运动场馆面积', unit: '平方米', yuan: '410', per: 'once', source: '演示：塑胶运动场建设合同均价（虚构）' },
  { of: '网络多媒体教室间数', unit: '间', yuan: '38000', per: 'once', source: '演示：多媒体设备集中采购价（虚构）' },
  { of: '体育艺术教师数', unit: '人', yuan: '96000', per: 'yearly', source: wages },
  { of: '高于规定学历教师数', unit: '人', yuan: '12000', per: 'once', source: '演示：学历提升培训人均补助（虚构）' },
]

/** Enters the prices of the demo county, once. */
export function seedPrices({ door }: Pick<Installation, 'door'>): Promise<void> {
  const path = areaPath(county.code)
  const system = systemCaller('录入演示县的测算单价', { scopes: [path], county: county.code, path })
  const office: Actor = { id: 'demo-陆知行', name: '陆知行', kind: 'person', county: county.code, path }
  return door.write({ ...system, actor: office }, async (ctx) => {
    const [first] = await ctx.db.run('select 1 from evaluation_prices where county_code = $1 limit 1', [county.code])
    if (first !== undefined) return
    for (const price of invented) await storePrice(ctx, county.code, { ...price, since: '2026-01-01' })
  })
}
