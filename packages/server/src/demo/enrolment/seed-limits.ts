import { areaPath } from '@eduduty/core/organizations'
import { decideLimits, listLimits } from '../../enrolment/index.ts'
import { systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county } from '../county.ts'

const document = '澄湖县控辍保学工作办法（虚构）澄教发〔2025〕3号'
/** Before the first case of the demo was opened. */
const dated = '2025-01-15'

/** How often children in care are visited: the pack suggests nothing. 事实无人抚养儿童 are left open, so that the pages show how that looks. */
const visits: Readonly<Record<string, number>> = { 'care.left_behind': 30, 'care.in_hardship': 30, 'care.orphan': 15 }

/** What the invented county has decided where no national document says a number: as the pack suggests it. Once. */
export async function seedLimits({ door }: Pick<Installation, 'door'>): Promise<void> {
  const root = areaPath(county.code)
  const caller = systemCaller('建立演示县的期限和次数', { scopes: [root], county: county.code, path: root })
  await door.write(caller, async (ctx) => {
    const limits = (await listLimits(ctx, county.code)).flatMap(({ id, suggested, decided }) => {
      const days = visits[id]
      const amount = days === undefined ? suggested : ({ amount: days, unit: '自然日' } as const)
      return decided !== undefined || amount === undefined ? [] : [{ id, amount: amount.amount, unit: amount.unit }]
    })
    if (limits.length === 0) return
    await decideLimits(ctx, county.code, { limits, document, dated_on: dated })
  })
}
