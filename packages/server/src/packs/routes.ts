import { InstalledPacks, PackVersionView } from '@eduduty/core/packs'
import { Type } from 'typebox'
import { callerOf } from '../platform/http/access.ts'
import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { ok, strict } from '../platform/http/schemas.ts'
import { draftRoutes } from './drafts/draft-routes.ts'
import { installOffered } from './install-offered.ts'
import { listInstalled } from './list-installed.ts'
import { listOffered } from './list-offered.ts'
import { readVersion } from './read-version.ts'

/** Only packs by their id; never a path. */
const PackId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,59}$', description: '标准包标识' })
const OneVersion = Type.Object({ pack: PackId, hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, strict)
const { versions, offered } = InstalledPacks.properties
const read = { access: { verb: 'packs.read' } } as const
const approve = { access: { verb: 'packs.approve' } } as const

/** Installed versions of standards packs, and installing one. */
export const packRoutes: RegisterRoutes = (app, deps) => {
  const { door, db } = deps
  draftRoutes(app, deps)
  app.get(
    '/api/packs',
    { config: read, schema: { summary: '已安装的标准包', response: ok(Type.Object({ versions }, strict)) } },
    async (request) => ({ versions: await door.read(callerOf(request), (ctx) => listInstalled(ctx.db)) }),
  )

  app.get(
    '/api/packs/offered',
    {
      config: approve,
      schema: { summary: '可以安装的标准包版本', response: ok(Type.Object({ offered }, strict)) },
    },
    async (request) => ({
      offered: await listOffered(await door.read(callerOf(request), (ctx) => listInstalled(ctx.db))),
    }),
  )

  app.get(
    '/api/packs/:pack/:hash',
    { config: read, schema: { summary: '标准包的一个版本', params: OneVersion, response: ok(PackVersionView) } },
    (request) => {
      const { pack: packId, hash } = request.params
      return door.read(callerOf(request), (ctx) => readVersion(ctx.db, { packId, hash }))
    },
  )

  app.post(
    '/api/packs/:pack',
    {
      config: approve,
      schema: {
        summary: '安装标准包',
        params: Type.Object({ pack: PackId }, strict),
        response: ok(PackVersionView),
      },
    },
    (request) => installOffered({ db, door }, callerOf(request), request.params.pack),
  )
}
