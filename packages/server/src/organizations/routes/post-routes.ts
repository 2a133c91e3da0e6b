import type { AuditAction } from '@eduduty/core/audit'
import { PostBody } from '@eduduty/core/organizations'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { recordingRefusal } from '../../platform/http/record-refusal.ts'
import { CountyCode, ok, strict } from '../../platform/http/schemas.ts'
import { closePost } from '../posts/close-post.ts'
import type { PostKey } from '../posts/get-open-post.ts'
import { openPost } from '../posts/open-post.ts'
import { renamePost } from '../posts/rename-post.ts'
import { namePostTried, nameTried } from './name-tried.ts'
import { manage } from './route-parts.ts'

const OnePost = Type.Object({ county: CountyCode, post: Type.String({ minLength: 1, maxLength: 64 }) }, strict)
const Titled = Type.Object({ title: Type.String({ maxLength: 80 }) }, strict)
const Why = Type.Object({ reason: Type.String({ maxLength: 200 }) }, strict)
const Done = Type.Object({ post_id: Type.String() }, strict)

export const postRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/organizations/posts',
    { config: manage, schema: { summary: '设立岗位', body: PostBody, response: ok(Done) } },
    (request) => {
      const caller = callerOf(request)
      const { county, unit_id: unitId, title } = request.body
      const subject = async () => `${await nameTried(door, caller, county, unitId)} ${title}`
      return recordingRefusal(door, { caller, action: 'organizations.open_post', subject }, () =>
        door.write(caller, async (ctx) => ({ post_id: (await openPost(ctx, { county, unitId, title })).postId })),
      )
    },
  )

  app.post(
    '/api/organizations/posts/:county/:post/rename',
    { config: manage, schema: { summary: '岗位更名', params: OnePost, body: Titled, response: ok(Done) } },
    (request) =>
      change(door, request, 'organizations.rename_post', (ctx, post) =>
        renamePost(ctx, { ...post, title: request.body.title }),
      ),
  )

  app.post(
    '/api/organizations/posts/:county/:post/close',
    { config: manage, schema: { summary: '撤销岗位', params: OnePost, body: Why, response: ok(Done) } },
    (request) =>
      change(door, request, 'organizations.close_post', (ctx, post) =>
        closePost(ctx, { ...post, reason: request.body.reason }),
      ),
  )
}

type PostRequest = FastifyRequest & { readonly params: Static<typeof OnePost> }

/** A change of a post. Refused, it leaves an event that names the post. */
function change(
  door: Door,
  request: PostRequest,
  action: AuditAction,
  work: (ctx: Ctx, post: PostKey) => Promise<void>,
): Promise<Static<typeof Done>> {
  const caller = callerOf(request)
  const { county, post: postId } = request.params
  const subject = () => namePostTried(door, caller, county, postId)
  return recordingRefusal(door, { caller, action, subject }, () =>
    door.write(caller, async (ctx) => {
      await work(ctx, { county, postId })
      return { post_id: postId }
    }),
  )
}
