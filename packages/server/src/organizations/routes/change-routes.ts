import type { AuditAction } from '@eduduty/core/audit'
import {
  areaPath,
  CloseUnitBody,
  MergeUnitsBody,
  MoveUnitBody,
  OpenUnitBody,
  RenameUnitBody,
  SplitUnitBody,
  UnitChange,
  unitKinds,
} from '@eduduty/core/organizations'
import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { recordingRefusal } from '../../platform/http/record-refusal.ts'
import { ok, strict } from '../../platform/http/schemas.ts'
import { writeOrUndo } from '../../platform/write-or-undo.ts'
import { closeUnit } from '../units/close-unit.ts'
import { lockOpenUnit } from '../units/lock-open-unit.ts'
import { mergeUnits } from '../units/merge-units.ts'
import { moveUnit } from '../units/move-unit.ts'
import { openUnit } from '../units/open-unit.ts'
import { renameUnit } from '../units/rename-unit.ts'
import { splitUnit } from '../units/split-unit.ts'
import { nameTried } from './name-tried.ts'
import { manage, OneUnit } from './route-parts.ts'

const Opened = Type.Object({ unit_id: Type.String(), org_path: Type.String() }, strict)

export const changeRoutes: RegisterRoutes = (app, deps) => {
  openRoute(app, deps)
  soleRoutes(app, deps)
  sharedRoutes(app, deps)
}

const openRoute: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/organizations/units',
    { config: manage, schema: { summary: '设立单位', body: OpenUnitBody, response: ok(Opened) } },
    (request) => {
      const caller = callerOf(request)
      const { kind, name } = request.body
      const subject = `${unitKinds[kind].title} ${name}`
      const tried = { caller, action: 'organizations.open_unit', subject } as const
      return recordingRefusal(door, tried, () => door.write(caller, (ctx) => open(ctx, request.body)))
    },
  )
}

async function open(ctx: Ctx, body: OpenUnitBody): Promise<Static<typeof Opened>> {
  const { county, kind, name, code, area_code, school_type, opened_on, reason, parent_id } = body
  const { unitId, orgPath } = await openUnit(ctx, {
    kind,
    name,
    code: code ?? '',
    parentPath: kind === 'government' ? undefined : await parentPathOf(ctx, county, parent_id),
    areaCode: area_code ?? '',
    schoolType: school_type ?? '',
    openedOn: opened_on,
    reason: reason ?? '',
  })
  return { unit_id: unitId, org_path: orgPath }
}

async function parentPathOf(ctx: Ctx, county: string, parentId: string | undefined): Promise<string> {
  return parentId === undefined ? areaPath(county) : (await lockOpenUnit(ctx, { county, unitId: parentId })).path
}

interface Effect {
  readonly effective_on: string
  readonly reason: string
  readonly dry_run?: boolean
}

interface UnitRequest {
  readonly params: { readonly county: string; readonly unit: string }
  readonly body: Effect
}

/** Which unit, from when and why. */
function whatOf({ params, body }: UnitRequest) {
  return { county: params.county, unitId: params.unit, on: body.effective_on, reason: body.reason }
}

/** A change, or with `dry_run` what it would do. Refused, it leaves an event that names the unit. */
function change(
  door: Door,
  request: FastifyRequest & UnitRequest,
  action: AuditAction,
  work: (ctx: Ctx) => Promise<UnitChange>,
) {
  const caller = callerOf(request)
  const { county, unit } = request.params
  const tried = { caller, action, subject: () => nameTried(door, caller, county, unit) }
  return recordingRefusal(door, tried, () => writeOrUndo(door, caller, work, () => request.body.dry_run === true))
}

const soleRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/organizations/units/:county/:unit/rename',
    {
      config: manage,
      schema: { summary: '单位更名', params: OneUnit, body: RenameUnitBody, response: ok(UnitChange) },
    },
    (request) =>
      change(door, request, 'organizations.rename_unit', (ctx) => {
        const { name, code, area_code, school_type } = request.body
        return renameUnit(ctx, {
          ...whatOf(request),
          ...(name !== undefined && { name }),
          ...(code !== undefined && { code }),
          ...(area_code !== undefined && { areaCode: area_code }),
          ...(school_type !== undefined && { schoolType: school_type }),
        })
      }),
  )

  app.post(
    '/api/organizations/units/:county/:unit/move',
    { config: manage, schema: { summary: '调整隶属', params: OneUnit, body: MoveUnitBody, response: ok(UnitChange) } },
    (request) =>
      change(door, request, 'organizations.move_unit', (ctx) =>
        moveUnit(ctx, { ...whatOf(request), parentId: request.body.parent_id }),
      ),
  )

  app.post(
    '/api/organizations/units/:county/:unit/close',
    { config: manage, schema: { summary: '撤销单位', params: OneUnit, body: CloseUnitBody, response: ok(UnitChange) } },
    (request) => change(door, request, 'organizations.close_unit', (ctx) => closeUnit(ctx, whatOf(request))),
  )
}

const sharedRoutes: RegisterRoutes = (app, { door }) => {
  app.post(
    '/api/organizations/units/:county/:unit/merge',
    {
      config: manage,
      schema: { summary: '把别的单位并入这个单位', params: OneUnit, body: MergeUnitsBody, response: ok(UnitChange) },
    },
    (request) =>
      change(door, request, 'organizations.merge_units', (ctx) => {
        const { unitId: into, ...rest } = whatOf(request)
        return mergeUnits(ctx, { ...rest, into, from: request.body.from })
      }),
  )

  app.post(
    '/api/organizations/units/:county/:unit/split',
    { config: manage, schema: { summary: '拆分单位', params: OneUnit, body: SplitUnitBody, response: ok(UnitChange) } },
    (request) =>
      change(door, request, 'organizations.split_unit', (ctx) => {
        const { into, stays } = request.body
        const parts = into.map(({ name, kind, code, school_type, members }) => ({
          name,
          members,
          ...(kind !== undefined && { kind }),
          ...(code !== undefined && { code }),
          ...(school_type !== undefined && { schoolType: school_type }),
        }))
        return splitUnit(ctx, { ...whatOf(request), into: parts, stays })
      }),
  )
}
