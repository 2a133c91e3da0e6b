import {
  CopiedPlan,
  ExtendBody,
  OpenedPeriod,
  OpenPeriodBody,
  OpinionBody,
  PackChoices,
  PeriodEntry,
  PeriodList,
  PeriodOffer,
  PeriodProgress,
  PeriodRequests,
  ReasonBody,
  RemindBody,
  Reminded,
} from '@eduduty/core/collection'
import { Type } from 'typebox'
import { installMissingTables, type LoadedPack, readPack } from '../../packs/index.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { Content, CountyCode, ok, strict } from '../../platform/http/schemas.ts'
import { mediaTypes, sendFile } from '../../platform/http/send-file.ts'
import { closePeriod } from '../periods/close-period.ts'
import { copyPeriod } from '../periods/copy-period.ts'
import { extendTasks } from '../periods/extend-tasks.ts'
import { freezePeriod } from '../periods/freeze-period.ts'
import { listPacks } from '../periods/list-packs.ts'
import { listPeriodRequests } from '../periods/list-period-requests.ts'
import { offerPeriod } from '../periods/offer-period.ts'
import { openPeriod } from '../periods/open-period.ts'
import { listPeriods } from '../periods/read-periods.ts'
import { readProgress } from '../periods/read-progress.ts'
import { makeBulletin } from '../progress/make-bulletin.ts'
import { remindUnits } from '../progress/remind-units.ts'
import { OnePeriod, periodOf, plan, read, review } from './schemas.ts'

const produces = ['application/octet-stream']
const Tasks = Type.Object({ tasks: Type.Integer({ description: '涉及的上报任务数' }) }, strict)
/** Only packs that stand in the program's own folder of packs; never a path. */
const PackId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,59}$' })

async function getPack(id: string): Promise<LoadedPack> {
  const { loaded } = await readPack(id, '/')
  if (loaded === undefined) throw new AppError('collection.pack_not_found', { pack: id })
  return loaded
}

/** Periods: opening, following, closing. */
export const periodRoutes: RegisterRoutes = (app, deps) => {
  openingRoutes(app, deps)
  followingRoutes(app, deps)
  actingRoutes(app, deps)
}

const openingRoutes: RegisterRoutes = (app, { door, db }) => {
  app.get(
    '/api/collection/periods/packs',
    { config: plan, schema: { summary: '可以用来收数据的标准包', response: ok(PackChoices) } },
    () => listPacks(),
  )

  app.get(
    '/api/collection/periods/offer',
    {
      config: plan,
      schema: {
        summary: '可以收哪些台账',
        querystring: Type.Object({ county: CountyCode, pack: PackId }, strict),
        response: ok(PeriodOffer),
      },
    },
    async (request) => {
      const { county, pack } = request.query
      const loaded = await getPack(pack)
      return door.read(callerOf(request), (ctx) => offerPeriod(ctx, county, loaded))
    },
  )

  app.post(
    '/api/collection/periods',
    {
      config: plan,
      schema: {
        summary: '开放上报期',
        querystring: Type.Object({ county: CountyCode }, strict),
        body: OpenPeriodBody,
        response: ok(OpenedPeriod),
      },
    },
    async (request) => {
      const loaded = await getPack(request.body.pack_id)
      await installMissingTables(db, loaded.pack)
      return door.write(callerOf(request), (ctx) => openPeriod(ctx, request.query.county, request.body, loaded))
    },
  )

  app.get(
    '/api/collection/periods/:county/:period/copy',
    { config: plan, schema: { summary: '复制上报期的安排', params: OnePeriod, response: ok(CopiedPlan) } },
    (request) => door.read(callerOf(request), (ctx) => copyPeriod(ctx, periodOf(request.params))),
  )
}

const followingRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/collection/periods',
    {
      config: read,
      schema: {
        summary: '上报期',
        querystring: Type.Object({ county: Type.Optional(CountyCode) }, strict),
        response: ok(PeriodList),
      },
    },
    async (request) => ({
      periods: await door.read(callerOf(request), (ctx) => listPeriods(ctx, request.query.county)),
    }),
  )

  app.get(
    '/api/collection/periods/:county/:period/progress',
    { config: read, schema: { summary: '上报进度', params: OnePeriod, response: ok(PeriodProgress) } },
    (request) => door.read(callerOf(request), (ctx) => readProgress(ctx, periodOf(request.params))),
  )

  app.get(
    '/api/collection/periods/:county/:period/requests',
    { config: read, schema: { summary: '待答复的申请', params: OnePeriod, response: ok(PeriodRequests) } },
    (request) => door.read(callerOf(request), (ctx) => listPeriodRequests(ctx, periodOf(request.params))),
  )

  app.post(
    '/api/collection/periods/:county/:period/close',
    { config: plan, schema: { summary: '关闭上报期', params: OnePeriod, body: ReasonBody, response: ok(PeriodEntry) } },
    (request) =>
      door.write(callerOf(request), (ctx) => closePeriod(ctx, periodOf(request.params), request.body.reason)),
  )
}

/** What is done with a period under way. */
const actingRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/collection/periods/:county/:period/extensions',
    { config: plan, schema: { summary: '调整期限', params: OnePeriod, body: ExtendBody, response: ok(Tasks) } },
    async (request) => ({
      tasks: await door.write(callerOf(request), (ctx) => extendTasks(ctx, periodOf(request.params), request.body)),
    }),
  )

  app.post(
    '/api/collection/periods/:county/:period/reminders',
    { config: plan, schema: { summary: '催报', params: OnePeriod, body: RemindBody, response: ok(Reminded) } },
    (request) => door.write(callerOf(request), (ctx) => remindUnits(ctx, periodOf(request.params), request.body)),
  )

  app.post(
    '/api/collection/periods/:county/:period/freeze',
    {
      config: review,
      schema: { summary: '冻结全部已审核', params: OnePeriod, body: OpinionBody, response: ok(Tasks) },
    },
    async (request) => ({
      tasks: await door.write(callerOf(request), (ctx) =>
        freezePeriod(ctx, periodOf(request.params), request.body.reason),
      ),
    }),
  )

  app.get(
    '/api/collection/periods/:county/:period/bulletin',
    { config: plan, schema: { summary: '上报情况通报', params: OnePeriod, produces, response: ok(Content) } },
    async (request, reply) => {
      const { name, bytes } = await door.write(callerOf(request), (ctx) => makeBulletin(ctx, periodOf(request.params)))
      return sendFile(reply, { name, type: mediaTypes.docx, content: bytes })
    },
  )
}
