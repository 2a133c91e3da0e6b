import { dayAfter, dayOf, defaultSecuritySettings } from '@eduduty/core/identity'
import { expect, it } from 'vitest'
import { endTenure } from '../../src/identity/grants/end-tenure.ts'
import { proposeTenure } from '../../src/identity/grants/propose-tenure.ts'
import { changeSettings } from '../../src/identity/settings/change-settings.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { appoint, asSystem, countyA, peopleWorld } from './people-world.ts'

it('the three administrators are kept apart again only when nobody unites two of them, and those who do are named', async () => {
  const world = await peopleWorld(await memoryDatabase())
  const set = (administrators_apart: boolean) =>
    asSystem(world, (ctx) =>
      changeSettings(ctx, { ...defaultSecuritySettings, second_approval: false, administrators_apart }, '测试'),
    )
  await set(false)
  const system = await appoint(world, { unit: 'D01', role: 'system_admin', name: '兼任员' })
  const security = await appoint(world, { unit: 'D01', role: 'security_admin', name: '安全员' })
  const [since, until] = [dayOf(world.now), dayAfter(dayAfter(dayOf(world.now)))]
  const both = await asSystem(world, (ctx) =>
    proposeTenure(ctx, {
      county_code: countyA,
      post_id: security.post,
      person_id: system.personId,
      kind: 'substitute',
      since,
      until,
      reason: '测试',
    }),
  )
  await expect(set(true)).rejects.toMatchObject({ code: 'identity.people_meet' })
  await expect(set(true)).rejects.toThrow('兼任员')
  await asSystem(world, (ctx) => endTenure(ctx, { county: countyA, tenureId: both.id }, { on: since, reason: '测试' }))
  await set(true)
})
