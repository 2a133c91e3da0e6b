import type { Queries } from '../../platform/db/database.ts'
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
}

const columns = 'submission_id, register, unit_name, year, period, org_path, supersedes, task_id'

/** Registers of the pack with the pack that each comes from, as two lists side by side. */
function homesOf({ pack }: TaskPack): readonly [homes: readonly string[], registers: readonly string[]] {
  const ids = pack.registers.map(({ id }) => id)
  return [pack.registers.map(({ home }) => home ?? pack.pack.id), ids]
}

const ofPack = '(pack_id, register) in (select * from unnest($2::text[], $3::text[]))'

/**
 * Of each unit's submissions in a register, year and term the one that counts: the one frozen last, or the newest of
 * any state. A correction counts when it is frozen; until then the version that it corrects stays.
 */
export function chooseSubmissions(db: Queries, wanted: CollectedWanted): Promise<ChosenSubmission[]> {
  const { county, pack, year, kind, pending } = wanted
  return db.run<ChosenSubmission>(
    `select distinct on (register, year, period, unit_code) ${columns} from collection_submissions
     where county_code = $1 and ${ofPack} and year <= $4 and task_id is not null
       and ($5 = 'preview' and status not in ('superseded', 'loading') or status = 'frozen'
         or $5 = 'submitted' and status in ('submitted', 'first_reviewed', 'verified') or submission_id = $6)
     order by register, year, period, unit_code, (submission_id = $6) desc,
       case when $5 = 'official' then frozen_at end desc nulls last, created_at desc, submission_id`,
    [county, ...homesOf(pack), year, kind, pending ?? ''],
  )
}

/** The submissions of the folder read last, of the years wanted. */
export function listFolderSubmissions(
  db: Queries,
  { county, pack, year }: CollectedWanted,
): Promise<ChosenSubmission[]> {
  return db.run<ChosenSubmission>(
    `select ${columns} from collection_submissions
     where county_code = $1 and ${ofPack} and year <= $4 and task_id is null and status not in ('superseded', 'loading')
       and starts_with(submission_id, (
         select left(submission_id, 17) from collection_submissions
         where county_code = $1 and ${ofPack} and task_id is null and submission_id ~ '^[0-9a-f]{16}-'
         order by created_at desc, submission_id limit 1))
     order by submission_id`,
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
