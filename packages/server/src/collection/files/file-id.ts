import { createHash } from 'node:crypto'

/** Identity of a file read: the same content under the same name is the same file. */
export const fileIdOf = (file: { readonly name: string; readonly sha256: string }): string =>
  createHash('sha256').update(`${file.name}\n${file.sha256}`).digest('hex').slice(0, 16)
