import { rmSync } from 'node:fs'
import { roles } from '@eduduty/core/identity'
import { routes } from '../../src/http/routes.ts'
import { installMissingTables, readPack } from '../../src/packs/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { openMemory } from '../../src/platform/db/embedded/open-memory.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { undoableDatabase } from '../harness/undoable-database.ts'
import { makeAssessment } from './made-assessment.ts'
import { makeMarked } from './made-marked.ts'
import { madeId } from './marks.ts'
import { type OpenWorld, openWorld } from './open-world.ts'
import { appoint } from './person-plan.ts'
import { type AppraisalTarget, ghostAppraising, targetAppraising } from './route-world-appraising.ts'
import { type ArchiveTarget, ghostArchive, targetArchive } from './route-world-archive.ts'
import { type CollectingTarget, ghostCollecting, targetCollecting } from './route-world-collecting.ts'
import { type DutyTarget, ghostDuties, targetDuties } from './route-world-duties.ts'
import { type EnrolmentTarget, ghostEnrolment, targetEnrolment } from './route-world-enrolment.ts'
import { ghostMatching, type MatchingTarget, targetMatching } from './route-world-matching.ts'
import { ghostReporting, type ReportTarget, targetReporting } from './route-world-reporting.ts'
import { noticeId } from './seed-desk.ts'
import { idsOf, numbersOf, sessionHash } from './seed-rows.ts'
import { seedWorld } from './seed-world.ts'
import { planWorld, type SeedPerson, type SeedUnit, type SeedWorld } from './world-plan.ts'

/** Ids of one place in the world: a school, a person of it with a post, and what belongs to them. */
export interface Target
  extends CollectingTarget,
    AppraisalTarget,
    DutyTarget,
    ReportTarget,
    ArchiveTarget,
    EnrolmentTarget,
    MatchingTarget {
  readonly county: string
  readonly unit: string
  readonly path: string
  readonly unitName: string
  readonly township: string
  readonly person: string
  readonly post: string
  readonly tenure: string
  readonly proposedTenure: string
  readonly grant: string
  readonly proposedGrant: string
  readonly session: string
  readonly run: string
  readonly comment: string
  readonly packDraft: string
  readonly notice: string
  readonly event: number
  readonly idNumber: string
}

/** Somebody of a role who reaches the home county, or its first township only. */
export interface RoleHolder {
  readonly role: string
  readonly reach: 'county' | 'township'
  readonly person: SeedPerson
}

