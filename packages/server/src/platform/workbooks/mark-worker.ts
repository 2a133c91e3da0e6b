import { parentPort, workerData } from 'node:worker_threads'
import type { Finding } from '@eduduty/core/collection'
import { markWorkbook } from './mark-workbook.ts'
import { FileRefused } from './refusal.ts'

export interface MarkRequest {
  readonly path: string
  readonly findings: readonly Finding[]
  readonly out: string
  readonly name: string
}

export type MarkReply = { readonly refused?: Finding }

/** Entry of a thread that marks one great workbook. */
async function main({ path, findings, out, name }: MarkRequest): Promise<MarkReply> {
  try {
    await markWorkbook(path, findings, out, name)
    return {}
  } catch (cause) {
    if (cause instanceof FileRefused) return { refused: cause.finding }
    throw cause
  }
}

parentPort?.postMessage(await main(workerData))
