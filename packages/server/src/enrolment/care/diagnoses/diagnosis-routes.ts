import { DiagnosisBody, DiagnosisList } from '@eduduty/core/enrolment'
import { callerOf } from '../../../platform/http/access.ts'
import type { RegisterRoutes } from '../../../platform/http/app-type.ts'
import { ok } from '../../../platform/http/schemas.ts'
import { actingOf } from '../../cases/acting.ts'
import { ChildId, OneChild } from '../schemas.ts'
import { addDiagnosis, readDiagnoses } from './diagnoses.ts'

const diagnose = { access: { verb: 'enrolment.diagnose' } } as const

/** 特教评估: only for the posts that the pack names. */
export const diagnosisRoutes: RegisterRoutes = (app, { door, keyring }) => {
  app.get(
    '/api/enrolment/care/:county/:child/diagnoses',
    { config: diagnose, schema: { summary: '查看特教评估结果', params: OneChild, response: ok(DiagnosisList) } },
    async (request) => ({
      diagnoses: await door.write(callerOf(request), (ctx) =>
        readDiagnoses(actingOf(request, ctx, keyring), request.params),
      ),
    }),
  )
  app.post(
    '/api/enrolment/care/:county/:child/diagnoses',
    {
      config: diagnose,
      schema: { summary: '登记特教评估结果', params: OneChild, body: DiagnosisBody, response: ok(ChildId) },
    },
    async (request) => {
      await door.write(callerOf(request), (ctx) =>
        addDiagnosis(actingOf(request, ctx, keyring), request.params, request.body),
      )
      return { child: request.params.child }
    },
  )
}
