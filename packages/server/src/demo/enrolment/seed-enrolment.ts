import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import { getRegisterTable, loadRegister, makeTaskPack } from '../../collection/index.ts'
import { installMissingTables, type LoadedPack } from '../../packs/index.ts'
import { type Caller, type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county } from '../county.ts'
import { townshipArea } from '../staff/demo-areas.ts'
import { townshipUnit } from '../staff/demo-units.ts'
import { writeCsv } from '../write-csv.ts'
import { type HandedIn, handedInRegisters, townships } from './handed-in.ts'

export interface SeededEnrolment {
  readonly rows: number
  readonly present: boolean
}

interface Unit {
  readonly id: string
  readonly name: string
  readonly path: OrgPath
}

/**
 * Puts the rosters of two townships into the database, as the offices hand them in: households, rolls, attendance, and what
 * the departments know. Every child of them is there, so that whoever is on no roll is one of those planted.
 */
export async function seedEnrolment(
  { door, db, keyring }: Pick<Installation, 'door' | 'db' | 'keyring'>,
  pack: LoadedPack,
): Promise<SeededEnrolment> {
  await installMissingTables(db, pack.pack)
  const reach = { scopes: [areaPath(county.code)], county: county.code, path: areaPath(county.code) }
  const caller = systemCaller('建立演示县的控辍保学名册', reach)
  const { present, units } = await door.read(caller, async (ctx) => ({
    present: await isSeeded(ctx),
    units: await listUnits(ctx),
  }))
  if (present) return { rows: 0, present }
  const world = { parts: { db, door, keyring }, caller, pack, units }
  let rows = 0
  const folder = await mkdtemp(join(tmpdir(), 'eduduty-demo-'))
  try {
    for (const handed of handedInRegisters()) rows += await load(world, folder, handed)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return { rows, present }
}

async function isSeeded({ db }: Ctx): Promise<boolean> {
  const [first] = await db.run(
    `select 1 from collection_submissions where county_code = $1 and register = 'hardship_children' limit 1`,
    [county.code],
  )
  return first !== undefined
}

async function listUnits({ db }: Ctx): Promise<readonly Unit[]> {
  const rows = await db.run<{ unit_id: string; name: string; org_path: OrgPath }>(
    `select distinct on (u.unit_id) u.unit_id, v.name, u.org_path from organizations_units u
     join organizations_unit_versions v on v.county_code = u.county_code and v.unit_id = u.unit_id
     where u.county_code = $1 order by u.unit_id, v.since desc`,
    [county.code],
  )
  return rows.map(({ unit_id, name, org_path }) => ({ id: unit_id, name, path: org_path }))
}

interface World {
  readonly parts: Pick<Installation, 'door' | 'db' | 'keyring'>
  readonly caller: Caller
  readonly pack: LoadedPack
  readonly units: readonly Unit[]
}

/** One submission of an office. */
async function load(
  { parts, caller, pack, units }: World,
  folder: string,
  { register: id, office, year, rows }: HandedIn,
): Promise<number> {
  const unit = units.find((one) => one.id === office)
  const register = pack.pack.registers.find((one) => one.id === id)
  if (unit === undefined || register === undefined) return 0
  const name = `${unit.name}${register.title}.csv`
  const path = join(folder, name)
  await writeFile(path, writeCsv(register, rows, `${county.name}${year}年${register.title}`).bytes)
  const taskPack = makeTaskPack(pack.pack, pack.hash)
  const table = await parts.door.read(caller, ({ db }) => getRegisterTable(db, taskPack, register))
  const file = {
    path,
    name,
    pack: pack.pack,
    register,
    table: table.name,
    year,
    county: county.code,
    unit: { code: unit.id, name: unit.name, path: unit.path },
    paths: pathsOf(units),
    status: 'submitted' as const,
    keyring: parts.keyring,
  }
  const outcome = await loadRegister(parts, caller, file, { onCallingThread: true })
  if (outcome.state !== 'stored') throw new Error(`the demo county's ${register.title} could not be stored`)
  return outcome.summary.rows
}

/** Where the rows of a school or a township stand: by the code that they are written with. */
function pathsOf(units: readonly Unit[]): ReadonlyMap<string, OrgPath> {
  const schools = units.flatMap(({ id, path }) => (id.startsWith('S') ? [[id.slice(1), path] as const] : []))
  const own = townships.flatMap((name) => {
    const unit = units.find(({ id }) => id === townshipUnit(name))
    return unit === undefined ? [] : [[townshipArea(name), unit.path] as const]
  })
  return new Map([...schools, ...own])
}
