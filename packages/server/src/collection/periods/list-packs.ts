import type { PackChoices } from '@eduduty/core/collection'
import { listPackIds, readPack } from '../../packs/index.ts'

/** Standards packs by which something can be collected: those of the program's own folder that are whole and have registers. */
export async function listPacks(): Promise<PackChoices> {
  const readings = await Promise.all(listPackIds().map((id) => readPack(id, '/')))
  return {
    packs: readings.flatMap(({ loaded }) =>
      loaded === undefined || loaded.pack.registers.length === 0
        ? []
        : [{ pack_id: loaded.pack.pack.id, title: loaded.pack.pack.title, version: loaded.pack.pack.version }],
    ),
  }
}
