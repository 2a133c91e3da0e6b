import { diffPacks } from '@eduduty/core/packs'
import { exitCodes, type Io, writeJson } from '../platform/io.ts'
import { readPack } from './load-pack.ts'
import type { PackReading } from './pack-reading.ts'
import { writeProblems } from './write-problems.ts'

export async function diffCommand(before: string, after: string, io: Io, json: boolean): Promise<number> {
  const readings = await Promise.all([readPack(before, io.cwd), readPack(after, io.cwd)])
  const [old, now] = readings.map((reading: PackReading) => reading.loaded)
  if (old === undefined || now === undefined) {
    for (const reading of readings) if (reading.loaded === undefined) writeProblems(reading, io, json)
    return exitCodes.usage
  }
  const changes = diffPacks(old.own, now.own)
  if (json) writeJson(io, { before: old.hash, after: now.hash, changes })
  else {
    io.stdout.write(changes.length === 0 ? '两个标准包内容相同。\n' : `共 ${changes.length} 处差别：\n`)
    for (const change of changes) io.stdout.write(`· ${change.sentence}\n`)
  }
  return changes.length === 0 ? exitCodes.done : exitCodes.wrong
}
