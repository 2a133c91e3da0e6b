import { posix } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { escapeXml } from '../../escape-xml.ts'
import { readZipDirectory } from '../zip-directory.ts'
import { writeZip } from './write-zip.ts'
import { attribute } from './xml-text.ts'

/** The parts of an Office package as text, with relations and content types. */
export interface PackageParts {
  read(path: string): string | undefined
  write(path: string, text: string): void
  /** The same for a great part, which is never put together as one text. */
  writePieces(path: string, pieces: readonly string[]): void
  has(path: string): boolean
  /** Relations of a part: id, type (last word of its URI) and absolute target. */
  relationsOf(path: string): readonly Relation[]
  /** Adds a relation and gives its id. */
  relate(path: string, type: string, target: string): string
  /** Declares the content type of a part (an Override) or of an extension (a Default). */
  declare(place: { readonly part: string } | { readonly extension: string }, type: string): void
  /** A path that no part has yet: start, a number, end. Readers expect the usual names. */
  freePath(start: string, end: string): string
  toBytes(): Uint8Array
}

export interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

const TYPES = '[Content_Types].xml'
const RELATION_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Opens a package that `inspectPackage` has already found harmless. */
export function openPackage(bytes: Uint8Array): PackageParts {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map(readZipDirectory(whole).map((entry) => [entry.name, entry]))
  const written = new Map<string, readonly string[]>()
  const packedOf = (start: number, size: number) => whole.subarray(start, start + size)
  const read = (path: string) => {
    const pieces = written.get(path)
    const entry = entries.get(path)
    if (pieces !== undefined || entry === undefined) return pieces?.join('')
    const packed = packedOf(entry.start, entry.compressed)
    return (entry.method === 0 ? packed : inflateRawSync(packed)).toString('utf8').replace(/^\ufeff/, '')
  }
  const writePieces = (path: string, pieces: readonly string[]) => {
    written.set(path, pieces)
  }
  const write = (path: string, text: string) => writePieces(path, [text])
  const has = (path: string) => written.has(path) || entries.has(path)
  const relsPath = (path: string) => posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`)
  const relationsOf = (path: string) => parseRelations(read(relsPath(path)) ?? '', path)
  return {
    read,
    write,
    writePieces,
    has,
    relationsOf,
    freePath(start, end) {
      let number = 1
      while (has(`${start}${number}${end}`)) number += 1
      return `${start}${number}${end}`
    },
    relate(path, type, target) {
      const place = relsPath(path)
      const used = new Set(relationsOf(path).map((relation) => relation.id))
      let number = used.size + 1
      while (used.has(`rIdE${number}`)) number += 1
      const id = `rIdE${number}`
      const empty =
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
      const xml = (read(place) ?? empty).replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>')
      const entry = `<Relationship Id="${id}" Type="${RELATION_TYPE}/${type}" Target="${escapeXml(posix.relative(posix.dirname(path), target))}"/>`
      write(
        place,
        xml.replace('</Relationships>', () => `${entry}</Relationships>`),
      )
      return id
    },
    declare(place, type) {
      const xml = read(TYPES) ?? ''
      const declared = withDeclaration(xml, place, type)
      if (declared !== xml) write(TYPES, declared)
    },
    toBytes() {
      const kept = [...entries.values()].filter((entry) => !written.has(entry.name))
      return writeZip([
        ...kept.map(({ start, compressed, ...entry }) => ({ ...entry, packed: packedOf(start, compressed) })),
        ...[...written].map(([name, pieces]) => ({ name, plain: encode(pieces) })),
      ])
    },
  }
}

/** So many pieces are turned into bytes at a time: one by one they would cost more than they are. */
const BATCH = 2000

function encode(pieces: readonly string[]): Buffer {
  const batches: Buffer[] = []
  for (let at = 0; at < pieces.length; at += BATCH) batches.push(Buffer.from(pieces.slice(at, at + BATCH).join('')))
  return Buffer.concat(batches)
}

/** The list of content types with one more; the same when it is there. */
function withDeclaration(xml: string, place: Parameters<PackageParts['declare']>[0], type: string): string {
  const isPart = 'part' in place
  const key = isPart ? `PartName="/${escapeXml(place.part)}"` : `Extension="${place.extension}"`
  if (xml.includes(key)) return xml
  const entry = isPart ? `<Override ${key} ContentType="${type}"/>` : `<Default ${key} ContentType="${type}"/>`
  return isPart
    ? xml.replace('</Types>', () => `${entry}</Types>`)
    : xml.replace(/(<Types[^>]*>)/, (start) => `${start}${entry}`)
}

/** Relations of a part, from the text of its .rels part. */
export function parseRelations(xml: string, path: string): readonly Relation[] {
  return [...xml.matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => {
    const target = attribute(tag, 'Target') ?? ''
    const absolute = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(path), target)
    return {
      id: attribute(tag, 'Id') ?? '',
      type: (attribute(tag, 'Type') ?? '').split('/').at(-1) ?? '',
      target: absolute,
    }
  })
}
