import { join } from 'node:path'
import type { Pack } from '@eduduty/core/packs'
import { hashOf } from '../../src/packs/hash-of.ts'
import { type LoadedPack, readPack } from '../../src/packs/index.ts'
import { writeSmallFolder } from '../evaluation/small-folder.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

/** The pack of books as it was first issued. */
export async function readSmallPack(): Promise<LoadedPack> {
  const root = temporaryFolder()
  const { pack } = writeSmallFolder(root)
  const { loaded } = await readPack(pack, root)
  if (loaded === undefined) throw new Error('the pack of the test is wrong')
  return loaded
}

/** The same pack issued again, with something else in it. */
export function issueAgain(loaded: LoadedPack, version: string, change: (pack: Pack) => Pack): LoadedPack {
  const changed = change(structuredClone(loaded.pack))
  const pack = { ...changed, pack: { ...changed.pack, version } }
  return { pack, own: pack, hash: hashOf(pack), folder: join(loaded.folder, version) }
}

/** A stricter line of books, which nobody has found a source for. */
export function withStricterLine(pack: Pack): Pack {
  const verified = { grade: 'U' } as const
  const parameters = (pack.parameters ?? []).map((one) => ({
    ...one,
    values: one.values.map((value) => ({ ...value, value: '22', verified })),
  }))
  return { ...pack, parameters }
}

/** The form of books asks one more thing, or one thing less. */
export function withColumns(pack: Pack, change: 'more' | 'less'): Pack {
  const registers = pack.registers.map((register) => {
    if (register.id !== 'books') return register
    const columns =
      change === 'more'
        ? [...register.columns, { id: 'seats', title: '阅览座位', type: 'integer' as const, unit: '个' }]
        : register.columns.filter(({ id }) => id !== 'books')
    return { ...register, columns }
  })
  return { ...pack, registers }
}
