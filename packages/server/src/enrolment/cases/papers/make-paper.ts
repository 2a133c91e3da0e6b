import { createHash, randomUUID } from 'node:crypto'
import {
  type CaseState,
  layOutPaper,
  type PaperContent,
  type PaperWords,
  paperContent,
  paperNumber,
} from '@eduduty/core/enrolment'
import { areaPath } from '@eduduty/core/organizations'
import { type CasePaper, canonicalText } from '@eduduty/core/packs'
import { keepChildPaper, placeMade } from '../../../archive/index.ts'
import type { Ctx } from '../../../platform/ctx.ts'
import { holdLock } from '../../../platform/db/hold-lock.ts'
import { reaching } from '../../../platform/db/reaching.ts'
import { writeReport } from '../../../platform/docx/write-report.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { mediaTypes } from '../../../platform/http/send-file.ts'
import type { PinnedCasework } from '../definitions/find-casework.ts'
import { type EventField, readEvents } from '../store/event-row.ts'
import type { CaseKey, StoredHolding } from '../store/holding-row.ts'

export interface PaperOrder {
  readonly ctx: Ctx
  readonly files: FileStore
  readonly key: CaseKey
  readonly pinned: PinnedCasework
  /** Who holds the case now: each gets a copy. */
  readonly holders: readonly StoredHolding[]
  /** The unit that draws it up. */
  readonly own: StoredHolding
  readonly taken: { readonly step: { readonly paper?: string } }
  readonly next: CaseState
  readonly on: string
  readonly fields: readonly EventField[]
  readonly eventNo: number
}

/** Draws up the paper of a step, with the next number of its unit, year and kind, and files it; gives its id. */
export async function makePaper(order: PaperOrder): Promise<string> {
  const { ctx, key, pinned, holders, own, taken, on, eventNo } = order
  const paper = pinned.papers.find(({ id }) => id === taken.step.paper)
  if (paper === undefined) throw new Error(`the definition of case ${key.case} has no paper ${taken.step.paper}`)
  const year = Number(on.slice(0, 4))
  const county = holders.find(({ line }) => line === '县')
  return reaching(ctx, [areaPath(key.county)], async () => {
    const content = await contentOf(order, paper, county?.unit_name ?? '')
    const no = await nextNumber(ctx, own, year, paper.id)
    const shared = {
      county_code: key.county,
      case_id: key.case,
      paper_id: randomUUID(),
      event_no: eventNo,
      kind: paper.id,
      title: paper.title,
      year,
      number_no: no,
      number: paperNumber(paper, year, no, own.unit_name),
      unit_id: own.unit_id,
      unit_name: own.unit_name,
      content: JSON.stringify(content),
      content_hash: createHash('sha256').update(canonicalText(content)).digest('hex'),
      person_name: ctx.actor.name,
      made_on: on,
      made_at: ctx.now,
    }
    await ctx.db.kysely
      .insertInto('enrolment_case_papers')
      .values(holders.map(({ holding_no, org_path }) => ({ ...shared, holding_no, org_path })))
      .execute()
    await filePaper(order, content, { id: shared.paper_id, title: paper.title, number: shared.number })
    return shared.paper_id
  })
}

/** Files the paper with the unit that has drawn it up, under the id by which the case knows it. */
async function filePaper(
  { ctx, files, key, own, on }: PaperOrder,
  content: PaperContent,
  { id, title, number }: { readonly id: string; readonly title: string; readonly number: string },
): Promise<void> {
  const name = `${title} ${number}.docx`
  const bytes = await writeReport(layOutPaper(content, number, name), on)
  const file = await placeMade(files, key.county, { name, media: mediaTypes.docx, bytes })
  await keepChildPaper(ctx, {
    county: key.county,
    unit: { ...own, name: own.unit_name },
    file,
    subject: { kind: 'case', id: key.case },
    paper: id,
    particulars: { title, kind: 'document', issuer: own.unit_name, document_no: number, made_on: on },
  })
}

/** Numbers of a unit are one series a year and kind: whoever draws up a paper waits for the one before. */
async function nextNumber({ db }: Ctx, own: StoredHolding, year: number, kind: string): Promise<number> {
  await holdLock(db, `paper ${own.county_code} ${own.unit_id} ${year} ${kind}`)
  const [row] = await db.run<{ next: number }>(
    `select coalesce(max(number_no), 0) + 1 as next from enrolment_case_papers
     where county_code = $1 and unit_id = $2 and year = $3 and kind = $4`,
    [own.county_code, own.unit_id, year, kind],
  )
  return row?.next ?? 1
}

async function contentOf(order: PaperOrder, paper: CasePaper, county: string): Promise<PaperContent> {
  const { ctx, key, own, on } = order
  const visits = paper.lists_visits === true ? await visitsOf(order) : []
  const proofs = (await readEvents(ctx.db, key)).filter(({ proof, exit }) => proof !== '' && exit !== null)
  const words = wordsOf(order, county, proofs.at(-1)?.proof ?? '')
  return paperContent(paper, { words, visits, signer: own.unit_name, on })
}

async function visitsOf({ ctx, key, pinned }: PaperOrder): Promise<PaperContent['visits']> {
  const counted = new Map(pinned.casework.steps.flatMap(({ id, title, counts }) => (counts ? [[id, title]] : [])))
  return (await readEvents(ctx.db, key)).flatMap((event) => {
    const what = event.step === null ? undefined : counted.get(event.step)
    if (what === undefined) return []
    const says = [...event.fields.map(({ title, text }) => `${title}：${text}`), event.says].filter(Boolean).join('；')
    return [{ on: event.on_day, what, says, by: `${event.unit_name}${event.person_name}` }]
  })
}

function wordsOf({ own, next, on, fields, pinned }: PaperOrder, county: string, proof: string): PaperWords {
  const { casework } = pinned
  const exit = next.exit ?? next.proposed
  return {
    学生: own.child_name,
    性别: own.sex,
    监护人: own.guardian,
    住址: own.address || own.village,
    学校: own.school_name,
    年级: own.grade,
    乡镇: own.township_name,
    县: county,
    本单位: own.unit_name,
    日期: on,
    期限: own.due_on ?? '',
    发现日期: own.opened_on,
    情况: '',
    状态: casework.states.find(({ id }) => id === next.state)?.title ?? '',
    走访次数: String(next.visits),
    劝返次数: String(next.persuasions),
    证明材料: proof,
    去向: casework.exits.find(({ id }) => id === exit)?.title ?? '',
    ...Object.fromEntries(fields.map(({ title, text }) => [title, text])),
  }
}
