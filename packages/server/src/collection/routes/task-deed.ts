import { TaskEntry } from '@eduduty/core/collection'
import type { Verb } from '@eduduty/core/identity'
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { App, Deps } from '../../platform/http/app-type.ts'
import { ok } from '../../platform/http/schemas.ts'
import type { Task } from '../tasks/get-task.ts'
import { presentTask, type TaskKey } from '../tasks/task-row.ts'
import { OneTask, taskOf } from './schemas.ts'

interface DeedRoute<Body extends TSchema> {
  /** Below the task. */
  readonly path: string
  readonly summary: string
  readonly config: { readonly access: { readonly verb: Verb } }
  readonly body: Body
}

/** A route by which one thing is done with a task: the answer is the task afterwards. */
export function taskDeed<Body extends TSchema>(
  app: App,
  { door }: Deps,
  { path, summary, config, body }: DeedRoute<Body>,
  deed: (ctx: Ctx, key: TaskKey, body: Static<Body>) => Promise<Task>,
): void {
  // Fastify has checked the body already; this tells the compiler so.
  const contract = Compile(body)
  app.post(
    `/api/collection/tasks/:county/:task/${path}`,
    { config, schema: { summary, params: OneTask, body, response: ok(TaskEntry) } },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const given: unknown = request.body
        if (!contract.Check(given)) throw new AppError('request.refused')
        const { row, pack } = await deed(ctx, taskOf(request.params), given)
        return presentTask(row, pack)
      }),
  )
}