export interface RouteWorld extends OpenWorld {
  readonly app: App
  readonly holders: readonly RoleHolder[]
  readonly home: Target
  /** Another county, and another township of the home county; each with ids of the same form that do not exist. */
  readonly foreign: Readonly<Record<'county' | 'township', { readonly real: Target; readonly ghost: Target }>>
  /** What was logged since the last call. */
  takeLog(): string
  undone<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

const homeCounty = '980101'
const fills = new Set(['department_clerk', 'township_clerk', 'school_head', 'school_clerk'])

/** The world with all routes of the application over it; `plant` makes mistakes in it on purpose. */
export async function openRouteWorld(plant = (open: OpenWorld): OpenWorld => open): Promise<RouteWorld> {
  const size = { provinces: 1, cities: 2, counties: 2, townships: 3, departments: 3, schools: 4 }
  const world = planWorld(size)
  const holders = addHolders(world)
  const schools = world.units.filter(({ kind }) => kind === 'school')
  for (const unit of schools)
    appoint(world, {
      unit,
      role: 'school_clerk',
      scopes: [unit],
      tenure: { status: 'proposed' },
      grant: { status: 'proposed' },
    })
  const { db, undone } = await undoableDatabase(await openMemory({ onCallingThread: true }))
  const countersigner = holders.find(({ role, reach }) => role === 'leader' && reach === 'county')?.person.id ?? ''
  await seedWorld(db, world, { assessment: await makeAssessment(), marked: await makeMarked(world), countersigner })
  await installRealPack(db)
  const open = plant(openWorld(world, db))
  const lines: string[] = []
  const logger = { level: 'info', stream: { write: (line: string) => void lines.push(line) } }
  const app = await createApp({ deps: open.deps, routes, logger })
  const schoolAt = (county: string, id: string): SeedUnit => {
    const unit = schools.find((school) => school.county === county && school.id === id)
    if (unit === undefined) throw new Error(`no school ${county} ${id}`)
    return unit
  }
  const [home, beside] = [targetOf(world, schoolAt(homeCounty, 'S1')), targetOf(world, schoolAt(homeCounty, 'S11'))]
  const away = targetOf(world, schoolAt('980102', 'S1'))
  return {
    ...open,
    app,
    holders,
    home,
    foreign: {
      county: { real: away, ghost: ghostOf(away, 'S8', 'T8') },
      township: { real: beside, ghost: ghostOf(beside, 'S88', 'T88') },
    },
    takeLog: () => lines.splice(0).join(''),
    undone,
    async close() {
      await app.close()
      await db.close()
      rmSync(open.deps.files.folder, { recursive: true, force: true })
    },
  }
}

function addHolders(world: SeedWorld): readonly RoleHolder[] {
  const at = (id: string): SeedUnit => {
    const unit = world.units.find((candidate) => candidate.county === homeCounty && candidate.id === id)
    if (unit === undefined) throw new Error(`no unit ${id}`)
    return unit
  }
  // What is filled in is the unit's own: whoever does so stands in the home school, however far they reach.
  const home = (role: string, id: string): SeedUnit => at(fills.has(role) ? 'S1' : id)
  return Object.keys(roles).flatMap((role) => [
    { role, reach: 'county' as const, person: appoint(world, { unit: home(role, 'D1'), role, scopes: [at('G')] }) },
    { role, reach: 'township' as const, person: appoint(world, { unit: home(role, 'T1'), role, scopes: [at('T1')] }) },
  ])
}

/** A period is opened by a pack of the program's own; its tables are there before anybody asks. */
async function installRealPack(db: Database): Promise<void> {
  const { loaded } = await readPack('quality-balance-2017', '/')
  if (loaded === undefined) throw new Error('the pack of the program is wrong')
  await installMissingTables(db, loaded.pack)
}

function targetOf(world: SeedWorld, unit: SeedUnit): Target {
  const found = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error(`nothing of the kind in ${unit.path}`)
    return thing
  }
  const isClerk = (post: object): boolean =>
    world.grants.some((grant) => grant.post === post && grant.role === 'school_clerk')
  const here = world.tenures.filter((tenure) => tenure.post.unit === unit && isClerk(tenure.post))
  const [tenure, proposed] = ['approved', 'proposed'].map((status) =>
    found(here.find((held) => held.status === status)),
  )
  const grantOf = (post: object | undefined): string => found(world.grants.find((grant) => grant.post === post)).id
  const { person, post, id } = found(tenure)
  return {
    county: unit.county,
    unit: unit.id,
    path: unit.path,
    unitName: unit.canary,
    township: found(unit.path.split('/').at(-3)),
    person: person.id,
    post: post.id,
    tenure: id,
    proposedTenure: found(proposed).id,
    grant: grantOf(post),
    proposedGrant: grantOf(proposed?.post),
    session: sessionHash(person),
    run: idsOf(unit).run,
    comment: idsOf(unit).comment,
    packDraft: idsOf(unit).packDraft,
    event: world.units.filter(({ county }) => county === unit.county).indexOf(unit) + 1,
    idNumber: numbersOf(world, person).id_number,
    ...targetCollecting(world, unit),
    ...targetAppraising(unit),
    ...targetReporting(unit),
    ...targetDuties(unit),
    notice: noticeId(unit),
    ...targetArchive(unit),
    ...targetEnrolment(unit),
    ...targetMatching(unit),
  }
}

/** Ids of the same form, in the same county, that nothing has. */
function ghostOf(real: Target, unit: string, township: string): Target {
  const id = (what: string): string => madeId(`nothing ${what} ${real.county} ${unit}`)
  return {
    county: real.county,
    unit,
    township,
    path: real.path.replace(`/${real.township}/`, `/${township}/`).replace(`/${real.unit}/`, `/${unit}/`),
    unitName: 'ghost0000',
    person: id('person'),
    post: id('post'),
    tenure: id('tenure'),
    proposedTenure: id('proposed'),
    grant: id('grant'),
    proposedGrant: id('granted'),
    session: sessionHashOfNobody,
    run: id('run'),
    comment: id('comment'),
    packDraft: id('pack draft'),
    event: real.event + 5000,
    idNumber: '980101198101010013',
    ...ghostCollecting(real, id),
    ...ghostAppraising(id),
    ...ghostReporting(id),
    ...ghostDuties(id),
    notice: id('notice'),
    ...ghostArchive(id),
    ...ghostEnrolment(id),
    ...ghostMatching(id),
  }
}

const sessionHashOfNobody = 'ab'.repeat(32)
