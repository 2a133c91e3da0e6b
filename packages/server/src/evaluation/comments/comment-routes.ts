import { CommentBody, CommentEntry } from '@eduduty/core/evaluation'
import { Type } from 'typebox'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { noContent, ok, RowId, strict } from '../../platform/http/schemas.ts'
import { getRunKey } from '../find-run.ts'
import { addComment } from './add-comment.ts'
import { listComments } from './list-comments.ts'
import { retractComment } from './retract-comment.ts'

const text = { minLength: 1, maxLength: 400 } as const
const Run = Type.Object({ run: Type.String({ ...text, description: '评估标识，或 latest' }) }, strict)
const OneComment = Type.Object({ ...Run.properties, comment: RowId }, strict)
const comment = { access: { verb: 'evaluation.comment' } } as const

/** What people say about indicators and figures. */
export const commentRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/evaluation/runs/:run/comments',
    {
      config: { access: { verb: 'evaluation.read' } },
      schema: {
        summary: '对一项指标的批注，新的在前',
        params: Run,
        querystring: Type.Object({ node: Type.String(text) }, strict),
        response: ok(Type.Array(CommentEntry)),
      },
    },
    (request) =>
      door.read(callerOf(request), async (ctx) =>
        listComments(ctx, await getRunKey(ctx.db, request.params.run), request.query.node),
      ),
  )

  app.post(
    '/api/evaluation/runs/:run/comments',
    { config: comment, schema: { summary: '批注', params: Run, body: CommentBody, response: noContent } },
    async (request, reply) => {
      await door.write(callerOf(request), async (ctx) =>
        addComment(ctx, await getRunKey(ctx.db, request.params.run), request.body),
      )
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/evaluation/runs/:run/comments/:comment/retraction',
    { config: comment, schema: { summary: '撤回批注', params: OneComment, response: noContent } },
    async (request, reply) => {
      const { run, comment: id } = request.params
      await door.write(callerOf(request), async (ctx) => retractComment(ctx, await getRunKey(ctx.db, run), id))
      return reply.code(204).send(null)
    },
  )
}
