import { parseDocument } from 'yaml'
import { toPlain } from '../align-scalars.ts'
import { canonicalText } from '../canonical-text.ts'
import type { PackFile } from '../yaml-file.ts'
import { type ContentEdit, editedContent, isContent } from './plain-edit.ts'
import { spliced } from './splice-yaml.ts'

const parsed = (text: string) => parseDocument(text, { version: '1.2', merge: false, uniqueKeys: true })

interface ReadText {
  /** Not to be changed: others may be given it too. */
  readonly root: unknown
  readonly content: Readonly<Record<string, unknown>> | undefined
}

/** The text before an edit and the one after it, last used last: what was made is looked at, and edited again. */
const known = new Map<string, ReadText>()
const KEPT = 2

function readText(text: string): ReadText {
  const read = known.get(text) ?? readAnew(text)
  known.delete(text)
  known.set(text, read)
  const [oldest] = known.keys()
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
  return read
}

function readAnew(text: string): ReadText {
  const { contents: root, errors } = parsed(text)
  if (errors.length > 0) return { root, content: undefined }
  const content = root === null ? {} : toPlain(root, undefined)
  return { root, content: isContent(content) ? content : undefined }
}

/** The content of a file as an editor sees it: numbers are the text that stands there. Undefined when it cannot be read. */
export function contentOf(text: string): Readonly<Record<string, unknown>> | undefined {
  return readText(text).content
}

/**
 * The text of a YAML file after an edit. What the edit does not name keeps its bytes: comments, order, quotes. A text
 * written in an unusual way is written anew, with the same content and its comments.
 * @throws RangeError when the text cannot be read
 */
export function editedText(text: string, edit: ContentEdit): string {
  const { root, content: before } = readText(text)
  if (before === undefined) throw new RangeError('a text that cannot be read is not edited')
  const wanted = canonicalText(asWritten(editedContent(before, edit)))
  const fits = (candidate: string | undefined): candidate is string =>
    candidate !== undefined && canonicalText(contentOf(candidate)) === wanted
  const near = spliced(text, root, edit)
  if (fits(near)) return near
  const document = parsed(text)
  if (edit.kind === 'set') document.setIn([...edit.path], edit.value)
  else document.setIn([...edit.path], listAfter(editedContent(before, edit), edit.path))
  if (edit.kind === 'set' && edit.value === undefined) document.deleteIn([...edit.path])
  return document.toString({ lineWidth: 0 })
}

const listAfter = (data: unknown, path: ContentEdit['path']): unknown =>
  path.reduce<unknown>((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)]
    return isContent(inner) ? inner[String(step)] : undefined
  }, data)

/** Numbers as the text that they are written with. */
function asWritten(value: unknown): unknown {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(asWritten)
  if (!isContent(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, asWritten(inner)]])),
  )
}

/** An edit with the file that it is made in. */
export type PackEdit = ContentEdit & { readonly file: string }

/** The files of a pack after an edit; a file that is not there yet is made. */
export function editFiles(files: readonly PackFile[], { file, ...edit }: PackEdit): PackFile[] {
  const isThere = files.some(({ path }) => path === file)
  const all = isThere ? files : [...files, { path: file, text: '' }]
  return all.map((one) => (one.path === file ? { path: file, text: editedText(one.text, edit) } : one))
}
