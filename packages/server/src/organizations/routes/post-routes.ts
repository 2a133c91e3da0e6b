import { PostBody } from '@eduduty/core/organizations'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { CountyCode, ok, strict } from '../../platform/http/schemas.ts'
import { closePost } from '../posts/close-post.ts'
import { openPost } from '../posts/open-post.ts'
import { renamePost } from '../posts/rename-post.ts'
import { manage } from './route-parts.ts'

const OnePost = Type.Object({ county: CountyCode, post: Type.String({ minLength: 1, maxLength: 64 }) }, strict)
const Titled = Type.Object({ title: Type.String({ maxLength: 80 }) }, strict)
const Why = Type.Object({ reason: Type.String({ maxLength: 200 }) }, strict)
const Done = Type.Object({ post_id: Type.String() }, strict)

export const postRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/organizations/posts',
    { config: manage, schema: { summary: '设立岗位', body: PostBody, response: ok(Done) } },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const { county, unit_id: unitId, title } = request.body
        return { post_id: (await openPost(ctx, { county, unitId, title })).postId }
      }),
  )

  app.post(
    '/api/organizations/posts/:county/:post/rename',
    { config: manage, schema: { summary: '岗位更名', params: OnePost, body: Titled, response: ok(Done) } },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const { county, post: postId } = request.params
        await renamePost(ctx, { county, postId, title: request.body.title })
        return { post_id: postId }
      }),
  )

  app.post(
    '/api/organizations/posts/:county/:post/close',
    { config: manage, schema: { summary: '撤销岗位', params: OnePost, body: Why, response: ok(Done) } },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const { county, post: postId } = request.params
        await closePost(ctx, { county, postId, reason: request.body.reason })
        return { post_id: postId }
      }),
  )
}
