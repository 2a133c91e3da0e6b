import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { get } from 'node:https'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createApp } from '../../src/platform/http/create-app.ts'
import { depsAs } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const folder = temporaryFolder()
vi.setConfig({ testTimeout: 180_000 })
const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]

function makeCertificate(): void {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-keyout', key, '-out', cert, ...subject],
  ])
  if (made.status !== 0) throw new Error(String(made.stderr))
}

describe('serving over HTTPS', () => {
  it('answers with the certificate of the administrator', async () => {
    makeCertificate()
    const https = { cert: readFileSync(cert), key: readFileSync(key) }
    const app = await createApp({ deps: depsAs(await memoryDatabase(), []), routes: [], https })
    await app.listen({ host: '127.0.0.1', port: 0 })
    const [bound] = app.addresses()
    const port = typeof bound === 'object' ? bound.port : 0
    const answer = await new Promise<number | undefined>((resolve, reject) => {
      const request = {
        host: '127.0.0.1',
        port,
        path: '/api/health',
        ca: https.cert,
        servername: 'localhost',
      }
      get(request, (response) => resolve(response.statusCode)).on('error', reject)
    })
    expect(answer).toBe(200)
    await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow()
    await app.close()
  })

  it('refuses files that are no certificate, do not fit, or are not there', async () => {
    makeCertificate()
    const serve = (...argv: string[]) => runInProcess(folder, ['serve', '--port', '0', ...argv])
    expect((await serve('--tls-cert', 'cert.pem', '--tls-key', 'cert.pem')).err).toContain('不能用来启用 HTTPS')
    expect((await serve('--tls-cert', 'cert.pem')).err).toContain('要一起给出')
    expect((await serve('--tls-cert', 'none.pem', '--tls-key', 'key.pem')).err).toContain('无法读取 none.pem')
  })
})
