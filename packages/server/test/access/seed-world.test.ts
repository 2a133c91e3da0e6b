import { roles, verbs } from '@eduduty/core/identity'
import { beforeAll, describe, expect, it } from 'vitest'
import { memoryDatabase } from '../harness/memory-database.ts'
import { canariesIn } from './marks.ts'
import { allowed } from './oracle.ts'
import { confinedColumns, seedWorld } from './seed-world.ts'
import { fullWorld, planWorld, smallWorld, worldDay } from './world-plan.ts'

const world = planWorld(smallWorld)

beforeAll(async () => seedWorld(await memoryDatabase(), world))

describe('the seed world', () => {
  it('has its full size as the safety programme asks', () => {
    const { units } = planWorld(fullWorld)
    const of = (kind: string): number => units.filter((unit) => unit.kind === kind).length
    expect(of('township')).toBe(2 * 3 * 4 * 6)
    expect(of('department')).toBe(2 * 3 * (4 * 12 + 1))
    expect(of('school')).toBe(2 * 3 * 4 * 20)
    expect(new Set(units.map((unit) => unit.canary)).size).toBe(units.length)
  })

  it('has a person of every role, and posts past, future, proposed and closed', () => {
    expect([...new Set(world.grants.map((grant) => grant.role))].toSorted()).toEqual(Object.keys(roles).toSorted())
    expect(new Set(world.tenures.map((tenure) => tenure.status)).size).toBeGreaterThan(2)
    expect(new Set(world.people.map((person) => person.account)).size).toBe(3)
  })

  it('marks every row of every table that belongs to units with the canary of its unit, and with no other', async () => {
    const db = await memoryDatabase()
    const canaries = new Map(world.units.map((unit) => [unit.path, unit.canary]))
    const tables = [...(await confinedColumns(db)).keys()]
    expect(tables.length).toBeGreaterThan(15)
    for (const table of tables) {
      const rows = await db.run<{ org_path: string; content: string }>(
        `select org_path, to_jsonb(t)::text as content from ${table} t`,
      )
      expect(rows.length, table).toBeGreaterThan(0)
      for (const { org_path, content } of rows) expect(canariesIn(content), table).toEqual([canaries.get(org_path)])
    }
  })
})

describe('the oracle', () => {
  it('knows every verb and every role, and lets somebody use each', () => {
    for (const verb of Object.keys(verbs)) {
      const able = world.people.filter((who) => allowed(world, { who, verb, day: worldDay }).size > 0)
      expect(able.length, verb).toBeGreaterThan(0)
      expect(able.length, verb).toBeLessThan(world.people.length)
    }
  })
})
