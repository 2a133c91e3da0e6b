import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import { AppError } from '../errors/app-error.ts'
import type { App } from './app-type.ts'

/** Folder of the built web application, as the build leaves it. */
export const builtWebFolder = fileURLToPath(new URL('../../../../web/dist/', import.meta.url))

const notBuilt = `<!doctype html><meta charset="utf-8"><title>履教通</title>
<p>网页文件还没有构建。请在项目目录运行 npm run build，再重新启动。</p>`

/** Serves the web application; addresses of its pages are answered with index.html, unknown API paths with 404. */
export async function serveWeb(app: App, folder: string | undefined): Promise<void> {
  const built = folder !== undefined && existsSync(join(folder, 'index.html'))
  if (built) await app.register(fastifyStatic, { root: folder, cacheControl: false, setHeaders })
  app.setNotFoundHandler((request, reply) => {
    const path = new URL(request.url, 'http://local').pathname
    const isPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.[a-z0-9]+$/i.test(path)
    if (folder === undefined || !isPage) throw new AppError('request.not_found')
    if (built) return reply.sendFile('index.html')
    return reply.code(503).type('text/html; charset=utf-8').send(notBuilt)
  })
}

/** Built assets carry a hash of their content in the name; everything else is asked for again each time. */
function setHeaders(reply: FastifyReply, path: string): void {
  const hashed = /[\\/]assets[\\/][^\\/]+-[\w-]{8}\.\w+$/.test(path)
  reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
}
