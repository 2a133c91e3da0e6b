import { Type } from 'typebox'
import { expect, it } from 'vitest'
import { readProxies } from '../../src/cli/read-proxies.ts'
import { originOf } from '../../src/platform/http/access.ts'
import type { RegisterRoutes } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { ok } from '../../src/platform/http/schemas.ts'
import { parseOptions } from '../../src/platform/parse-options.ts'
import { depsAs } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

const read = (text: string) => readProxies(parseOptions('serve', ['--trust-proxy', text], { 'trust-proxy': 'text' }))

it('a proxy is named by address or network, never everybody', () => {
  expect(read('127.0.0.1, 10.1.0.0/24')).toEqual(['127.0.0.1', '10.1.0.0/24'])
  expect(read('fd00::/8')).toEqual(['fd00::/8'])
  for (const wrong of ['true', '0.0.0.0/0', '::/0', '10.1.0.0/33', 'proxy.local', '', '10.1.0.0/24/2'])
    expect(() => read(wrong), wrong).toThrow('--trust-proxy')
})

const where: RegisterRoutes = (app) => {
  const answer = Type.Object({ address: Type.String(), protocol: Type.String() })
  app.get(
    '/api/where',
    { config: { access: { public: '测试' } }, schema: { response: ok(answer) } },
    async (request) => ({ address: originOf(request).address, protocol: request.protocol }),
  )
}

it('the word of a named proxy about the client is taken, nobody else’s', async () => {
  const deps = depsAs(await memoryDatabase(), [])
  const headers = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7', 'x-forwarded-proto': 'https' }
  const behind = await createApp({ deps, routes: [where], trustProxy: ['10.1.0.0/24'] })
  const ask = async (app: typeof behind, remoteAddress: string) =>
    (await app.inject({ url: '/api/where', headers, remoteAddress })).json()
  // The address next to the proxy, not the one that the client made up itself.
  expect(await ask(behind, '10.1.0.5')).toEqual({ address: '198.51.100.7', protocol: 'https' })
  expect(await ask(behind, '10.2.0.5')).toEqual({ address: '10.2.0.5', protocol: 'http' })
  await behind.close()
  const alone = await createApp({ deps, routes: [where] })
  expect(await ask(alone, '10.1.0.5')).toEqual({ address: '10.1.0.5', protocol: 'http' })
  await alone.close()
})
