import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type Queries, queriesOn } from '../../src/platform/db/database.ts'
import { connectionsOf } from '../../src/platform/db/embedded/engine-connections.ts'
import { onlyEngine } from '../../src/platform/db/embedded/engine-keeper.ts'
import { startEngineThread } from '../../src/platform/db/embedded/engine-thread.ts'
import { openEmbedded } from '../../src/platform/db/embedded/open-embedded.ts'
import { readMigrationState } from '../../src/platform/db/migrate.ts'
import { listMigrations } from '../../src/platform/db/migration-files.ts'
import { verifyDatabase } from '../../src/platform/db/verify-database.ts'
import { type ChildProgram, runModule } from '../harness/child-program.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const base = temporaryFolder()
const older = join(base, 'older')
// Processes are started and recover one after another: slow on a busy machine, never wrong.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 300_000 })

/** More moments on demand: MIGRATION_KILLS=40 npx vitest run … */
const kills = Number(process.env.MIGRATION_KILLS ?? 3)
const migrations = listMigrations()
const names = migrations.map(({ name }) => name)
const lastOfOlder = migrations.findIndex(({ name }) => name === '202611230005-create-evaluation-documents')
/** What the tables look like after so many migrations. */
const shapes: string[] = []
let writes = 0

beforeAll(async () => {
  await makeOlder()
  await learnShapes()
  const folder = copyOf('counted')
  const child = migrating(folder, 0)
  expect(await child.ended, child.errors()).toBe(0)
  writes = Number(readFileSync(`${folder}.count`, 'utf8'))
})

/** A data folder as a program of the first version left it, with rows in it. */
async function makeOlder(): Promise<void> {
  mkdirSync(older)
  const engine = await startEngineThread({ folder: join(older, 'database') })
  const connections = connectionsOf(onlyEngine(engine))
  const connection = await connections.acquire()
  for (const { name, statements, checksum } of migrations.slice(0, lastOfOlder + 1)) {
    await connection.script(statements)
    await connection.run('insert into platform_migrations (name, checksum) values ($1, $2)', [name, checksum])
  }
  await connection.run(
    `insert into collection_submissions (county_code, submission_id, pack_id, register, unit_code, year, status, created_at)
     select '990101', 's' || n, 'own', 'pupils', 'S' || n, 2025, 'submitted', now() from generate_series(1, 300) n`,
    [],
  )
  await connections.release(connection)
  await engine.close()
}

async function learnShapes(): Promise<void> {
  const engine = await startEngineThread({})
  const connections = connectionsOf(onlyEngine(engine))
  const connection = await connections.acquire()
  for (const { statements } of migrations) {
    await connection.script(statements)
    shapes.push(await shapeOf(queriesOn(connection)))
  }
  await connections.release(connection)
  await engine.close()
}

/** Everything that a migration may make: columns, constraints, indexes, policies, rights and comments. */
async function shapeOf(queries: Queries): Promise<string> {
  const rows = await queries.run<{ shape: string }>(
    `select shape from (
       select format('%s %s %s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, col_description(attrelid, attnum)) as shape
         from pg_attribute join pg_class on oid = attrelid where relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
       union all select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace
       union all select indexdef from pg_indexes where schemaname = 'public'
       union all select to_jsonb(p)::text from pg_policies p where schemaname = 'public'
       union all select format('%s %s %s', relname, relacl, relrowsecurity) from pg_class where relnamespace = 'public'::regnamespace
       union all select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
     ) all_shapes order by shape`,
  )
  return rows.map(({ shape }) => shape).join('\n')
}

const copyOf = (name: string): string => {
  const folder = join(base, name)
  cpSync(older, folder, { recursive: true })
  return folder
}

/** A program that opens the folder and migrates it. Half of write number `killAt` of the migrations is done, then it is gone. */
function migrating(folder: string, killAt: number): ChildProgram {
  const flag = join(folder, 'migrating')
  const killingWrites = `
    import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    const { writeSync, existsSync, writeFileSync } = fs
    let count = 0
    fs.writeSync = (descriptor, buffer, offset, length, position) => {
      if (!existsSync(${JSON.stringify(flag)})) return writeSync(descriptor, buffer, offset, length, position)
      count += 1
      if (count !== ${killAt}) return writeSync(descriptor, buffer, offset, length, position)
      writeSync(descriptor, buffer, offset, Math.floor(length / 2), position)
      process.kill(process.pid, 'SIGKILL')
    }
    process.on('exit', () => count > 0 && writeFileSync(${JSON.stringify(`${folder}.count`)}, String(count)))
    syncBuiltinESMExports()`
  return runModule(
    base,
    `
    const { writeFileSync, rmSync } = await import('node:fs')
    const { openEmbedded } = await import(dist + 'platform/db/embedded/open-embedded.js')
    const { migrate } = await import(dist + 'platform/db/migrate.js')
    const database = await openEmbedded(${JSON.stringify(folder)}, { migrate: false })
    writeFileSync(${JSON.stringify(flag)}, '')
    await migrate(database.connections)
    rmSync(${JSON.stringify(flag)})
    await database.close()`,
    killingWrites,
  )
}

async function stateOf(folder: string) {
  const database = await openEmbedded(folder, { migrate: false })
  const { applied } = await readMigrationState(database.connections)
  const shape = await shapeOf(database)
  await database.close()
  return { count: applied.length, names: applied.map(({ name }) => name), shape }
}

describe('the embedded database killed while it is migrated', () => {
  it('stands wholly before or wholly after a migration, and goes on by itself at the next opening', async () => {
    const reached = new Set<number>()
    for (let kill = 0; kill < kills; kill += 1) {
      const folder = copyOf(`killed-${kill}`)
      const child = migrating(folder, Math.max(1, Math.floor((writes * (kill + 0.5)) / kills)))
      expect(await child.ended, child.errors()).toBe('SIGKILL')
      const left = await stateOf(folder)
      reached.add(left.count)
      expect(left.names).toEqual(names.slice(0, left.count))
      expect(left.shape).toBe(shapes[left.count - 1])
      const database = await openEmbedded(folder)
      expect((await readMigrationState(database.connections)).pending).toEqual([])
      expect(await shapeOf(database)).toBe(shapes.at(-1))
      expect(await database.run('select count(*) from collection_submissions')).toEqual([{ count: 300 }])
      expect((await verifyDatabase(database)).faults).toEqual([])
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    }
    // Not all of them in one and the same migration.
    expect(reached.size).toBeGreaterThan(1)
  })
})
