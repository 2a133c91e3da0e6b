import { proveOverlay } from '@eduduty/core/evaluation'
import { AppError } from '../platform/errors/app-error.ts'
import { exitCodes, type Io, writeJson } from '../platform/io.ts'
import { readPack } from './load-pack.ts'
import { conclusionOf, idOf, isOpen, lineOf, view } from './proof-text.ts'
import { writeProblems } from './write-problems.ts'

/** `eduduty pack prove`: what each change of an overlay does to the demands of the pack that it tailors. */
export async function proveCommand(idOrFolder: string, io: Io, json: boolean): Promise<number> {
  const reading = await readPack(idOrFolder, io.cwd)
  const { loaded } = reading
  if (loaded === undefined) {
    writeProblems(reading, io, json)
    return exitCodes.usage
  }
  if (loaded.tailored === undefined)
    throw new AppError('command.usage', {
      command: 'pack',
      reason: `“${idOrFolder}”不是细化包（pack: 里没有 overlays），没有可证的改动`,
    })
  const { base, tailoring } = loaded.tailored
  const proof = proveOverlay(tailoring)
  const only = conclusionOf(proof)
  if (json)
    writeJson(io, { overlay: idOf(loaded.pack), tailors: idOf(base.pack), conclusion: only, steps: proof.map(view) })
  else {
    const { title } = base.pack.pack
    io.stdout.write(
      `${loaded.pack.pack.title}（${idOf(loaded.pack)}）细化 ${title}（${idOf(base.pack)}），逐条比较：\n`,
    )
    for (const [at, proved] of proof.entries()) io.stdout.write(lineOf(proved, at + 1))
    io.stdout.write(`结论：${only}\n`)
  }
  return proof.some(isOpen) ? exitCodes.wrong : exitCodes.done
}
