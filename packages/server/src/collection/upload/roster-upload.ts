import type { MappingFile } from '@eduduty/core/collection'
import type { SentBody } from './sent-body.ts'

/** A file as it came in, with the mapping that it is to be read by. */
export interface RosterUpload {
  readonly name: string
  readonly body: SentBody
  readonly mapping?: MappingFile
}
