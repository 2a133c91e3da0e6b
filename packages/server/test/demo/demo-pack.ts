import { readPack } from '../../src/packs/index.ts'

/** The shipped pack that the demo county is drawn from. */
export async function loadDemoPack() {
  const reading = await readPack('quality-balance-2017', '/')
  if (reading.loaded === undefined) throw new Error(reading.problems.map((problem) => problem.message).join('\n'))
  return reading.loaded
}
