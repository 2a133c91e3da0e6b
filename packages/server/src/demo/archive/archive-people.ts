import type { GrantInForce, RoleId } from '@eduduty/core/identity'
import { areaPath, type OrgPath, type UnitEntry } from '@eduduty/core/organizations'
import type { Acting } from '../../archive/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { county } from '../county.ts'

export const root = areaPath(county.code)

/** Somebody of the demo county who keeps or reviews materials. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly grant: GrantInForce
}

/** Who asks for materials and reviews them. */
export const office = personIn('陆知行', `${root}D01/`, root, 'supervisor')

function personIn(name: string, unit: OrgPath, scope: OrgPath, role: RoleId): Person {
  return { id: `demo ${name} ${unit}`, name, grant: { role, scope, unit, post: '', grantId: '' } }
}

/** Who keeps the materials of a unit. */
export const keeperOf = ({ kind, org_path: path }: UnitEntry): Person =>
  personIn('经办人', path, path, kind === 'department' ? 'department_clerk' : 'school_clerk')

/** What somebody does on a day. */
export const at = (ctx: Ctx, on: string, { id, name }: Person): Ctx => ({
  ...ctx,
  // Nothing of today comes from an hour that is still ahead.
  now: new Date(Math.min(Date.parse(`${on}T02:00:00Z`), ctx.now.getTime())),
  actor: { ...ctx.actor, id, name },
})

export const acting = (ctx: Ctx, { grant }: Person): Acting => ({ ctx, grants: [grant] })

/** A day of any month, of two digits: another one from turn to turn. */
export const dayAt = (turn: number): string => String(1 + (turn % 27)).padStart(2, '0')
