import { createHash } from 'node:crypto'
import { madeId } from './marks.ts'
import type { SeedPerson, SeedPost, SeedStatus, SeedUnit, SeedWorld } from './world-plan.ts'

export interface CountyUnits {
  readonly government: SeedUnit
  readonly departments: readonly SeedUnit[]
  readonly townships: readonly SeedUnit[]
  readonly schools: readonly SeedUnit[]
}

interface Time {
  readonly since?: string
  readonly until?: string
  readonly status?: SeedStatus
}

/** A person with a post of a role, and what is out of the ordinary about it. */
export interface Appointment {
  readonly unit: SeedUnit
  readonly role: string
  readonly scopes: readonly SeedUnit[]
  readonly tenure?: Time & { readonly kind?: 'substitute' }
  readonly grant?: Time
  readonly account?: SeedPerson['account']
  readonly postClosedOn?: string
}

const past = { since: '2020-01-01', until: '2026-11-25' } as const
const future = { since: '2026-11-26' } as const
const nowOnly = { since: '2026-11-25', until: '2026-11-26' } as const

/** What may be out of the ordinary with a post; each stands at some school of every county. */
const oddities: readonly Omit<Appointment, 'unit' | 'role' | 'scopes'>[] = [
  { tenure: past },
  { tenure: future },
  { tenure: { status: 'proposed' } },
  { tenure: { status: 'rejected' } },
  { grant: past },
  { grant: future },
  { grant: { status: 'proposed' } },
  { grant: { status: 'withdrawn' } },
  { account: 'disabled' },
  { account: 'waiting' },
  { postClosedOn: '2026-11-25' },
  { postClosedOn: '2026-11-26' },
  { tenure: { ...nowOnly, kind: 'substitute' } },
  { tenure: { ...past, kind: 'substitute' } },
  { tenure: nowOnly, grant: nowOnly },
]

export function personsOfUpperLevel(world: SeedWorld, unit: SeedUnit): void {
  for (const role of ['superior_supervisor', 'leader', 'system_admin', 'security_admin', 'auditor'])
    appoint(world, { unit, role, scopes: [unit] })
}

/** Many scopes with other units between them: as many as have a range each, and more, of which neighbours share one. */
export function personsWithManyScopes(world: SeedWorld, unit: SeedUnit): void {
  const sorted = world.units.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const small = sorted.filter(({ kind }) => kind === 'school' || kind === 'department')
  appoint(world, { unit, role: 'inspector', scopes: small.slice(0, 40).filter((_, at) => at % 2 === 0) })
  appoint(world, { unit, role: 'inspector', scopes: small.slice(0, 60).filter((_, at) => at % 3 !== 1) })
}

export function personsOfCounty(world: SeedWorld, units: CountyUnits): void {
  const { government, departments, townships, schools } = units
  const [office = government, bureau = government, technical = government] = departments
  const whole = { scopes: [government] }
  appoint(world, { unit: office, role: 'supervisor', ...whole })
  appoint(world, { unit: government, role: 'leader', ...whole })
  // The first and the last: what lies between them is not the inspector's.
  const ends = [townships.at(0), townships.at(-1)].filter((unit) => unit !== undefined)
  appoint(world, { unit: office, role: 'inspector', scopes: ends })
  appoint(world, { unit: bureau, role: 'department_head', ...whole })
  appoint(world, { unit: bureau, role: 'enrolment_clerk', ...whole })
  for (const role of ['system_admin', 'security_admin', 'security_admin', 'auditor'])
    appoint(world, { unit: technical, role, ...whole })
  for (const unit of departments) appoint(world, { unit, role: 'department_clerk', scopes: [unit] })
  for (const unit of townships) appoint(world, { unit, role: 'township_clerk', scopes: [unit] })
  for (const unit of schools) {
    appoint(world, { unit, role: 'school_head', scopes: [unit] })
    appoint(world, { unit, role: 'school_clerk', scopes: [unit] })
  }
  for (const [at, oddity] of oddities.entries()) {
    const unit = schools[at % schools.length] ?? government
    appoint(world, { unit, role: 'school_head', scopes: [unit], ...oddity })
  }
}

/** Adds a person with a post of their own; returns the person. */
export function appoint(world: SeedWorld, appointment: Appointment): SeedPerson {
  const { unit, role, scopes, tenure = {}, grant = {}, account = 'active', postClosedOn = null } = appointment
  const words = `${unit.county} ${unit.id} ${role} ${world.people.length}`
  const post: SeedPost = { id: madeId(`post ${words}`), unit, closedOn: postClosedOn }
  const person: SeedPerson = {
    id: madeId(`person ${words}`),
    unit,
    login: `${unit.canary}.${world.people.length}`,
    token: `${unit.county}.${createHash('sha256').update(words).digest('base64url')}`,
    account,
  }
  world.people.push(person)
  world.posts.push(post)
  world.tenures.push({ id: madeId(`tenure ${words}`), post, person, ...lasting(tenure), kind: tenure.kind ?? 'holder' })
  for (const scope of scopes) {
    const id = madeId(`grant ${words} ${scope.path}`)
    world.grants.push({ id, post, role, scope: scope.path, ...lasting(grant) })
  }
  return person
}

function lasting({ since = '2024-01-01', until, status = 'approved' }: Time) {
  return { since, until: until ?? null, status }
}
