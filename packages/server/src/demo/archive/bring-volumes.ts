import { dayOf } from '@eduduty/core/calendar'
import type { UnitEntry } from '@eduduty/core/organizations'
import { keepPaper, linkPaper, reviewPaper } from '../../archive/index.ts'
import { treeAsOf } from '../../organizations/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { Installation } from '../../platform/installation.ts'
import { county, judgedYear } from '../county.ts'
import { acting, at, dayAt, keeperOf, office, root } from './archive-people.ts'
import { type DemoFile, type DemoWords, demoPicture, demoWord, placeFile } from './paper-files.ts'
import { paperLines, particularsFor } from './paper-stories.ts'

interface Open {
  readonly need_id: string
  readonly title: string
  readonly unit_id: string
  readonly accepts: readonly string[]
}

interface School {
  readonly unit: UnitEntry
  readonly needs: readonly Open[]
  readonly turn: number
}

/** Every so many schools one has brought nothing. */
const SILENT = 15
/** Every so many schools the volume of one waits for its review. */
const UNREAD = 12
/** Equal bytes are one paper: the pictures of these schools begin where no other picture of the demo can be. */
const PICTURES = 1200
/** Every so many materials of all the schools one is still missing. */
const MISSING = 9

/**
 * The schools that bring their materials bound in one file: it serves one need after the other, but for a few that are still
 * missing; a deed to the buildings comes as a picture. Schools that have brought something are left as they are. School by
 * school, so that nobody waits for long. Gives how many brought something now.
 */
export async function bringVolumes(
  { door }: Pick<Installation, 'door'>,
  files: FileStore,
  isStopped: () => boolean,
): Promise<number> {
  const caller = systemCaller('归档演示县各校的佐证合订本', { scopes: [root], county: county.code, path: root })
  const schools = await door.read(caller, listSchools)
  let brought = 0
  for (const school of schools) {
    if (isStopped()) return brought
    if (school.turn % SILENT === SILENT - 1) continue
    await door.write(caller, (ctx) => bring({ ctx, files }, school))
    brought += 1
  }
  return brought
}

/** Schools of whose materials nothing has been brought, with what is asked of them. */
async function listSchools(ctx: Ctx): Promise<readonly School[]> {
  const open = await ctx.db.run<Open>(
    `select n.need_id, n.title, n.unit_id, n.accepts from archive_needs n
     join archive_catalogues c on c.county_code = n.county_code and c.catalogue_id = n.catalogue_id
     where n.county_code = $1 and c.year = $2 and n.is_asked and n.waived_reason is null and n.spared_because is null
       and not exists (select from archive_links l where l.county_code = n.county_code and l.org_path = n.org_path)
     order by n.place, n.org_path`,
    [county.code, judgedYear],
  )
  const units = (await treeAsOf(ctx.db, county.code, dayOf(ctx.now))).filter(({ kind }) => kind === 'school')
  return units
    .map((unit, turn) => ({ unit, turn, needs: open.filter((need) => need.unit_id === unit.unit_id) }))
    .filter(({ needs }) => needs.length > 0)
}

interface Seeding {
  readonly ctx: Ctx
  readonly files: FileStore
}

async function bring(seeding: Seeding, { unit, needs, turn }: School): Promise<void> {
  const given = needs.filter((_, k) => (turn * needs.length + k) % MISSING !== 0)
  const bound = given.filter(({ accepts }) => accepts.length === 0)
  const deeds = given.filter(({ accepts }) => accepts.length > 0)
  const volumes: readonly Volume[] = [
    { needs: bound, turn, title: '优质均衡佐证合订本', draw: demoWord },
    ...deeds.map((need) => ({
      needs: [need],
      turn,
      title: need.title,
      draw: (words: DemoWords) => demoPicture(words, PICTURES + turn),
    })),
  ]
  const kept = []
  for (const volume of volumes) if (volume.needs.length > 0) kept.push(await keep(seeding, unit, volume))
  if (turn % UNREAD === 0) return
  const reviewing = acting(at(seeding.ctx, `${judgedYear}-12-05`, office), office)
  for (const { paper, needs: served } of kept)
    for (const need of served)
      await reviewPaper(
        reviewing,
        { county: county.code, need: need.need_id, paper },
        { version: 1, verdict: 'sufficient', reason: '' },
      )
}

interface Volume {
  readonly needs: readonly Open[]
  readonly turn: number
  readonly title: string
  draw(words: DemoWords): DemoFile
}

async function keep({ ctx, files }: Seeding, unit: UnitEntry, { needs, turn, title, draw }: Volume) {
  const keeper = keeperOf(unit)
  const now = at(ctx, `${judgedYear}-11-${dayAt(turn)}`, keeper)
  const contents = needs.map((need, k) => `${k + 1}．${need.title}`)
  const named = `${unit.name}${title}`
  const words = { title: named, unit: unit.name, documentNo: '', lines: [...contents, ...paperLines] }
  const taken = await placeFile(files, draw(words))
  const particulars = particularsFor(named, unit.name, '', {
    made_on: `${judgedYear}-10-${dayAt(turn)}`,
    personal: 'personal',
    keeper: keeper.name,
    pages: 12 + turn,
    retention: 'years_30',
  })
  const { row } = await keepPaper(now, county.code, unit, taken, undefined, particulars)
  const key = { county: county.code, paper: row.paper_id }
  await linkPaper(
    acting(now, keeper),
    key,
    needs.map(({ need_id: id }) => id),
  )
  return { paper: row.paper_id, needs }
}
