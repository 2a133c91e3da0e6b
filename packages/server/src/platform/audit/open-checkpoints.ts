import { existsSync } from 'node:fs'
import { mkdir, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../errors/app-error.ts'
import type { Keyring } from '../keys/keyring.ts'
import { keepTrack, loseTrack, type OpenResource } from '../open-resources.ts'
import { checkpointSeal } from './checkpoint-line.ts'
import type { ChainHead, Checkpoints } from './checkpoints.ts'

export const checkpointFileName = 'audit-checkpoints.jsonl'

const restMilliseconds = 200
const retryMilliseconds = 1_000
/** How old the last look at the file may be when an event is to be kept. */
const freshMilliseconds = 250

/**
 * Keeps the heads of the chains in `folder`, signed, one line each. While the file cannot be written, `ready` refuses;
 * what could not be written is written when it can be again. Opening never fails: reading goes on without a sink.
 */
export function openCheckpoints(folder: string, keyring: Keyring): Checkpoints {
  const file = join(folder, checkpointFileName)
  const seal = checkpointSeal(keyring)
  const waiting = new Map<string, ChainHead>()
  let wasThere = existsSync(file)
  let lookedAt = Number.NEGATIVE_INFINITY
  let fault: unknown
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> | undefined

  const schedule = (after: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      void flush()
    }, after)
  }
  /** A file that was there and is gone is never made anew: its lines would be lost in silence. */
  const look = async (): Promise<void> => {
    if (wasThere) await stat(file)
    lookedAt = performance.now()
  }
  const writeWaiting = async (): Promise<void> => {
    await look()
    if (waiting.size === 0 && fault === undefined) return
    const heads = [...waiting.values()]
    const lines = heads.map((head) => `${JSON.stringify(seal.seal(head))}\n`).join('')
    // After a failed write the last line may be torn: it must not swallow the next.
    await append(file, folder, fault === undefined ? lines : `\n${lines}`)
    wasThere = true
    for (const head of heads) if (waiting.get(head.county) === head) waiting.delete(head.county)
    fault = undefined
  }
  const flush = (): Promise<void> => {
    writing ??= writeWaiting()
      .catch((error) => {
        fault = error ?? new Error('unknown')
      })
      .finally(() => {
        writing = undefined
        if (waiting.size > 0) schedule(fault === undefined ? restMilliseconds : retryMilliseconds)
      })
    return writing
  }

  const checkpoints: Checkpoints = {
    file,
    async ready() {
      if (fault !== undefined) await flush()
      else if (performance.now() - lookedAt > freshMilliseconds)
        await look().catch((error) => {
          fault = error
        })
      if (fault !== undefined)
        throw new AppError('audit.sink_unwritable', { reason: reasonOf(fault) }, { cause: fault })
    },
    note(heads) {
      for (const head of heads) {
        const known = waiting.get(head.county)
        // Transactions may be told in another order than they were kept in.
        if (known === undefined || known.chainId !== head.chainId || known.no < head.no) waiting.set(head.county, head)
      }
      if (waiting.size > 0) schedule(restMilliseconds)
    },
    async close() {
      loseTrack(resource)
      await writing
      if (waiting.size > 0) await flush()
      clearTimeout(timer)
    },
  }
  const resource: OpenResource = { kind: 'database', close: checkpoints.close }
  keepTrack(resource)
  return checkpoints
}

async function append(file: string, folder: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.appendFile(text)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

function reasonOf(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return '磁盘已满'
    case 'ENOENT':
    case 'ENOTDIR':
      return '文件或文件夹不见了'
    case 'EACCES':
    case 'EPERM':
      return '没有写入的权限'
    case 'EROFS':
      return '磁盘是只读的'
    default:
      return code === '' ? '写入没有成功' : `写入没有成功，错误代码 ${code}`
  }
}
