import { dayOf } from '@eduduty/core/calendar'
import { areaPath } from '@eduduty/core/organizations'
import { Type } from 'typebox'
import { findUnitNames } from '../../organizations/index.ts'
import type { Caller } from '../../platform/ctx.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { Deps, RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, ok, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { usualVolume } from '../../platform/pdf/volume-settings.ts'
import type { CatalogueKey } from '../catalogues/catalogue-row.ts'
import { describeVolume } from '../outputs/describe-volume.ts'
import { type Dossier, readDossier } from '../outputs/dossier-rows.ts'
import { streamDossier } from '../outputs/stream-dossier.ts'
import { writeLabels } from '../outputs/write-labels.ts'
import { writeMissing } from '../outputs/write-missing.ts'
import { writeVolume } from '../outputs/write-volume.ts'
import { prepareVolume } from '../volume/prepare-volume.ts'
import { streamVolume } from '../volume/stream-volume.ts'
import { OneCatalogue } from './params.ts'

const read = { access: { verb: 'archive.read' } } as const
const plan = { access: { verb: 'archive.plan' } } as const

const UnitQuery = Type.Object(
  { unit: Type.Optional(Type.String({ maxLength: 100, description: '只要一个单位的' })) },
  strict,
)

interface Wanted {
  readonly caller: Caller
  readonly key: CatalogueKey
  readonly unit: string | undefined
}

/** What goes out: the list of what lacks; for an inspection labels, bound volume, dossier. */
export const outputRoutes: RegisterRoutes = (app, deps) => {
  const { door, files, clock } = deps
  const schema = (summary: string) => ({ summary, params: OneCatalogue, querystring: UnitQuery, response: ok(Content) })
  app.get(
    '/api/archive/catalogues/:county/:catalogue/missing',
    { config: read, schema: schema('缺件清单') },
    async (request, reply) => {
      const wanted = { caller: callerOf(request), key: request.params, unit: request.query.unit }
      const dossier = await dossierFor(deps, wanted)
      const name = `${dossier.catalogue.title}-缺件清单.xlsx`
      return sendFile(reply, { name, type: mediaTypes.xlsx, content: await writeMissing(dossier) })
    },
  )
  app.get(
    '/api/archive/catalogues/:county/:catalogue/labels',
    { config: read, schema: schema('盒签') },
    async (request, reply) => {
      const wanted = { caller: callerOf(request), key: request.params, unit: request.query.unit }
      const dossier = await dossierFor(deps, wanted)
      const name = `${dossier.catalogue.title}-盒签.docx`
      return sendFile(reply, { name, type: mediaTypes.docx, content: await writeLabels(dossier) })
    },
  )
  app.get(
    '/api/archive/catalogues/:county/:catalogue/volume',
    { config: read, schema: schema('佐证材料合订本') },
    async (request, reply) => {
      const wanted = { caller: callerOf(request), key: request.params, unit: request.query.unit }
      const dossier = await dossierFor(deps, wanted)
      const volume = describeVolume(dossier, await ownerOf(deps, wanted, dossier), dayOf(clock()))
      const content = await writeVolume(volume)
      return sendFile(reply, { name: `${volume.title}-合订本.docx`, type: mediaTypes.docx, content })
    },
  )
  boundRoute(app, deps)
  app.get(
    '/api/archive/catalogues/:county/:catalogue/dossier',
    { config: plan, schema: schema('导出佐证卷宗') },
    async (request, reply) => {
      const wanted = { caller: callerOf(request), key: request.params, unit: request.query.unit }
      const dossier = await dossierFor(deps, wanted)
      const { title } = dossier.catalogue
      const papers = dossier.needs.reduce((sum, need) => sum + need.papers.length, 0)
      const detail = { needs: dossier.needs.length, files: papers }
      await door.record(wanted.caller, { action: 'archive.export_dossier', subject: title, detail })
      reply.header('cache-control', 'no-store')
      return sendFile(reply, {
        name: `${title}-卷宗.zip`,
        type: 'application/zip',
        content: streamDossier(dossier, files),
      })
    },
  )
}

/** The papers themselves as one PDF: they leave, as with a dossier, so it takes the same right and is recorded. */
const boundRoute: RegisterRoutes = (app, deps) => {
  const { door, files, clock } = deps
  app.get(
    '/api/archive/catalogues/:county/:catalogue/bound',
    {
      config: plan,
      schema: {
        summary: '佐证材料合订本（PDF）',
        params: OneCatalogue,
        querystring: UnitQuery,
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const wanted = { caller: callerOf(request), key: request.params, unit: request.query.unit }
      const dossier = await dossierFor(deps, wanted)
      const volume = describeVolume(dossier, await ownerOf(deps, wanted, dossier), dayOf(clock()))
      const { font, papers } = await prepareVolume(volume, deps.volume ?? usualVolume)
      const detail = { needs: dossier.needs.length, files: papers }
      await door.record(wanted.caller, { action: 'archive.export_volume', subject: volume.title, detail })
      const content = streamVolume({ volume, county: request.params.county, files, font })
      reply.header('cache-control', 'no-store')
      return sendFile(reply, { name: `${volume.title}-合订本.pdf`, type: 'application/pdf', content })
    },
  )
}

const dossierFor = ({ door }: Deps, { caller, key, unit }: Wanted): Promise<Dossier> =>
  door.read(caller, (ctx) => readDossier(ctx, key, unit))

/** Whose volume it is: the unit that was asked for, else the county, as far as the reader knows its name. */
async function ownerOf({ door }: Deps, { caller, key, unit }: Wanted, { needs }: Dossier): Promise<string> {
  const [first] = needs
  if (unit !== undefined) return first?.row.unit_name ?? ''
  const path = areaPath(key.county)
  const names = await door.read(caller, ({ db }) => findUnitNames(db, key.county, [path]))
  return names.get(path) ?? first?.row.unit_name ?? ''
}
