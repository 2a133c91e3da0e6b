import { areaPath } from '@eduduty/core/organizations'
import { beforeEach, expect, it } from 'vitest'
import {
  closeUnit,
  mergeUnits,
  moveUnit,
  openUnit,
  renameUnit,
  splitUnit,
  treeAsOf,
  unitAsOf,
} from '../../src/organizations/index.ts'
import { onBothEngines } from '../harness/engines.ts'
import { inCounty, openCounty, ownedRows, pathsOfUnits } from './county-of-units.ts'

let serial = 10

onBothEngines((database, engine) => {
  let county: string
  const why = { on: '2025-09-01', reason: '云政发〔2025〕1号' }
  beforeEach(async () => {
    serial += 1
    county = `9901${serial}`
    await openCounty(database(), county)
  })
  const change = <T>(work: Parameters<typeof inCounty<T>>[2]) => inCounty(database(), county, work)
  const nameOn = async (date: string, unitId = 'S2199000001') =>
    (await unitAsOf(database(), county, unitId, date))?.name
  const pathOf = async (unitId: string) => (await pathsOfUnits(database(), county)).get(unitId)

  it('a renamed school keeps its old name for last year', async () => {
    await change((ctx) => renameUnit(ctx, { county, unitId: 'S2199000001', name: '石桥实验小学', ...why }))
    expect([await nameOn('2025-08-31'), await nameOn('2025-09-01')]).toEqual(['石桥镇中心小学', '石桥实验小学'])
    expect(await nameOn('2018-08-31')).toBeUndefined()
  })

  it('two open units below one parent never share a name, whoever is renamed, moved or set up', async () => {
    const taken = { code: 'organizations.name_taken', params: { parent: '石桥镇' } }
    const name = '石桥镇中心小学'
    await expect(
      change((ctx) => renameUnit(ctx, { county, unitId: 'S2199000002', name, ...why })),
    ).rejects.toMatchObject(taken)
    const openedOn = '2025-09-01'
    const parentPath = `${areaPath(county)}T01/`
    await expect(change((ctx) => openUnit(ctx, { kind: 'school', name, parentPath, openedOn }))).rejects.toMatchObject(
      taken,
    )
    await change((ctx) => renameUnit(ctx, { county, unitId: 'S2199000003', name, ...why }))
    await expect(
      change((ctx) => moveUnit(ctx, { county, unitId: 'S2199000003', parentId: 'T01', ...why })),
    ).rejects.toMatchObject(taken)
    await change((ctx) => closeUnit(ctx, { county, unitId: 'S2199000001', ...why }))
    await change((ctx) => renameUnit(ctx, { county, unitId: 'S2199000002', name, ...why }))
  })

  it('a second change of one day says that it takes the place of the first', async () => {
    const rename = (name: string) => change((ctx) => renameUnit(ctx, { county, unitId: 'S2199000001', name, ...why }))
    const [first, second] = [await rename('石桥实验小学'), await rename('石桥第一小学')]
    expect(first.units[0]?.says).toBe('更名为“石桥实验小学”')
    expect(second.units[0]?.says).toContain('2025-09-01 已有的变更（名称“石桥实验小学”）在沿革中由这次取代')
  })

  it('a moved school takes every row of every table along, and stays with its township for last year', async () => {
    const before = await ownedRows(database(), county)
    const { rows, tables } = await change((ctx) =>
      moveUnit(ctx, { county, unitId: 'S2199000001', parentId: 'T02', ...why }),
    )
    const path = `${areaPath(county)}T02/S2199000001/`
    expect(await pathOf('S2199000001')).toBe(path)
    const after = await ownedRows(database(), county)
    expect(after.filter((row) => row.owner === 'S2199000001').every((row) => row.path === path)).toBe(true)
    // One more: the version that begins.
    expect(after).toHaveLength(before.length + 1)
    expect(rows).toBe(7)
    expect(tables).toContainEqual({ title: '授权：岗位有什么角色，管到哪些单位', rows: 1 })
    const tree = await treeAsOf(database(), county, '2025-08-31')
    expect(tree.find((unit) => unit.unit_id === 'S2199000001')).toMatchObject({ parent_id: 'T01', org_path: path })
  })

  it('merged townships: schools go on below the successor, the closed one stands below it with its history', async () => {
    const { posts_closed } = await change((ctx) => mergeUnits(ctx, { county, from: ['T01'], into: 'T02', ...why }))
    const root = areaPath(county)
    expect(posts_closed).toBe(1)
    expect(await pathOf('S2199000001')).toBe(`${root}T02/S2199000001/`)
    expect(await pathOf('T01')).toBe(`${root}T02/T01/`)
    expect(await unitAsOf(database(), county, 'T01', '2025-09-01')).toBeUndefined()
    expect(await unitAsOf(database(), county, 'T01', '2025-08-31')).toMatchObject({ name: '石桥镇' })
    await expect(
      change((ctx) => renameUnit(ctx, { county, unitId: 'T01', name: '新石桥镇', ...why })),
    ).rejects.toMatchObject({ code: 'organizations.unit_closed' })
  })

  it('a split school closes in place, its parts are new', async () => {
    const before = await pathOf('S2199000002')
    const into = [
      { name: '河口一小', code: '2199000011', members: [] },
      { name: '河口二小', members: [] },
    ]
    await change((ctx) => splitUnit(ctx, { county, unitId: 'S2199000002', into, stays: false, ...why }))
    expect(await pathOf('S2199000002')).toBe(before)
    const names = (await treeAsOf(database(), county, '2025-09-01')).map((unit) => unit.name)
    expect(names).toEqual(expect.arrayContaining(['河口一小', '河口二小']))
    expect(names).not.toContain('河口小学')
  })

  it('refuses what would leave somebody without an owner', async () => {
    const refused = async (work: Parameters<typeof inCounty>[2], code: string) =>
      expect(change(work)).rejects.toMatchObject({ code: `organizations.${code}` })
    await refused((ctx) => closeUnit(ctx, { county, unitId: 'T01', ...why }), 'unit_has_members')
    await refused(
      (ctx) => moveUnit(ctx, { county, unitId: 'T01', parentId: 'S2199000001', ...why }),
      'move_below_itself',
    )
    await refused((ctx) => closeUnit(ctx, { county, unitId: 'G', ...why }), 'government_stays')
    const split = { unitId: 'T01', into: [{ name: '石桥东镇', members: ['S2199000001'] }], stays: false }
    await refused((ctx) => splitUnit(ctx, { county, ...split, ...why }), 'successor_unclear')
    const into = 'S2199000001'
    await refused((ctx) => mergeUnits(ctx, { county, from: ['T02'], into, ...why }), 'successor_unclear')
    const early = { ...why, on: '2018-08-31' }
    await refused((ctx) => moveUnit(ctx, { county, unitId: into, parentId: 'T02', ...early }), 'date_invalid')
    const late = { ...why, on: '2026-11-26' }
    await refused((ctx) => moveUnit(ctx, { county, unitId: into, parentId: 'T02', ...late }), 'date_invalid')
  })

  if (engine === 'server')
    it('waits for who is writing, so that no row is left behind', async () => {
      let started = (): void => {}
      const begun = new Promise<void>((resolve) => {
        started = resolve
      })
      const writing = change(async (ctx) => {
        const path = `${areaPath(county)}T01/S2199000001/`
        const key = { county_code: county, org_path: path, unit_id: 'S2199000001' }
        await ctx.db.kysely
          .insertInto('identity_people')
          .values({ ...key, person_id: 'late', name: '新教师' })
          .execute()
        started()
        await new Promise((resolve) => setTimeout(resolve, 300))
      })
      await begun
      await change((ctx) => moveUnit(ctx, { county, unitId: 'S2199000001', parentId: 'T02', ...why }))
      await writing
      const rows = await ownedRows(database(), county)
      const paths = new Set(rows.filter((row) => row.owner === 'S2199000001').map((row) => row.path))
      expect([...paths]).toEqual([`${areaPath(county)}T02/S2199000001/`])
    })
})
