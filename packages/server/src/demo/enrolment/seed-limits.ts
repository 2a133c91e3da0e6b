import { areaPath } from '@eduduty/core/organizations'
import { decideLimits, listLimits } from '../../enrolment/index.ts'
import { systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county } from '../county.ts'

const document = '澄湖县控辍保学工作办法（虚构）澄教发〔2025〕3号'
/** Before the first case of the demo was opened. */
const dated = '2025-01-15'

/** What the invented county has decided where no national document says a number: as the pack suggests it. Once. */
export async function seedLimits({ door }: Pick<Installation, 'door'>): Promise<void> {
  const root = areaPath(county.code)
  const caller = systemCaller('建立演示县的期限和次数', { scopes: [root], county: county.code, path: root })
  await door.write(caller, async (ctx) => {
    const open = (await listLimits(ctx.db, county.code)).filter(({ decided }) => decided === undefined)
    if (open.length === 0) return
    const limits = open.map(({ id, suggested: { amount, unit } }) => ({ id, amount, unit }))
    await decideLimits(ctx, county.code, { limits, document, dated_on: dated })
  })
}
