import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Output of a command that was kept quiet is part of its failure. */
export class CommandFailure extends Error {
  constructor(command, code, output) {
    super(`${output}${command} 以退出码 ${code} 结束`)
    this.output = output
  }
}

/**
 * Runs a command to its end. Output is shown as it comes, or kept quiet and told with the failure. `yielding`: it takes
 * only what others leave of the computer.
 */
export function run(command, args, { quiet = false, allow = [0], env = {}, yielding = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, {
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      env,
    })
    if (yielding && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
    const kept = []
    child.stdout?.on('data', (chunk) => kept.push(chunk))
    child.stderr?.on('data', (chunk) => kept.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      const output = Buffer.concat(kept).toString()
      if (allow.includes(code ?? 1)) resolve({ code, output })
      else reject(new CommandFailure([command, ...args].join(' '), code, output))
    })
  })
}

const running = new Set()

/** Starts a command in the checkout; a signal that ends this process ends it too. */
export function start(command, args, { stdio, env = {} }) {
  const child = spawn(command, args, { cwd: root, stdio, env: { ...process.env, ...env } })
  running.add(child)
  child.on('close', () => running.delete(child))
  return child
}

let stoppedAt

/** Passes the signal on and waits for the children. The terminal and npm send it twice; later, a person means it. */
function stop(signal) {
  const impatient = stoppedAt !== undefined && Date.now() - stoppedAt > 1_000
  if (stoppedAt !== undefined && !impatient) return
  stoppedAt ??= Date.now()
  const exit = () => process.exit(signal === 'SIGINT' ? 130 : 143)
  if (running.size === 0) exit()
  for (const child of running) {
    child.once('close', () => running.size === 0 && exit())
    child.kill(impatient ? 'SIGKILL' : signal)
  }
}

/** npm passes a signal on to its shell only, which does not: then the shell's end is the sign. */
function endWithNpm() {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event === undefined) return
  setInterval(() => process.ppid !== parent && stop('SIGTERM'), 500).unref()
}

/** Runs a script's main part: a failure is a sentence, not a stack, and a signal ends what was started. */
export async function main(work) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(signal))
  endWithNpm()
  try {
    await work()
  } catch (error) {
    if (stoppedAt !== undefined) return
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
