import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Runs a command to its end. Output is shown as it comes, or kept quiet and shown only on failure. */
export function run(command, args, { quiet = false, allow = [0], env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      env: { ...process.env, ...env },
    })
    const kept = []
    child.stdout?.on('data', (chunk) => kept.push(chunk))
    child.stderr?.on('data', (chunk) => kept.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (allow.includes(code ?? 1)) return resolve({ code, output: Buffer.concat(kept).toString() })
      if (quiet) process.stderr.write(Buffer.concat(kept))
      reject(new Error(`${command} ${args.join(' ')} 以退出码 ${code} 结束`))
    })
  })
}

/** Newest change time of the files below the given folders (of the checkout) whose names fit. */
export function newestChange(folders, fits = () => true) {
  let newest = 0
  for (const folder of folders) {
    const path = join(root, folder)
    if (!existsSync(path)) continue
    if (statSync(path).isFile()) newest = Math.max(newest, statSync(path).mtimeMs)
    else
      for (const name of readdirSync(path, { recursive: true }))
        if (fits(String(name))) newest = Math.max(newest, statSync(join(path, String(name))).mtimeMs)
  }
  return newest
}

/** Runs a script's main part: a failure is one sentence, not a stack. */
export async function main(work) {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
