import {
  DeskCalendar,
  DoneList,
  Inbox,
  Month,
  NewNoticeBody,
  NoticeList,
  NoticeReminded,
  NoticeView,
  ReceiptBody,
  SeenBody,
} from '@eduduty/core/desk'
import { Type } from 'typebox'
import { openTextReading } from '../archive/index.ts'
import { callerOf, getSignedIn } from '../platform/http/access.ts'
import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { ownAffairs } from '../platform/http/own-affairs.ts'
import { Content, CountyCode, noContent, ok, RowId, strict } from '../platform/http/schemas.ts'
import { sendApart } from '../platform/http/send-file.ts'
import { FileName, sentStream, streamingFiles } from '../platform/http/take-file.ts'
import { delegatedAffairs } from './inbox/delegated-affairs.ts'
import { listDone, listInbox } from './inbox/list-inbox.ts'
import { markSeen } from './inbox/mark-seen.ts'
import { readMonth } from './inbox/read-month.ts'
import { attachFile, openAttachment } from './notices/attach-file.ts'
import { confirmNotice } from './notices/confirm-notice.ts'
import { listNotices } from './notices/list-notices.ts'
import { readNotice } from './notices/read-notice.ts'
import { recallNotice } from './notices/recall-notice.ts'
import { remindNotice } from './notices/remind-notice.ts'
import { sendNotice } from './notices/send-notice.ts'

/** The inbox asks each part of the system with that part's own verb. */
const gathers = [
  'collection.read',
  'duties.read',
  'reports.read',
  'evaluation.read',
  'appraisal.read',
  'archive.read',
  'enrolment.read',
  'enrolment.work',
  'clocks.read',
  'desk.notify',
] as const
const inbox = { access: { own: '本人的待办', gathers } } as const
const own = { access: { own: '本人单位的通知', gathers: ['desk.notify'] } } as const
const notify = { access: { verb: 'desk.notify' } } as const
const OneNotice = Type.Object({ county: CountyCode, notice: RowId }, strict)

/** The inbox of whoever is signed in, and notices with their receipts. */
export const inboxRoutes: RegisterRoutes = (app, deps) => {
  const { door, clock } = deps
  app.get(
    '/api/desk/inbox',
    { config: inbox, schema: { summary: '待办、我发起、抄送', response: ok(Inbox) } },
    async (request) => listInbox(ownAffairs(request, door), clock(), await delegatedAffairs(request, door)),
  )
  app.get(
    '/api/desk/calendar',
    {
      config: inbox,
      schema: {
        summary: '办理日历：一个月里哪天有什么到期',
        querystring: Type.Object({ month: Month }, strict),
        response: ok(DeskCalendar),
      },
    },
    async (request) =>
      readMonth(ownAffairs(request, door), clock(), request.query.month, await delegatedAffairs(request, door)),
  )
  app.get('/api/desk/inbox/done', { config: inbox, schema: { summary: '已办', response: ok(DoneList) } }, (request) =>
    listDone(ownAffairs(request, door)),
  )
  app.post(
    '/api/desk/inbox/seen',
    { config: inbox, schema: { summary: '把抄送和提醒标为已知', body: SeenBody, response: noContent } },
    async (request, reply) => {
      await markSeen(ownAffairs(request, door), request.body.keys)
      return reply.code(204).send(null)
    },
  )
  noticeRoutes(app, deps)
  attachmentRoutes(app, deps)
}

const noticeRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/desk/notices',
    { config: own, schema: { summary: '收到和发出的通知', response: ok(NoticeList) } },
    (request) => listNotices(ownAffairs(request, door)),
  )
  app.post(
    '/api/desk/notices',
    {
      config: notify,
      schema: { summary: '发通知', body: NewNoticeBody, response: ok(NoticeView) },
    },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const notice = await sendNotice(ctx, getSignedIn(request).grants, request.body)
        return readNotice(ctx, { county: request.body.county, notice })
      }),
  )
  app.get(
    '/api/desk/notices/:county/:notice',
    { config: notify, schema: { summary: '一份通知和各单位的回执', params: OneNotice, response: ok(NoticeView) } },
    (request) => door.read(callerOf(request), (ctx) => readNotice(ctx, request.params)),
  )
  app.post(
    '/api/desk/notices/:county/:notice/recall',
    { config: notify, schema: { summary: '撤回通知', params: OneNotice, response: ok(NoticeView) } },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        await recallNotice(ctx, request.params)
        return readNotice(ctx, request.params)
      }),
  )
  app.post(
    '/api/desk/notices/:county/:notice/reminders',
    { config: notify, schema: { summary: '催没有确认的单位', params: OneNotice, response: ok(NoticeReminded) } },
    (request) => door.write(callerOf(request), (ctx) => remindNotice(ctx, request.params)),
  )
  app.post(
    '/api/desk/notices/:county/:notice/receipt',
    {
      config: own,
      schema: { summary: '确认收到通知，回执', params: OneNotice, body: ReceiptBody, response: noContent },
    },
    async (request, reply) => {
      const { atUnits, units } = ownAffairs(request, door)
      await door.write(atUnits, (ctx) => confirmNotice(ctx, units, request.params, request.body))
      return reply.code(204).send(null)
    },
  )
}

const attachmentRoutes: RegisterRoutes = (app, { door, files }) => {
  const reading = openTextReading(door, files, (problem) => app.log.error(problem, '通知附件的正文没有读完，稍后再试'))
  app.addHook('onClose', () => reading.settled())
  streamingFiles(app, (inner) =>
    inner.post(
      '/api/desk/notices/:county/:notice/attachment',
      {
        config: notify,
        schema: {
          summary: '给通知加附件',
          params: OneNotice,
          querystring: Type.Object({ name: FileName }, strict),
          response: ok(NoticeView),
        },
      },
      async (request) => {
        const caller = callerOf(request)
        const { county } = request.params
        const receiving = { door, files, caller, county, onText: () => reading.start() }
        const sent = { name: request.query.name, content: sentStream(request.body) }
        await attachFile(receiving, request.params, sent)
        return door.read(caller, (ctx) => readNotice(ctx, request.params))
      },
    ),
  )
  app.get(
    '/api/desk/notices/:county/:notice/attachment',
    {
      config: own,
      schema: {
        summary: '下载通知的附件',
        params: OneNotice,
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const { county } = request.params
      const { name, media, sha256 } = await openAttachment(door, ownAffairs(request, door), request.params)
      const type = media.startsWith('text/') ? 'application/octet-stream' : media
      return sendApart(reply, { name, type, content: files.read(county, sha256) })
    },
  )
}
