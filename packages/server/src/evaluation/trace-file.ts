import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { allTraces, type CountyFacade, type Mention } from '@eduduty/core/evaluation'
import type { Progress } from '../platform/progress.ts'

export const TRACE_FILE = 'trace.json'

/** Characters gathered before they go to the disk. */
const PIECE = 256 * 1024

/** Writes the chain behind every figure, one figure a line, so that it never stands whole in memory. */
export async function writeTraces(
  path: string,
  county: CountyFacade,
  mentions: readonly Mention[],
  progress: Progress,
): Promise<void> {
  const file = await open(path, 'w')
  try {
    const { run, figures } = county.assessment()
    let piece = `{"schema":"eduduty-trace/1","run":${JSON.stringify(run.id)},"figures":{`
    let done = 0
    for (const trace of allTraces(county.evaluation)) {
      piece += `${done === 0 ? '\n' : ',\n'}${JSON.stringify(trace.figure)}:${JSON.stringify(trace)}`
      done += 1
      if (done % 500 === 0) progress.report('写出数字来历', done, figures.length)
      if (piece.length < PIECE) continue
      await file.appendFile(piece)
      piece = ''
    }
    await file.appendFile(
      `${piece}\n},"mentions":[${mentions.map((one) => `\n${JSON.stringify(one)}`).join(',')}\n]}\n`,
    )
  } finally {
    await file.close()
  }
}

/** The traces of a file that `writeTraces` wrote, as JSON text by figure, line by line. */
export async function* readTraces(path: string): AsyncGenerator<{ readonly figure: string; readonly json: string }> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) {
    if (line.startsWith('},"mentions"')) return
    const id = /^"(?:[^"\\]|\\.)*":/.exec(line)?.[0]
    if (id === undefined) continue
    const figure: unknown = JSON.parse(id.slice(0, -1))
    const json = line.endsWith(',') ? line.slice(id.length, -1) : line.slice(id.length)
    if (typeof figure === 'string') yield { figure, json }
  }
}
