import { createHash } from 'node:crypto'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { AppError } from '../../errors/app-error.ts'
import { archiveNames } from './archive-names.ts'
import { assertWhole, readArchive } from './read-archive.ts'
import type { Manifest } from './snapshot.ts'

const ManifestShape = Type.Object({
  format: Type.Literal(1),
  created_at: Type.String(),
  migrations: Type.Array(Type.String()),
  keys: Type.Optional(Type.Array(Type.Object({ id: Type.String(), fingerprint: Type.String() }))),
  tables: Type.Array(
    Type.Object({ name: Type.String(), columns: Type.Array(Type.String()), rows: Type.Integer(), sum: Type.String() }),
  ),
})
const ChecksumsShape = Type.Record(Type.String(), Type.String())
type Checksums = Static<typeof ChecksumsShape>

export interface VerifiedArchive extends Manifest {
  /** Size of the content when unpacked. */
  readonly bytes: number
}

/** Reads a whole backup file, compares every entry with its checksum, and returns what the file contains. */
export async function verifyArchive(path: string, shown: string): Promise<VerifiedArchive> {
  await assertWhole(path, shown)
  const sums: Checksums = {}
  const texts = new Map<string, string>()
  let name = ''
  let hash = createHash('sha256')
  let kept: Uint8Array[] = []
  let bytes = 0
  for await (const part of readArchive(path, shown)) {
    switch (part.kind) {
      case 'entry':
        name = part.name
        hash = createHash('sha256')
        kept = []
        break
      case 'data':
        hash.update(part.bytes)
        bytes += part.bytes.length
        if (name.endsWith('.json')) kept.push(part.bytes)
        break
      case 'end':
        sums[name] = hash.digest('hex')
        if (name.endsWith('.json')) texts.set(name, Buffer.concat(kept).toString('utf8'))
        break
    }
  }
  const checksums = parse(ChecksumsShape, texts.get(archiveNames.checksums), shown, '缺少校验目录，文件可能被截断')
  const manifest = parse(ManifestShape, texts.get(archiveNames.manifest), shown, '缺少内容目录')
  compare(checksums, sums, manifest, shown)
  return { ...manifest, keys: manifest.keys ?? [], bytes }
}

function compare(expected: Checksums, found: Checksums, manifest: Pick<Manifest, 'tables'>, shown: string): void {
  const names = [archiveNames.manifest, ...manifest.tables.map((table) => archiveNames.table(table.name))]
  for (const name of names) {
    if (found[name] === undefined) throw damaged(shown, `缺少 ${name}`)
    if (found[name] !== expected[name]) throw damaged(shown, `${name} 与校验值不符`)
  }
}

function parse<Shape extends typeof ManifestShape | typeof ChecksumsShape>(
  shape: Shape,
  text: string | undefined,
  shown: string,
  reason: string,
): Static<Shape> {
  try {
    return Value.Parse(shape, JSON.parse(text ?? ''))
  } catch {
    throw damaged(shown, reason)
  }
}

function damaged(file: string, reason: string): AppError {
  return new AppError('backup.damaged', { file, reason })
}
