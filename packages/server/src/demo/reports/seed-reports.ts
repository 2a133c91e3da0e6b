import { subjectsOf } from '@eduduty/core/documents'
import type { CountyFacade } from '@eduduty/core/evaluation'
import { areaPath } from '@eduduty/core/organizations'
import type { RunKey } from '../../evaluation/index.ts'
import { type Ctx, systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import {
  addComment,
  contentOf,
  EvaluatedRuns,
  getDraft,
  outlineOf,
  type ReportKey,
  startReports,
  stepReport,
} from '../../reports/index.ts'
import { county, judgedYear } from '../county.ts'

const PACK = 'quality-balance-2017'
const root = areaPath(county.code)
const writer = '督导办经办人'

interface ReportStory {
  readonly outline: string
  /** Names of those whom it is written about; nobody: the county. */
  readonly about: readonly string[]
  readonly isSent: boolean
  /** Said of its first paragraph. */
  readonly comment?: string
}

const stories: readonly ReportStory[] = [
  {
    outline: 'self_evaluation',
    about: [],
    isSent: false,
    comment: '“基本情况”再核一遍学校数，和学校名册一致后再送审。',
  },
  { outline: 'balance_brief', about: [], isSent: true },
  { outline: 'school_self_evaluation', about: ['澄湖县实验小学', '石桥镇中心小学', '石桥镇初级中学'], isSent: false },
]

/**
 * Reports begun on the evaluation of the demo county: one being written and talked about, one that waits for a signature,
 * three of schools. Nothing is changed where there are any, or where nothing has been evaluated. Gives how many were begun.
 */
export async function seedReports({ door }: Pick<Installation, 'door'>): Promise<number> {
  const caller = systemCaller('建立演示县的报告稿', { scopes: [root], county: county.code, path: root })
  const key = await door.read(caller, (ctx) => findRun(ctx))
  if (key === undefined) return 0
  const source = await new EvaluatedRuns(door).evaluate(key)
  let begun = 0
  for (const story of stories) begun += await door.write(caller, (ctx) => tell(as(ctx, writer), key, source, story))
  return begun
}

/** The newest evaluation that reports are written on; undefined where there are reports. */
async function findRun({ db }: Pick<Ctx, 'db'>): Promise<RunKey | undefined> {
  const [row] = await db.run<{ run_id: string }>(
    `select run_id from evaluation_runs
     where county_code = $1 and pack_id = $2 and year = $3
       and not exists (select 1 from reports_drafts where county_code = $1)
     order by created_at desc, run_id limit 1`,
    [county.code, PACK, judgedYear],
  )
  return row === undefined ? undefined : { county: county.code, run: row.run_id }
}

async function tell(ctx: Ctx, key: RunKey, source: CountyFacade, story: ReportStory): Promise<number> {
  const { outline } = story
  const subjects = subjectsOf(source, outlineOf(source.pack, outline))
    .filter(({ name }) => story.about.length === 0 || story.about.includes(name))
    .map(({ subject }) => subject)
  const { created } = await startReports(ctx, key, source, { run: key.run, outline, subjects })
  for (const report of created) await goOn(ctx, { county: key.county, report }, story)
  return created.length
}

async function goOn(ctx: Ctx, key: ReportKey, { isSent, comment }: ReportStory): Promise<void> {
  const row = await getDraft(ctx, key)
  const first = contentOf(row).blocks.find(({ kind }) => kind === 'paragraph')
  if (comment !== undefined && first !== undefined)
    await addComment(as(ctx, '顾怀远'), key, { block: first.id, quote: '', text: comment })
  if (isSent) await stepReport(ctx, key, { deed: 'send', revision: row.revision, note: '' }, 'preview')
}

const as = (ctx: Ctx, name: string): Ctx => ({ ...ctx, actor: { ...ctx.actor, id: `demo ${name}`, name } })
