import { open, readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { FileRefused } from '../../platform/workbooks/refusal.ts'
import { detectMedia } from './detect-media.ts'
import { reasonOfPackage } from './detect-office.ts'
import { MediaRefused } from './media-refused.ts'
import type { ReadingJob, ReadingReply, ReadingRequest, ReadingResults } from './reading-protocol.ts'

/** Entry of the thread that looks into files: nothing of a file is parsed where others are answered. */
const port = parentPort
port?.on('message', async ({ job }: ReadingRequest) => port.postMessage(await answer(job)))

async function answer(job: ReadingJob): Promise<ReadingReply> {
  try {
    return { result: await resultOf(job) }
  } catch (cause) {
    if (cause instanceof MediaRefused) return { refused: cause.message }
    if (cause instanceof FileRefused) return { refused: cause.finding.message }
    return { refused: reasonOfPackage('broken_file') }
  }
}

async function resultOf(job: ReadingJob): Promise<ReadingResults[ReadingJob['kind']]> {
  switch (job.kind) {
    case 'media':
      return detectMedia(await bytesToTell(job.path), job.name, job.isUnpacked)
    case 'text':
      return (await import('./read-text.ts')).readText(await readFile(job.path), job.media, job.name)
    case 'preview':
      return (await import('./read-preview.ts')).readPreview(
        isShownAsItIs(job.media) ? Buffer.alloc(0) : await readFile(job.path),
        job.media,
        job.name,
      )
    case 'unpack':
      return (await import('./unpack.ts')).unpack(await readFile(job.path), job.folder, job.limits)
    case 'pages':
      return (await import('../volume/thread/write-pages.ts')).writePages(job)
    case 'setting':
      return (await import('../volume/thread/write-setting.ts')).writeSetting(job)
    case 'font':
      return (await import('../volume/thread/check-font.ts')).checkFont(job.path)
  }
}

const isShownAsItIs = (media: string): boolean => media === 'application/pdf' || media.startsWith('image/')

const BEGINNING = 4 * 1024 * 1024

/** Packages are told by their whole content, everything else by its beginning. */
async function bytesToTell(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const head = Buffer.alloc(BEGINNING)
    const { bytesRead } = await file.read(head, 0, BEGINNING, 0)
    const start = head.toString('hex', 0, 4)
    return start === '504b0304' || start === 'd0cf11e0' ? await readFile(path) : head.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
