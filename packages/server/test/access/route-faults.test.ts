import { describe, expect, it } from 'vitest'
import { routes } from '../../src/http/routes.ts'
import { type InventoryEntry, listInventory } from '../../src/platform/http/route-inventory.ts'
import { generous, wideDoor, withDeps } from './planted-faults.ts'
import { openRouteWorld } from './route-world.ts'
import { keyOf, tryForeignIds, tryWithoutVerb } from './try-route.ts'

const entries = await listInventory(routes)

function get(key: string): InventoryEntry {
  const entry = entries.find((candidate) => keyOf(candidate) === key)
  if (entry === undefined) throw new Error(`no route ${key}`)
  return entry
}

describe('trying the routes finds', () => {
  it('a door without scopes, on every route that reads by id or by filter', async () => {
    const open = await openRouteWorld((plain) => withDeps(plain, { door: wideDoor(plain.deps.door) }))
    for (const key of [
      'GET /api/identity/people/:county_code/:person_id',
      'GET /api/identity/people',
      'GET /api/audit/events/:county/:no',
      'GET /api/evaluation/runs/:run',
      'GET /api/organizations/units/:county/:unit',
    ])
      expect(await tryForeignIds(open, get(key)), key).not.toEqual([])
    await open.close()
  })

  it('a role with one verb too many, and a table without row access', async () => {
    const open = await openRouteWorld((plain) => withDeps(plain, { identify: generous(plain.deps) }))
    expect(await tryWithoutVerb(open, get('GET /api/identity/people'))).not.toEqual([])
    const renaming = get('POST /api/organizations/posts/:county/:post/rename')
    expect(await tryForeignIds(open, renaming)).toEqual([])
    await open.owner.run('alter table organizations_posts disable row level security')
    expect(await tryForeignIds(open, renaming)).not.toEqual([])
    await open.close()
  })
})
