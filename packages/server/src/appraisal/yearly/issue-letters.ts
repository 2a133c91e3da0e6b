import { randomUUID } from 'node:crypto'
import type { IssueLettersBody, LetterContent, LettersIssued, RankRow } from '@eduduty/core/appraisal'
import { dayOf } from '@eduduty/core/identity'
import { AppError } from '../../platform/errors/app-error.ts'
import { stateOf } from '../store/appraisal-row.ts'
import type { Acting } from '../store/move-appraisal.ts'
import { noteEvent } from '../store/note-event.ts'
import { nameOfSet } from './publish-ranking.ts'
import { findLetter, type KeptLetter } from './read-letters.ts'
import { readOwnRank } from './read-published.ts'
import { readRanking } from './read-ranking.ts'
import { reachesAll, type YearlyKey } from './yearly-key.ts'
import { whyNoLetters } from './yearly-steps.ts'
import type { YearlyUnit } from './yearly-unit.ts'

/**
 * Issues a letter to each unit whose result is public and that has none saying the same; numbers go on from the last of the
 * series. Errors: `appraisal.yearly_not_found`, `appraisal.ranking_hidden`, `appraisal.own_unit`,
 * `appraisal.no_public_result`.
 */
export async function issueLetters(acting: Acting, key: YearlyKey, body: IssueLettersBody): Promise<LettersIssued> {
  const { ctx } = acting
  const { ranking, units } = await readRanking(acting, key)
  if (!reachesAll(acting, 'appraisal.conclude', key.county)) throw new AppError('appraisal.yearly_not_found')
  const why = whyNoLetters([...units.values()], ranking.rows)
  if (why !== undefined) throw why
  const series = body.series.trim()
  let no = await lastNumber(acting, key.county, series)
  let [issued, kept] = [0, 0]
  for (const row of ranking.rows.filter(({ state }) => state === 'publicity' || state === 'published')) {
    const unit = units.get(row.appraisal_id)
    if (unit === undefined) continue
    const content = await contentOf(acting, row, unit, body)
    const last = await findLetter(ctx, { county: key.county, appraisalId: row.appraisal_id })
    if (last !== undefined && saysTheSame(last, content, unit)) {
      kept += 1
      continue
    }
    no += 1
    issued += 1
    await store(acting, { unit, content, series, no })
  }
  ctx.audit({ action: 'appraisal.issue_letters', subject: nameOfSet(ranking), detail: { series, issued, kept } })
  return { issued, kept }
}

async function lastNumber({ ctx }: Acting, county: string, series: string): Promise<number> {
  // Numbers are given one after the other.
  await ctx.db.run('select from appraisal_appraisals where county_code = $1 order by appraisal_id limit 1 for update', [
    county,
  ])
  const [last] = await ctx.db.run<{ no: number }>(
    'select coalesce(max(letter_no), 0) as no from appraisal_letters where county_code = $1 and series = $2',
    [county, series],
  )
  return last?.no ?? 0
}

async function contentOf(
  { ctx }: Acting,
  row: RankRow,
  { appraisal, rated }: YearlyUnit,
  { office, dated_on: dated }: IssueLettersBody,
): Promise<LetterContent> {
  const { county_code: county, appraisal_id: appraisalId, version, ...facts } = appraisal.row
  const rank = await readOwnRank(ctx, { county, appraisalId }, version)
  const until = facts.appeal_until ?? ''
  const isOpen = stateOf(appraisal.row) === 'publicity' && dayOf(ctx.now) <= until
  return {
    unit: row.unit,
    year: facts.year,
    pack_title: facts.pack_title,
    rating_title: facts.rating_title,
    result: rated?.text ?? '',
    adjustments: (rated?.adjustments ?? []).flatMap(({ id, kind, title, given, counted }) => {
      const grounds = appraisal.adjustments.find(({ adjustment_id: one }) => one === id)
      return [{ kind, title, given, counted, grounds: grounds?.grounds ?? '', document: grounds?.document ?? '' }]
    }),
    ...(rank !== undefined && {
      rank: {
        rank: rank.rank,
        is_tied: rank.is_tied,
        of: rank.of,
        ...(rank.left_out !== undefined && { left_out: rank.left_out }),
        document_no: rank.document_no,
      },
    }),
    appeal_until: until,
    appeal_is_open: isOpen,
    office: office.trim(),
    dated_on: dated,
  }
}

/** Of the same version of the result, and with the same place. */
const saysTheSame = (last: KeptLetter, { rank }: LetterContent, { appraisal }: YearlyUnit): boolean =>
  last.version === appraisal.row.version &&
  last.content.rank?.rank === rank?.rank &&
  last.content.rank?.document_no === rank?.document_no

interface ToStore {
  readonly unit: YearlyUnit
  readonly content: LetterContent
  readonly series: string
  readonly no: number
}

async function store({ ctx }: Acting, { unit, content, series, no }: ToStore): Promise<void> {
  const { row } = unit.appraisal
  await ctx.db.kysely
    .insertInto('appraisal_letters')
    .values({
      county_code: row.county_code,
      letter_id: randomUUID(),
      appraisal_id: row.appraisal_id,
      org_path: row.org_path,
      series,
      letter_no: no,
      version: row.version,
      content: JSON.stringify(content),
      dated_on: content.dated_on,
      issued_by: ctx.actor.name,
      issued_at: ctx.now,
    })
    .execute()
  await noteEvent(ctx, row, { action: 'letter', state: stateOf(row), says: `${series}${no}号` })
}
