import { EventEmitter, once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../errors/app-error.ts'
import { workerEntry } from '../../worker-entry.ts'
import type { Outcome } from '../connection.ts'
import { SqlError } from '../sql-error.ts'
import type { Engine } from './engine.ts'
import { type EngineCall, type EngineReply, type EngineStarted, syncFailedExit } from './engine-messages.ts'
import { engineModule } from './engine-module.ts'
import type { EngineSettings } from './engine-options.ts'

/** Recovery after a crash reads at most some tens of megabytes of log: an engine that needs longer turns in circles. */
const startLimit = 5 * 60 * 1000

/**
 * Starts the engine in a thread of its own, so that a long statement does not stop everything else.
 * Errors: `database.lost` when it does not come up within `limit` milliseconds.
 */
export async function startEngineThread(settings: EngineSettings, limit = startLimit): Promise<Engine> {
  const workerData: EngineSettings = { ...settings, module: await engineModule() }
  const worker = new Worker(workerEntry(import.meta.url, './engine-worker.ts'), { workerData })
  const calls = new EngineCalls(worker)
  const ended = once(worker, 'exit').then(
    () => undefined,
    () => undefined,
  )
  const timer = setTimeout(() => {
    calls.lose(new AppError('database.lost', { reason: '引擎没有在时限内启动' }))
    void worker.terminate()
  }, limit)
  const durable = await calls.started().finally(() => clearTimeout(timer))
  return {
    durable,
    run: <Row>(statement: string, parameters: readonly (string | null)[]) =>
      calls.ask<Outcome<Row>>({ type: 'run', statement, parameters }, statement),
    script: (statements) => calls.ask<void>({ type: 'script', statements }, statements),
    copyIn: (statement, data) => calls.ask<void>({ type: 'copy-in', statement, data }, statement),
    copyOut: (statement) => calls.ask<Uint8Array>({ type: 'copy-out', statement }, statement),
    async close() {
      await calls.ask<void>({ type: 'close' }, 'close')
      await ended
    },
    isRunning: () => !calls.isLost(),
    kill(reason) {
      calls.lose(reason)
      void worker.terminate()
    },
    ended: () => ended,
  }
}

/** Questions under way. When the thread ends, every open question is answered with "outcome unknown". */
class EngineCalls {
  readonly #worker: Worker
  readonly #replies = new EventEmitter()
  readonly #open = new Set<(error: Error) => void>()
  #next = 1
  #lost: Error | undefined

  constructor(worker: Worker) {
    this.#worker = worker
    this.#replies.setMaxListeners(0)
    worker.on('message', (reply: EngineReply) => this.#replies.emit(String(reply.id), reply))
    worker.on('error', (cause) => this.lose(new AppError('database.lost', { reason: '引擎出错' }, { cause })))
    worker.on('exit', (code) => {
      const reason = code === syncFailedExit ? '写入磁盘失败' : '引擎线程已结束'
      this.lose(new AppError('database.lost', { reason }))
    })
  }

  started(): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#open.add(reject)
      this.#replies.once('0', (reply: EngineStarted) => {
        this.#open.delete(reject)
        resolve(reply.value.durable)
      })
    })
  }

  ask<T>(call: EngineCall, statement: string): Promise<T> {
    if (this.#lost !== undefined) return Promise.reject(this.#lost)
    const id = this.#next
    this.#next += 1
    return new Promise((resolve, reject) => {
      this.#open.add(reject)
      this.#replies.once(String(id), (reply) => {
        this.#open.delete(reject)
        if (reply.ok) resolve(reply.value)
        else reject(reply.fault === undefined ? new Error(reply.message) : new SqlError(reply.fault, statement))
      })
      this.#worker.postMessage({ id, call })
    })
  }

  isLost(): boolean {
    return this.#lost !== undefined
  }

  /** Every open question, and every later one, is answered with `error`; the first one counts. */
  lose(error: Error): void {
    this.#lost ??= error
    for (const reject of this.#open) reject(this.#lost)
    this.#open.clear()
    this.#replies.removeAllListeners()
  }
}
