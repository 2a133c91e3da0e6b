import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { LIMITS } from './limits.ts'
import { packSheet } from './packed-sheets.ts'
import { readBytes } from './read-bytes.ts'
import { FileRefused } from './refusal.ts'
import type { WorkbookReply, WorkbookRequest } from './worker-protocol.ts'

const port = parentPort
port?.on('message', async (request: WorkbookRequest) => {
  port.postMessage(await answer(request))
})

async function answer(request: WorkbookRequest): Promise<WorkbookReply> {
  const { id } = request
  let identity = { sha256: '', bytes: 0 }
  try {
    const bytes = await readWhole(request.path)
    identity = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
    const { type, sheets } = await readBytes(bytes, request.name)
    return { id, ...identity, type, sheets: sheets.map(packSheet) }
  } catch (cause) {
    if (cause instanceof FileRefused) return { id, ...identity, refused: cause.finding }
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const message = code === '' ? '文件读不出来' : `文件读不出来（${code}）`
    return {
      id,
      ...identity,
      refused: {
        level: 'error',
        code: 'unreadable_file',
        message,
        advice: '检查文件是否存在、是否有读取权限、是否被占用',
      },
    }
  }
}

async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size > LIMITS.fileBytes) {
      const megabytes = LIMITS.fileBytes / 1024 / 1024
      throw new FileRefused(
        'too_large',
        `文件有 ${Math.ceil(size / 1024 / 1024)} MB，超过 ${megabytes} MB`,
        '删去图片和无关的表，或拆成几个文件',
      )
    }
    return await file.readFile()
  } finally {
    await file.close()
  }
}
