import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildServer, buildWeb } from './steps/build.mjs'
import { installPackages } from './steps/install.mjs'
import { main, root, run } from './steps/run.mjs'

const program = join(root, 'packages/server/bin/eduduty.mjs')

await main(async () => {
  await installPackages()
  await buildServer()
  const web = buildWeb()
  web.catch(() => {})
  if (!existsSync(join(root, 'demo'))) await run('node', [program, 'demo', '--out', 'demo'])
  process.stdout.write('正在评估示范县……\n')
  await run('node', [program, 'assess', 'demo', '--out', 'out', '--data', 'data'], { allow: [0, 1] })
  await web
  const server = spawn('node', [program, 'serve', '--data', 'data', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
  server.on('close', (code) => process.exit(code ?? 0))
})
