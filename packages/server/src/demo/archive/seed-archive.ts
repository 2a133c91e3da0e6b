import { dayOf } from '@eduduty/core/calendar'
import type { UnitEntry } from '@eduduty/core/organizations'
import { keepPaper, openCatalogue, requestNeeds, reviewPaper, waiveNeed } from '../../archive/index.ts'
import { treeAsOf } from '../../organizations/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { Installation } from '../../platform/installation.ts'
import { county, getSchool, judgedYear } from '../county.ts'
import { acting, at, dayAt, keeperOf, office, type Person, root } from './archive-people.ts'
import { demoFile, demoPicture, placeFile } from './paper-files.ts'
import { type PaperStory, paperLines, particularsFor, storyOf, weakReasons } from './paper-stories.ts'

export interface SeededArchive {
  readonly papers: number
  /** True when it had been done before; then nothing is changed. */
  readonly present: boolean
}

const DAY = 86_400_000
/** Schools that have begun to bring their materials. */
const begun = ['石桥镇中心小学', '石桥镇初级中学', '澄湖县实验小学'].map((name) => `S${getSchool(name).code}`)
/** Materials of one school that are brought. */
const OF_SCHOOL = 9

interface Asked {
  readonly need_id: string
  readonly title: string
  readonly file_no: string
  readonly unit_id: string
  readonly accepts: readonly string[]
}

interface Seeding {
  readonly ctx: Ctx
  readonly files: FileStore
  readonly units: ReadonlyMap<string, UnitEntry>
}

/** Opens the catalogue of the judged year, with papers in every state, by the same use cases as everybody else's. */
export function seedArchive({ door }: Pick<Installation, 'door'>, files: FileStore): Promise<SeededArchive> {
  const caller = systemCaller('建立演示县的佐证档案', { scopes: [root], county: county.code, path: root })
  return door.write(caller, async (ctx) => {
    const [first] = await ctx.db.run('select 1 from archive_catalogues where county_code = $1 limit 1', [county.code])
    if (first !== undefined) return { papers: 0, present: true }
    const { catalogue } = await openCatalogue(at(ctx, `${judgedYear}-09-10`, office), {
      county: county.code,
      pack: 'quality-balance-2017',
      year: judgedYear,
      title: `${judgedYear}年优质均衡佐证目录`,
    })
    const units = new Map((await treeAsOf(ctx.db, county.code, dayOf(ctx.now))).map((unit) => [unit.unit_id, unit]))
    const asked = await ctx.db.run<Asked>(
      `select need_id, title, file_no, unit_id, accepts from archive_needs
       where county_code = $1 and catalogue_id = $2 order by place, org_path`,
      [county.code, catalogue],
    )
    const papers = await bringAll({ ctx, files, units }, asked)
    await request(ctx, asked)
    return { papers, present: false }
  })
}

async function bringAll(seeding: Seeding, asked: readonly Asked[]): Promise<number> {
  let [papers, turn] = [0, 0]
  const ofSchool = new Map<string, number>()
  for (const need of asked) {
    const isSchool = need.unit_id.startsWith('S')
    const count = ofSchool.get(need.unit_id) ?? 0
    if (isSchool && (!begun.includes(need.unit_id) || count >= OF_SCHOOL)) continue
    ofSchool.set(need.unit_id, count + 1)
    turn += 1
    if (await bring(seeding, need, storyOf(isSchool, turn), turn)) papers += 1
  }
  return papers
}

/** What became of one material; true where a paper was brought. */
async function bring(seeding: Seeding, need: Asked, story: PaperStory, turn: number): Promise<boolean> {
  const { ctx, units } = seeding
  const unit = units.get(need.unit_id)
  const key = { county: county.code, need: need.need_id }
  if (unit === undefined || story === 'missing') return false
  if (story === 'waived') {
    const reason = '本县没有这种情况，市督导室已同意'
    await waiveNeed(acting(at(ctx, `${judgedYear}-10-15`, office), office), key, { waived: true, reason })
    return false
  }
  const keeper = keeperOf(unit)
  const filedOn = story === 'late' ? dayOf(new Date(ctx.now.getTime() - 5 * DAY)) : `${judgedYear}-11-${dayAt(turn)}`
  const paper = await keep(seeding, need, unit, { keeper, filedOn, turn, story })
  if (story === 'unread') return true
  const weak = weakReasons[turn % weakReasons.length] ?? ''
  await reviewPaper(
    acting(at(ctx, story === 'late' ? dayOf(ctx.now) : `${judgedYear}-12-05`, office), office),
    { ...key, paper },
    story === 'weak'
      ? { version: 1, verdict: 'insufficient', reason: weak }
      : { version: 1, verdict: 'sufficient', reason: '' },
  )
  return true
}

interface Bringing {
  readonly keeper: Person
  readonly filedOn: string
  readonly turn: number
  readonly story: PaperStory
}

async function keep({ ctx, files }: Seeding, need: Asked, unit: UnitEntry, of: Bringing): Promise<string> {
  const { keeper, filedOn, turn, story } = of
  const documentNo = unit.kind === 'department' ? `澄${unit.name.slice(1, 3)}〔${judgedYear}〕${turn}号` : ''
  const words = { title: need.title, unit: unit.name, documentNo, lines: paperLines }
  // What takes some kinds only takes pictures.
  const file = need.accepts.length === 0 ? await demoFile(words, turn) : demoPicture(words, turn)
  const particulars = particularsFor(need.title, unit.name, documentNo, {
    made_on: `${judgedYear}-${story === 'late' ? '10' : '06'}-${dayAt(turn)}`,
    ...(story === 'expired' && { valid_until: `${judgedYear}-12-31` }),
    ...(/登记|名/.test(need.title) && {
      personal: /教师|职工|学历|资格/.test(need.title) || unit.kind !== 'school' ? 'personal' : 'minors',
    }),
    box_no: String(1 + (turn % 12)),
    keeper: keeper.name,
    pages: 1 + (turn % 9),
    ...(turn % 4 !== 0 && { retention: turn % 3 === 0 ? ('permanent' as const) : ('years_30' as const) }),
  })
  const now = at(ctx, filedOn, keeper)
  const taken = await placeFile(files, file)
  const { row } = await keepPaper(now, county.code, unit, taken, need.need_id, particulars)
  return row.paper_id
}

/** What is open is asked for by a day to come, and what has been asked for long ago is overdue. */
async function request(ctx: Ctx, asked: readonly Asked[]): Promise<void> {
  const of = (units: readonly string[]) =>
    asked.filter(({ unit_id: id }) => units.includes(id)).map(({ need_id: id }) => id)
  const late = of(['D03', 'D04'])
  const soon = of(['D02', ...begun])
  const dueOn = dayOf(new Date(ctx.now.getTime() + 10 * DAY))
  if (late.length > 0)
    await requestNeeds(at(ctx, `${judgedYear}-12-20`, office), county.code, {
      needs: late,
      due_on: `${judgedYear}-12-31`,
      says: '',
    })
  if (soon.length > 0)
    await requestNeeds(at(ctx, dayOf(ctx.now), office), county.code, {
      needs: soon,
      due_on: dueOn,
      says: '请对照目录补齐。',
    })
}
