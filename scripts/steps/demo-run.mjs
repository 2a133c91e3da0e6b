import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programFingerprint } from './build.mjs'
import { fingerprint } from './fingerprint.mjs'
import { root, run } from './run.mjs'

/** The command line, as a person would start it. */
export const program = join(root, 'packages/server/bin/eduduty.mjs')

const noteFile = join(root, 'data/demo-run.json')
const everything = () => ({ program: programFingerprint(), packs: fingerprint(['packs']), demo: fingerprint(['demo']) })

/** Writes the demo county and runs the main job on it, unless that has been done with this program and these files. */
export async function prepareDemoRun() {
  const former = readNote()
  const now = everything()
  const kept = existsSync(join(root, 'data/database')) && existsSync(join(root, 'out'))
  if (kept && JSON.stringify(former) === JSON.stringify(now)) return
  // A demo folder that somebody has edited stays as it is: the edit is what they want to see evaluated.
  const isOurs = !existsSync(join(root, 'demo')) || (former?.demo === now.demo && former.program !== now.program)
  process.stdout.write('正在评估演示县……\n')
  rmSync(noteFile, { force: true })
  // People and their forms go into the database while the folder is read and judged; the result is stored after them.
  await Promise.all([seedDatabase(), assessFolder(isOurs)])
  mkdirSync(join(root, 'data'), { recursive: true })
  writeFileSync(noteFile, `${JSON.stringify(everything())}\n`)
}

/** Says what it did when it is done: the progress of the other stands in the same terminal. */
async function seedDatabase() {
  const parts = ['--staff', '--appraisal', '--collection', '--enrolment']
  const { output } = await run('node', [program, 'demo', ...parts, '--data', 'data'], { quiet: true })
  process.stdout.write(output)
}

async function assessFolder(isOurs) {
  if (isOurs) await run('node', [program, 'demo', '--out', 'demo'])
  const options = ['--out', 'out', '--data', 'data', '--wait', '600']
  await run('node', [program, 'assess', 'demo', ...options], { allow: [0, 1] })
}

/** The rosters that are compared, as workbooks; nobody waits for them, so they are written when the page is there. */
export function writeRosters() {
  if (existsSync(join(root, 'demo-rosters'))) return
  const options = ['demo', '--enrolment', '--out', 'demo-rosters']
  run('node', [program, ...options], { quiet: true, yielding: true }).catch((cause) =>
    process.stderr.write(`${cause.message}\n`),
  )
}

function readNote() {
  try {
    return JSON.parse(readFileSync(noteFile, 'utf8'))
  } catch {
    return undefined
  }
}
