import type { Queries } from '../../platform/db/database.ts'
import { counts } from '../counting-submissions.ts'
import type { TaskPack } from '../packs/task-pack.ts'

/** `official`: frozen data alone; `preview`: whatever is newest; `submitted`: what units have answered for. */
export type CollectedKind = 'official' | 'preview' | 'submitted'

export interface CollectedWanted {
  readonly county: string
  readonly pack: TaskPack
  /** Rows of this year and of earlier ones. */
  readonly year: number
  readonly kind: CollectedKind
  /** A submission that counts in place of its unit's frozen one, though it is not frozen. */
  readonly pending?: string | undefined
  /** Of what tasks have collected these submissions, whatever counts by now. */
  readonly only?: readonly string[] | undefined
}

export interface ChosenSubmission {
  readonly submission_id: string
  readonly register: string
  readonly unit_name: string
  readonly year: number
  /** Term within the year; empty for the whole of it. */
  readonly period: string
  readonly org_path: string
  readonly supersedes: string | null
  readonly task_id: string | null
  /** Title of the 上报期 that it was made for; empty for what was read from a folder. */
  readonly period_title: string
  /** The unit has answered for the same in another 上报期, too: this is the one that counts. */
  readonly is_of_several: boolean
}

const columns = `s.submission_id, s.register, s.unit_name, s.year, s.period, s.org_path, s.supersedes, s.task_id,
  coalesce(t.period_title, '') as period_title`

const submissionsWithTasks = `collection_submissions s
  left join collection_tasks t on t.county_code = s.county_code and t.task_id = s.task_id`

/** Registers of the pack with the pack that each comes from, as two lists side by side. */
function homesOf({ pack }: TaskPack): readonly [homes: readonly string[], registers: readonly string[]] {
  const ids = pack.registers.map(({ id }) => id)
  return [pack.registers.map(({ home }) => home ?? pack.pack.id), ids]
}

const ofPack = '(s.pack_id, s.register) in (select * from unnest($2::text[], $3::text[]))'

/**
 * Of each unit's submissions in a register, year and term the one that counts: where several 上报期 of the year asked for
 * it, that of the one which closes last; of that one the version frozen last, or the newest of any state. A correction
 * counts when it is frozen; until then the version that it corrects stays.
 */
export function chooseSubmissions(db: Queries, wanted: CollectedWanted): Promise<ChosenSubmission[]> {
  const { county, pack, year, kind, pending } = wanted
  return db.run<ChosenSubmission>(
    `select distinct on (s.register, s.year, s.period, s.unit_code) ${columns},
       min(s.task_id) over same <> max(s.task_id) over same as is_of_several
     from ${submissionsWithTasks}
     where s.county_code = $1 and ${ofPack} and s.year <= $4 and s.task_id is not null
       and ($5 = 'preview' and ${counts('s')} or s.status = 'frozen'
         or $5 = 'submitted' and s.status in ('submitted', 'first_reviewed', 'verified') or s.submission_id = $6)
     window same as (partition by s.register, s.year, s.period, s.unit_code)
     order by s.register, s.year, s.period, s.unit_code, (s.submission_id = $6) desc, t.closes_on desc,
       case when $5 = 'official' then s.frozen_at end desc nulls last, s.created_at desc, s.submission_id`,
    [county, ...homesOf(pack), year, kind, pending ?? ''],
  )
}

/** Submissions by name, whether or not they still count: what an earlier evaluation used. */
export function listNamedSubmissions(
  db: Queries,
  { county, pack }: CollectedWanted,
  submissionIds: readonly string[],
): Promise<ChosenSubmission[]> {
  return db.run<ChosenSubmission>(
    `select ${columns}, exists (
       select from collection_submissions o where o.county_code = s.county_code and o.register = s.register
         and o.year = s.year and o.period = s.period and o.unit_code = s.unit_code and o.task_id <> s.task_id)
       as is_of_several
     from ${submissionsWithTasks}
     where s.county_code = $1 and ${ofPack} and s.task_id is not null and s.submission_id = any($4::text[])
     order by s.register, s.year, s.period, s.unit_code, s.submission_id`,
    [county, ...homesOf(pack), submissionIds],
  )
}

/** The submissions of the folder read last, of the years wanted. */
export function listFolderSubmissions(
  db: Queries,
  { county, pack, year }: CollectedWanted,
): Promise<ChosenSubmission[]> {
  return db.run<ChosenSubmission>(
    `select ${columns}, false as is_of_several from ${submissionsWithTasks}
     where s.county_code = $1 and ${ofPack} and s.year <= $4 and s.task_id is null and ${counts('s')}
       and starts_with(s.submission_id, (
         select left(s.submission_id, 17) from collection_submissions s
         where s.county_code = $1 and ${ofPack} and s.task_id is null and s.submission_id ~ '^[0-9a-f]{16}-'
         order by s.created_at desc, s.submission_id limit 1))
     order by s.submission_id`,
    [county, ...homesOf(pack), year],
  )
}

export interface CollectedPlace {
  readonly register: string
  readonly year: number
  readonly unit_kind: string
  readonly org_path: string
}

/** Who has a task for which register and year. */
export function listCollectedPlaces(db: Queries, { county, pack, year }: CollectedWanted): Promise<CollectedPlace[]> {
  const [homes, registers] = homesOf(pack)
  return db.run<CollectedPlace>(
    `select distinct register, year, unit_kind, org_path from collection_tasks
     where county_code = $1 and register = any($2::text[]) and year <= $3 and pack_id = any($4::text[])`,
    [county, registers, year, [...new Set([...homes, pack.pack.pack.id])]],
  )
}
