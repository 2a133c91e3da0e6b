import { proveOverlay } from '@eduduty/core/evaluation'
import { diffPacks } from '@eduduty/core/packs'
import { exitCodes, type Io, writeJson } from '../platform/io.ts'
import { readPack } from './load-pack.ts'
import type { PackReading } from './pack-reading.ts'
import { conclusionOf, lineOf, view } from './proof-text.ts'
import { writeProblems } from './write-problems.ts'

/** `eduduty pack diff`: differences in sentences; of an overlay to the pack that it tailors also which way each goes. */
export async function diffCommand(before: string, after: string, io: Io, json: boolean): Promise<number> {
  const readings = await Promise.all([readPack(before, io.cwd), readPack(after, io.cwd)])
  const [old, now] = readings.map((reading: PackReading) => reading.loaded)
  if (old === undefined || now === undefined) {
    for (const reading of readings) if (reading.loaded === undefined) writeProblems(reading, io, json)
    return exitCodes.usage
  }
  const changes = diffPacks(old.own, now.own)
  const proof = now.tailored?.base.hash === old.hash ? proveOverlay(now.tailored.tailoring) : undefined
  if (json)
    writeJson(io, {
      before: old.hash,
      after: now.hash,
      changes,
      ...(proof !== undefined && { proof: proof.map(view) }),
    })
  else {
    io.stdout.write(changes.length === 0 ? '两个标准包内容相同。\n' : `共 ${changes.length} 处差别：\n`)
    for (const change of changes) io.stdout.write(`· ${change.sentence}\n`)
    if (proof !== undefined) {
      io.stdout.write('后一个是前一个的细化包，逐条比较：\n')
      for (const [at, proved] of proof.entries()) io.stdout.write(lineOf(proved, at + 1))
      io.stdout.write(`结论：${conclusionOf(proof)}\n`)
    }
  }
  return changes.length === 0 ? exitCodes.done : exitCodes.wrong
}
