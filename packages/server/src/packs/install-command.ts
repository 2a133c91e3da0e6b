import { openDatabase } from '../platform/db/open-database.ts'
import { chooseStorage } from '../platform/installation.ts'
import { exitCodes, type Io } from '../platform/io.ts'
import { installRegisterTables } from './install-register-tables.ts'
import { keepPack } from './keep-pack.ts'
import { readPack } from './load-pack.ts'
import type { LoadedPack } from './pack-reading.ts'
import { listPackIds } from './packs-folder.ts'
import { writeProblems } from './write-problems.ts'

/** `eduduty pack install [PACK…]`: keeps them and makes the tables of their registers, as the owner of the database; without names, of all shipped packs. */
export async function installCommand(wanted: readonly string[], dataDir: string | undefined, io: Io): Promise<number> {
  const packs: LoadedPack[] = []
  for (const name of wanted.length === 0 ? listPackIds() : wanted) {
    const reading = await readPack(name, io.cwd)
    if (reading.loaded === undefined) {
      writeProblems(reading, io, false)
      return exitCodes.usage
    }
    packs.push(reading.loaded)
  }
  const storage = chooseStorage(dataDir, io)
  const database = await openDatabase({ ...storage, migrate: 'dataDir' in storage })
  try {
    for (const loaded of packs) {
      const { own, pack } = loaded
      const count = await installRegisterTables(database, pack)
      await database.transaction((queries) => keepPack(queries, loaded))
      io.stdout.write(`${own.pack.id}：${count} 张台账表已就绪。\n`)
    }
  } finally {
    await database.close()
  }
  return exitCodes.done
}
