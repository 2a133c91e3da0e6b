import { checkDigitOf, dayOf, type Outcome } from '@eduduty/core/identity'
import { areaPath, type OrgPath } from '@eduduty/core/organizations'
import {
  addAccount,
  addPerson,
  decideGrant,
  decideTenure,
  type PersonKey,
  proposeGrant,
  proposeTenure,
} from '../../identity/index.ts'
import { openPost, openUnit } from '../../organizations/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county } from '../county.ts'
import { city } from './demo-areas.ts'
import { type DemoPerson, demoStaff } from './demo-staff.ts'
import { type DemoUnit, demoUnits } from './demo-units.ts'

const cityPath = areaPath(city.code)
const reason = '演示县'

export interface SeededStaff {
  readonly units: number
  readonly people: number
  /** True when it had been done before; then nothing is changed. */
  readonly present: boolean
}

/**
 * Sets up the units of the demo county, its people and what they may do, by the same use cases as everybody else's. The
 * accounts have no password: they can be entered only by the demo sign-in on the computer itself.
 */
export function seedStaff({ door, keyring }: Pick<Installation, 'door' | 'keyring'>): Promise<SeededStaff> {
  const reach = { scopes: [cityPath], county: county.code, path: areaPath(county.code) }
  return door.write(systemCaller('建立演示县的机构与人员', reach), async (ctx) => {
    const counted = { units: demoUnits.length, people: demoStaff.length }
    if (await isSeeded(ctx)) return { ...counted, present: true }
    const paths = await openUnits(ctx)
    for (const [at, person] of demoStaff.entries()) await employ(ctx, person, { paths, keyring, at })
    return { ...counted, present: false }
  })
}

async function isSeeded({ db }: Ctx): Promise<boolean> {
  const [first] = await db.run('select 1 from organizations_units where county_code = $1 limit 1', [county.code])
  return first !== undefined
}

const placeOf = ({ area }: { readonly area: DemoUnit['area'] }, unit: string): string => `${area} ${unit}`

async function openUnits(ctx: Ctx): Promise<ReadonlyMap<string, OrgPath>> {
  const paths = new Map<string, OrgPath>()
  for (const unit of demoUnits) {
    const parentPath = unit.parent === undefined ? undefined : paths.get(placeOf(unit, unit.parent))
    const area = unit.area === 'city' ? city.code : county.code
    const code = unit.kind === 'government' ? area : unit.code
    const { orgPath } = await openUnit(ctx, {
      unitId: unit.id,
      kind: unit.kind,
      name: unit.name,
      parentPath,
      openedOn: unit.openedOn,
      ...(code !== undefined && { code }),
      ...(unit.areaCode !== undefined && { areaCode: unit.areaCode }),
      ...(unit.schoolType !== undefined && { schoolType: unit.schoolType }),
    })
    paths.set(placeOf(unit, unit.id), orgPath)
  }
  return paths
}

interface Employing {
  readonly paths: ReadonlyMap<string, OrgPath>
  readonly keyring: Installation['keyring']
  /** Position in the list of people. */
  readonly at: number
}

async function employ(ctx: Ctx, person: DemoPerson, { paths, keyring, at }: Employing): Promise<void> {
  const county_code = person.area === 'city' ? city.code : county.code
  const key = await addPerson(ctx, { county_code, unit_id: person.unit, name: person.name, ...numbersOf(at) }, keyring)
  await addAccount(ctx, key, { login_name: person.login })
  await enterByDemoOnly(ctx, key)
  const { postId } = await openPost(ctx, { county: county_code, unitId: person.unit, title: person.post })
  const post = { county_code, post_id: postId, since: dayOf(ctx.now), reason }
  for (const scope of person.scopes) {
    const scope_path = paths.get(placeOf(person, scope))
    if (scope_path === undefined) throw new Error(`the demo county has no unit ${scope}`)
    const grant = await proposeGrant(ctx, { ...post, role: person.role, scope_path })
    await approve(grant, (decision) => decideGrant(second(ctx), { county: county_code, grantId: grant.id }, decision))
  }
  const tenure = await proposeTenure(ctx, { ...post, person_id: key.personId, kind: 'holder' })
  await approve(tenure, (decision) => decideTenure(second(ctx), { county: county_code, tenureId: tenure.id }, decision))
}

/** Invented numbers: no area code begins with 99, and nobody was given these phones. */
function numbersOf(at: number): { readonly id_number: string; readonly phone: string } {
  const serial = String(at + 1).padStart(2, '0')
  const first = `${county.code}19${70 + at}0${1 + (at % 9)}${serial}0${serial}`
  return { id_number: `${first}${checkDigitOf(first)}`, phone: `199000000${serial}` }
}

/** What takes a second approval gets it from the system's other hand. */
const second = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...ctx.actor, id: 'system_second' } })

async function approve(
  outcome: Outcome,
  decide: (decision: { approve: true; reason: string }) => Promise<unknown>,
): Promise<void> {
  if (outcome.status === 'proposed') await decide({ approve: true, reason })
}

async function enterByDemoOnly({ db }: Ctx, { county, personId }: PersonKey): Promise<void> {
  await db.kysely
    .updateTable('identity_accounts')
    .set({ is_demo: true, status: 'active' })
    .where('county_code', '=', county)
    .where('person_id', '=', personId)
    .execute()
}
