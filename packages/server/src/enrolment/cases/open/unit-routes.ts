import { CaseUnitNames } from '@eduduty/core/enrolment'
import { Type } from 'typebox'
import { callerOf } from '../../../platform/http/access.ts'
import type { RegisterRoutes } from '../../../platform/http/app-type.ts'
import { CountyCode, ok, strict } from '../../../platform/http/schemas.ts'
import { listUnitNames } from './list-unit-names.ts'

/** Where a child may belong. */
export const caseUnitRoutes: RegisterRoutes = (app, { door }) => {
  app.get(
    '/api/enrolment/units/:county',
    {
      config: { access: { verb: 'enrolment.read' } },
      schema: {
        summary: '县内乡镇和学校的名称',
        params: Type.Object({ county: CountyCode }, strict),
        response: ok(CaseUnitNames),
      },
    },
    // A transaction, in which the system may look beyond the caller's reach; nothing is written.
    (request) => door.write(callerOf(request), (ctx) => listUnitNames({ ctx }, request.params.county)),
  )
}
