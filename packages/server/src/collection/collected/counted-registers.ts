import type { Queries } from '../../platform/db/database.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import { getRegisterTable, type RegisterTable } from '../rows/register-table-of.ts'
import { listFolderSubmissions } from './choose-submissions.ts'

/** A register as units have answered for it last: which rows of its table count. */
export interface CountedRegister {
  readonly table: RegisterTable
  readonly year: number
  readonly submissionIds: readonly string[]
  /** Names of units that were asked for it and have not answered. */
  readonly owing: readonly string[]
}

export interface CountedWanted {
  readonly county: string
  readonly pack: TaskPack
  readonly registers: readonly string[]
  readonly year: number
}

/**
 * What units have answered for in some registers, in the year or, where nothing is there, the one before; of a register
 * with several terms a year each unit's last one. A folder counts where no unit has answered for the register itself.
 */
export async function countedRegisters(
  db: Queries,
  wanted: CountedWanted,
): Promise<ReadonlyMap<string, CountedRegister>> {
  const sent = await listAnswered(db, wanted)
  const folder = await listFolderSubmissions(db, { ...wanted, kind: 'submitted' })
  const found = new Map<string, CountedRegister>()
  for (const id of wanted.registers) {
    const own = sent.filter(({ register }) => register === id)
    const all = own.length > 0 ? own : folder.filter(({ register }) => register === id)
    const year = Math.max(wanted.year - 1, ...all.map((one) => one.year))
    const table = await getRegisterTable(db, wanted.pack, wanted.pack.register(id))
    const submissionIds = lastTerms(
      all.filter((one) => one.year === year),
      own.length === 0,
    )
    const counted = { table, year, submissionIds }
    found.set(id, { ...counted, owing: own.length === 0 ? [] : await listOwing(db, wanted, counted) })
  }
  return found
}

interface Answered {
  readonly submission_id: string
  readonly register: string
  readonly year: number
  readonly period: string
  readonly org_path: string
}

/** What units have answered for, in tasks or by files of their own; of each register, year and term a unit's last one. */
function listAnswered(
  db: Queries,
  { county, pack, year }: Pick<CountedWanted, 'county' | 'pack' | 'year'>,
): Promise<Answered[]> {
  const {
    registers,
    pack: { id: own },
  } = pack.pack
  return db.run<Answered>(
    `select distinct on (s.register, s.year, s.period, s.unit_code)
       s.submission_id, s.register, s.year, s.period, s.org_path
     from collection_submissions s
     left join collection_tasks t on t.county_code = s.county_code and t.task_id = s.task_id
     where s.county_code = $1 and s.register = any($3::text[]) and s.pack_id = any($2::text[])
       and s.year <= $4 and s.status in ('submitted', 'first_reviewed', 'verified', 'frozen')
       and (s.task_id is not null or s.submission_id !~ '^[0-9a-f]{16}-')
     order by s.register, s.year, s.period, s.unit_code, (s.task_id is not null) desc, t.closes_on desc,
       s.created_at desc, s.submission_id`,
    [county, [...new Set([own, ...registers.map(({ home }) => home ?? own)])], registers.map(({ id }) => id), year],
  )
}

/** Of the parts of a folder all count; of a unit the one of the last term. */
function lastTerms(submissions: readonly Answered[], isFolder: boolean): readonly string[] {
  if (isFolder) return submissions.map(({ submission_id }) => submission_id)
  const last = new Map<string, Answered>()
  for (const one of submissions) {
    const before = last.get(one.org_path)
    if (before === undefined || termOrder(one.period) >= termOrder(before.period)) last.set(one.org_path, one)
  }
  return [...last.values()].map(({ submission_id }) => submission_id)
}

/** Months of a school year follow from September on. */
function termOrder(period: string): number {
  const number = Number(/\d+/.exec(period)?.[0] ?? 0)
  return number === 0 ? 0 : number >= 9 ? number - 8 : number + 4
}

/** Who was asked and has not answered; an office that hands in the whole register has answered for the units in it. */
async function listOwing(
  db: Queries,
  { county, pack }: CountedWanted,
  { table, year, submissionIds }: Omit<CountedRegister, 'owing'>,
): Promise<readonly string[]> {
  const { id, home = pack.pack.pack.id } = table.register
  const rows = await db.run<{ unit_name: string }>(
    `select distinct t.unit_name from collection_tasks t
     where t.county_code = $1 and t.register = $2 and t.year = $3 and t.pack_id = any($4::text[])
       and t.state in ('not_started', 'filling', 'returned')
       and not exists (select from collection_tasks o where o.county_code = $1 and o.register = $2 and o.year = $3
         and o.unit_id = t.unit_id and o.state not in ('not_started', 'filling', 'returned'))
       and t.org_path not in (select r.org_path from ${quoteName(table.name)} r
         where r.county_code = $1 and r.submission_id = any($5::text[]))
     order by t.unit_name`,
    [county, id, year, [home, pack.pack.pack.id], submissionIds],
  )
  return rows.map(({ unit_name }) => unit_name)
}

/** Years for which something has been handed in or read in one register, the newest first. */
export async function countedYears(
  db: Queries,
  { county, pack }: Pick<CountedWanted, 'county' | 'pack'>,
  register: string,
): Promise<readonly number[]> {
  const all = { county, pack, year: 2999 }
  const found = [...(await listAnswered(db, all)), ...(await listFolderSubmissions(db, { ...all, kind: 'submitted' }))]
  const years = found.flatMap((one) => (one.register === register ? [one.year] : []))
  return [...new Set(years)].toSorted((a, b) => b - a)
}
