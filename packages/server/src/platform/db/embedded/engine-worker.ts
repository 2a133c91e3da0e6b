import { parentPort, workerData } from 'node:worker_threads'
import { SqlError } from '../sql-error.ts'
import { type Engine, startEngine } from './engine.ts'
import { type EngineCall, type EngineReply, type EngineRequest, syncFailedExit } from './engine-messages.ts'

/** Entry of the engine's thread: starts the engine, then answers calls one after another. */
async function main(): Promise<void> {
  if (parentPort === null) throw new Error('engine-worker runs as a worker thread only')
  const port = parentPort
  const answer = (reply: EngineReply): void => port.postMessage(reply)
  const engine = await startEngine(workerData, endThread)
  let last: Promise<void> = Promise.resolve()
  port.on('message', (request: EngineRequest) => {
    last = last.then(() => serve(engine, request, answer))
  })
  answer({ id: 0, ok: true, value: { durable: engine.durable } })
}

async function serve(engine: Engine, request: EngineRequest, answer: (reply: EngineReply) => void): Promise<void> {
  try {
    answer({ id: request.id, ok: true, value: await perform(engine, request.call) })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    answer({ id: request.id, ok: false, fault: error instanceof SqlError ? error.fault : undefined, message })
  }
  if (request.call.type === 'close') parentPort?.close()
}

function perform(engine: Engine, call: EngineCall): Promise<unknown> {
  switch (call.type) {
    case 'run':
      return engine.run(call.statement, call.parameters)
    case 'script':
      return engine.script(call.statements)
    case 'copy-in':
      return engine.copyIn(call.statement, call.data)
    case 'copy-out':
      return engine.copyOut(call.statement)
    case 'close':
      return engine.close()
  }
}

/** In a worker thread this ends the thread, not the process. */
function endThread(): never {
  process.exit(syncFailedExit)
}

await main()
