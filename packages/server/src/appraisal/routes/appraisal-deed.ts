import { AppraisalDetail } from '@eduduty/core/appraisal'
import type { Verb } from '@eduduty/core/identity'
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { AppError } from '../../platform/errors/app-error.ts'
import { callerOf, getSignedIn } from '../../platform/http/access.ts'
import type { App, Deps } from '../../platform/http/app-type.ts'
import { ok } from '../../platform/http/schemas.ts'
import type { AppraisalKey } from '../store/appraisal-row.ts'
import type { Acting } from '../store/move-appraisal.ts'
import { readAppraisal } from '../views/read-appraisal.ts'
import { keyOf, OneAppraisal } from './schemas.ts'

interface DeedRoute<Body extends TSchema> {
  /** Below the appraisal. */
  readonly path: string
  readonly summary: string
  readonly config: { readonly access: { readonly verb: Verb } }
  readonly body: Body
}

/** A route by which one thing is done with an appraisal: the answer is the appraisal afterwards. */
export function appraisalDeed<Body extends TSchema>(
  app: App,
  { door }: Deps,
  { path, summary, config, body }: DeedRoute<Body>,
  deed: (acting: Acting, key: AppraisalKey, body: Static<Body>) => Promise<void>,
): void {
  // Fastify has checked the body already; this tells the compiler so.
  const contract = Compile(body)
  app.post(
    `/api/appraisal/appraisals/:county/:appraisal/${path}`,
    { config, schema: { summary, params: OneAppraisal, body, response: ok(AppraisalDetail) } },
    (request) =>
      door.write(callerOf(request), async (ctx) => {
        const given: unknown = request.body
        if (!contract.Check(given)) throw new AppError('request.refused')
        const acting = { ctx, grants: getSignedIn(request).grants }
        await deed(acting, keyOf(request.params), given)
        return readAppraisal(acting, keyOf(request.params))
      }),
  )
}
