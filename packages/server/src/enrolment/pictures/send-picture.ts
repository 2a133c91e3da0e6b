import { type CaseFileKind, caseFileTitles } from '@eduduty/core/enrolment'
import type { FastifyReply } from 'fastify'
import { endingOfMedia } from '../../archive/index.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { sendApart } from '../../platform/http/send-file.ts'
import type { PictureRow } from './picture-row.ts'

/** Sends a file of a record to whoever may see it. Errors: `archive.file_lost`. */
export async function sendPicture(
  reply: FastifyReply,
  files: FileStore,
  county: string,
  { kind, media, sha256 }: PictureRow<CaseFileKind>,
): Promise<FastifyReply> {
  const title = caseFileTitles[kind]
  if (!(await files.has(county, sha256))) throw new AppError('archive.file_lost', { title })
  const content = files.read(county, sha256)
  return sendApart(reply, { name: `${title}${endingOfMedia(media)}`, type: media, content })
}
