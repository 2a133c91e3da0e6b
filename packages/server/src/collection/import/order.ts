import { resolve } from 'node:path'
import type { MappingFile } from '@eduduty/core/collection'
import type { Pack } from '@eduduty/core/packs'
import type { Io } from '../../platform/io.ts'
import type { ParsedOptions } from '../../platform/parse-options.ts'
import type { Progress } from '../../platform/progress.ts'
import { readMappingFile } from '../read-mapping-file.ts'
import type { StreamProgress } from '../stream/stream-register.ts'
import type { SentBody } from '../upload/sent-body.ts'
import type { WantedTask } from './find-import-task.ts'

/** One file to be imported, as the command line asks for it. */
export interface ImportOrder extends WantedTask {
  readonly path: string
  readonly name: string
  readonly body: SentBody
  readonly dryRun: boolean
  readonly options: ParsedOptions
  readonly io: Io
  readonly progress: Progress
}

/** The mapping that `--map` names. Errors: `file.unreadable`. */
export async function mappingOf({ options, io }: ImportOrder, pack: Pack): Promise<{ readonly mapping?: MappingFile }> {
  const map = options.text('map')
  return map === undefined ? {} : { mapping: await readMappingFile(resolve(io.cwd, map), pack) }
}

/** Shows how far a roster has come. */
export function showProgress({ progress }: ImportOrder, { read, of }: StreamProgress): void {
  progress.report('读取名册', read, of)
}
