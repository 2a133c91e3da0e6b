import { dayOf, findMeeting, type Holding, holdingsOf, type Period, roles } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { everywhere } from '../../platform/db/confined.ts'
import { reaching } from '../../platform/db/reaching.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { loadAllAppointments } from './load-appointments.ts'
import { lockAppointments } from './lock-appointments.ts'

const mostNamed = 10

/**
 * Refuses while anybody of the installation holds, today or from a later day on, roles that are to be kept apart, and
 * names them. Nobody is appointed meanwhile: every county's appointments stay locked. Errors: `identity.people_meet`.
 */
export async function assertAllApart(ctx: Ctx): Promise<void> {
  const met = await reaching(ctx, everywhere, async () => {
    const counties = await ctx.db.kysely.selectFrom('identity_tenures').select('county_code').distinct().execute()
    const found: string[] = []
    for (const county of counties.map((row) => row.county_code).toSorted())
      found.push(...(await meetingsIn(ctx, county)))
    return found
  })
  if (met.length === 0) return
  const more = met.length > mostNamed ? ` 等 ${met.length} 人` : ''
  throw new AppError('identity.people_meet', { people: `${met.slice(0, mostNamed).join('、')}${more}` })
}

async function meetingsIn(ctx: Ctx, county: string): Promise<readonly string[]> {
  await lockAppointments(ctx, county)
  const { tenures, grants } = await loadAllAppointments(ctx, county)
  const today = dayOf(ctx.now)
  const lasts = ({ until }: Period): boolean => until === undefined || until > today
  const byPerson = new Map<string, Holding[]>()
  for (const holding of holdingsOf(tenures.filter(lasts), grants.filter(lasts))) {
    byPerson.set(holding.personId, [...(byPerson.get(holding.personId) ?? []), holding])
  }
  const meetings = [...byPerson.values()].flatMap((held) => findMeeting(held.filter(lasts), { apart: true }) ?? [])
  const names = await namesOf(
    ctx,
    county,
    meetings.map(({ personId }) => personId),
  )
  return meetings.map(({ personId, roles: [one, other] }) => {
    const name = names.get(personId) ?? '在岗人员'
    return `${name}（${roles[one].title}、${roles[other].title}）`
  })
}

async function namesOf({ db }: Ctx, county: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.kysely
    .selectFrom('identity_people')
    .select(['person_id', 'name'])
    .where('county_code', '=', county)
    .where('person_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.name]))
}
