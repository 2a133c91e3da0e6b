import type { RoleId } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { beforeEach, expect, it } from 'vitest'
import { collectionRoutes } from '../../../src/collection/routes.ts'
import { createApp } from '../../../src/platform/http/create-app.ts'
import { depsAs } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { type CollectingCounty, openCollecting, today } from './collecting-county.ts'

let serial = 700

onBothEngines((database) => {
  let open: CollectingCounty
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
  })
  const at = (place: string) => `${areaPath(open.county)}${place}`
  const grant = (role: RoleId, scope: string, unit = scope) => ({ role, scope: at(scope), unit: at(unit) })
  const send = async (roles: Parameters<typeof depsAs>[1], what: string, body?: unknown) => {
    const app = await createApp({ deps: depsAs(database(), roles, () => today), routes: [collectionRoutes] })
    const { taskId } = open.key
    const answer = await app.inject({
      method: body === undefined ? 'GET' : 'POST',
      url: `/api/collection/tasks${what.replace('TASK', `/${open.county}/${taskId}`)}`,
      headers: { 'x-eduduty-csrf': 'token' },
      ...(body !== undefined && {
        payload: JSON.stringify(body),
        headers: { 'x-eduduty-csrf': 'token', 'content-type': 'application/json' },
      }),
    })
    await app.close()
    return { status: answer.statusCode, body: answer.json() }
  }
  const typed = { edits: [{ row_no: 0, column: 'teachers', from: '', to: '32' }] }
  const type = (...roles: Parameters<typeof depsAs>[1]) => send(roles, 'TASK/cells', typed)

  it('is filled by its clerk; a township or department above it reads and does not type', async () => {
    for (const roles of [
      [grant('township_clerk', 'T01/')],
      [grant('department_clerk', '', 'D02/')],
      [grant('school_head', '')],
    ]) {
      const { status, body } = await type(...roles)
      // Who stands above is told whose it is; who stands elsewhere reaches nothing of it in filling in.
      expect([403, 404]).toContain(status)
      expect(body.type).toMatch(/^collection\.(?:not_own_unit|task_not_found)$/)
      expect((await send(roles, 'TASK')).status).toBe(200)
      expect((await send(roles, 'TASK/submit', { reason: '' })).status).toBe(status)
    }
    expect(await database().run('select 1 from collection_cell_changes where county_code = $1', [open.county])).toEqual(
      [],
    )
    expect((await type(grant('school_clerk', 'T01/S2199000001/'))).status).toBe(200)
  })

  it('is filled by whoever serves it by a second post, also beside the post of its township', async () => {
    const both = [grant('township_clerk', 'T01/'), grant('school_clerk', 'T01/S2199000001/')] as const
    expect((await type(...both)).status).toBe(200)
  })

  it('lies with the own clerk, and is not offered to the township as its turn', async () => {
    const turns = async (...roles: Parameters<typeof depsAs>[1]) => (await send(roles, '?at_me=true')).body.total
    expect(await turns(grant('township_clerk', 'T01/'))).toBe(0)
    expect(await turns(grant('school_clerk', 'T01/S2199000001/'))).toBe(1)
    const { body } = await send([grant('township_clerk', 'T01/')], 'TASK')
    const deeds = body.permits.map(({ deed }: { deed: string }) => deed)
    expect(deeds).not.toContain('fill')
    expect(deeds).toContain('approve_first')
  })
})
