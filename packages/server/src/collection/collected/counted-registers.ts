import type { Queries } from '../../platform/db/database.ts'
import type { TaskPack } from '../packs/task-pack.ts'
import { getRegisterTable, type RegisterTable } from '../rows/register-table-of.ts'
import { type ChosenSubmission, chooseSubmissions, listFolderSubmissions } from './choose-submissions.ts'

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
  const asked = { ...wanted, kind: 'submitted' as const }
  const sent = await chooseSubmissions(db, asked)
  const folder = await listFolderSubmissions(db, asked)
  const found = new Map<string, CountedRegister>()
  for (const id of wanted.registers) {
    const own = sent.filter(({ register }) => register === id)
    const all = own.length > 0 ? own : folder.filter(({ register }) => register === id)
    const year = Math.max(wanted.year - 1, ...all.map((one) => one.year))
    found.set(id, {
      table: await getRegisterTable(db, wanted.pack, wanted.pack.register(id)),
      year,
      submissionIds: lastTerms(all.filter((one) => one.year === year)),
      owing: own.length === 0 ? [] : await listOwing(db, wanted, id, year),
    })
  }
  return found
}

function lastTerms(submissions: readonly ChosenSubmission[]): readonly string[] {
  const last = new Map<string, ChosenSubmission>()
  for (const one of submissions) {
    const before = last.get(one.org_path)
    const isFolder = one.task_id === null
    if (isFolder) last.set(one.submission_id, one)
    else if (before === undefined || termOrder(one.period) >= termOrder(before.period)) last.set(one.org_path, one)
  }
  return [...last.values()].map(({ submission_id }) => submission_id)
}

/** Months of a school year follow from September on. */
function termOrder(period: string): number {
  const number = Number(/\d+/.exec(period)?.[0] ?? 0)
  return number === 0 ? 0 : number >= 9 ? number - 8 : number + 4
}

async function listOwing(
  db: Queries,
  { county, registers: _, pack }: CountedWanted,
  register: string,
  year: number,
): Promise<readonly string[]> {
  const home = pack.register(register).home ?? pack.pack.pack.id
  const rows = await db.run<{ unit_name: string }>(
    `select distinct t.unit_name from collection_tasks t
     where t.county_code = $1 and t.register = $2 and t.year = $3 and t.pack_id = any($4::text[])
       and t.state in ('not_started', 'filling', 'returned')
       and not exists (select from collection_tasks o where o.county_code = $1 and o.register = $2 and o.year = $3
         and o.unit_id = t.unit_id and o.state not in ('not_started', 'filling', 'returned'))
     order by t.unit_name`,
    [county, register, year, [home, pack.pack.pack.id]],
  )
  return rows.map(({ unit_name }) => unit_name)
}

/** Years for which something has been handed in or read in one register, the newest first. */
export async function countedYears(
  db: Queries,
  { county, pack }: Pick<CountedWanted, 'county' | 'pack'>,
  register: string,
): Promise<readonly number[]> {
  const all = { county, pack, year: 2999, kind: 'submitted' as const }
  const found = [...(await chooseSubmissions(db, all)), ...(await listFolderSubmissions(db, all))]
  const years = found.flatMap((one) => (one.register === register ? [one.year] : []))
  return [...new Set(years)].toSorted((a, b) => b - a)
}
