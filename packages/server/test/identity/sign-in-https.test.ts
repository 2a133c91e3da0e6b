import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { addAccount, rightPassword, signInWorld } from './sign-in-world.ts'

it('over HTTPS the browser is told never to send its session in clear', async () => {
  const folder = temporaryFolder()
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const made = spawnSync('openssl', [
    'req',
    '-x509',
    ...ec,
    '-keyout',
    keyFile,
    '-out',
    certFile,
    '-subj',
    '/CN=localhost',
  ])
  expect(made.status, String(made.stderr)).toBe(0)
  const https = { cert: readFileSync(certFile), key: readFileSync(keyFile) }
  const world = await signInWorld({ https })
  await addAccount(world, { login: 'secure' })
  await world.app.listen({ host: '127.0.0.1', port: 0 })
  const [bound] = world.app.addresses()
  const port = typeof bound === 'object' ? bound.port : 0
  const cookies = await new Promise<readonly string[]>((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const options = { host: '127.0.0.1', port, method: 'POST', path: '/api/identity/sign-in', headers, agent: false }
    request({ ...options, rejectUnauthorized: false }, (answer) => resolve(answer.headers['set-cookie'] ?? []))
      .on('error', reject)
      .end(JSON.stringify({ login_name: 'secure', password: rightPassword }))
  })
  expect(cookies).toHaveLength(2)
  for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax.*; Secure$/)
  await world.app.close()
})
