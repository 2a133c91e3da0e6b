import {
  dayOf,
  type ImportedPeople,
  type ImportPeople,
  type PastedPerson,
  type PersonField,
} from '@eduduty/core/identity'
import { lastsOn, openOn } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { addAccount } from './add-account.ts'
import { addPerson } from './add-person.ts'

const loginName = /^[a-z0-9][a-z0-9._-]{1,39}$/

/** What came of the rows; each finding with the column that it is about. */
export interface WorkedPeople extends ImportedPeople {
  readonly findings: (ImportedPeople['findings'][number] & { readonly field: PersonField; readonly advice: string })[]
}

/**
 * Adds the people of a table, each as if typed alone; what is wrong is said line by line. The caller takes the
 * whole back when a line is wrong or only a check was asked for. Errors: `identity.not_found` when the caller reaches no
 * unit of the county.
 */
export async function importPeople(ctx: Ctx, input: ImportPeople, keyring: Keyring): Promise<WorkedPeople> {
  const units = await unitsByName(ctx, input.county_code)
  if (units.size === 0) throw new AppError('identity.not_found', { what: '单位' })
  const findings: WorkedPeople['findings'] = []
  let accounts = 0
  for (const row of input.rows) {
    const refused = await addRow(ctx, row, { county: input.county_code, units, keyring }).then(
      () => undefined,
      (error) => {
        if (error instanceof AppError && error.status < 500) return error
        throw error
      },
    )
    if (refused !== undefined) findings.push({ line: row.line, name: row.name, ...wordsOf(refused) })
    else if (row.login_name !== undefined) accounts += 1
  }
  const people = input.rows.length - findings.length
  return { applied: findings.length === 0 && !input.dry_run, people, accounts, findings }
}

function wordsOf(refused: AppError) {
  const { message, advice, code } = refused
  return { message: `${message}${advice}`, advice, field: fieldOf(code, String(refused.params.field ?? '')) }
}

/** Which cell a refusal is about. */
function fieldOf(code: string, named: string): PersonField {
  if (named === 'unit' || named === 'id_number' || named === 'login_name') return named
  switch (code) {
    case 'identity.id_number_invalid':
    case 'identity.id_number_taken':
      return 'id_number'
    case 'identity.phone_invalid':
      return 'phone'
    case 'identity.login_name_taken':
      return 'login_name'
    default:
      return 'name'
  }
}

interface Place {
  readonly county: string
  readonly units: ReadonlyMap<string, readonly string[]>
  readonly keyring: Keyring
}

async function addRow(ctx: Ctx, row: PastedPerson, { county, units, keyring }: Place): Promise<void> {
  const { line: _, unit, login_name, ...person } = row
  if (person.name === '') throw new AppError('identity.row_invalid', { reason: '没有姓名' })
  if (login_name !== undefined && !loginName.test(login_name))
    throw new AppError('identity.row_invalid', { field: 'login_name', reason: `登录名“${login_name}”含有不能用的字符` })
  const [unit_id, another] = units.get(unit) ?? []
  if (unit_id === undefined)
    throw new AppError('identity.row_invalid', { field: 'unit', reason: `没有名为“${unit}”的单位` })
  if (another !== undefined)
    throw new AppError('identity.row_invalid', { field: 'unit', reason: `有几个单位都叫“${unit}”` })
  if (person.id_number === undefined && (await isNamesake(ctx, county, unit_id, person.name)))
    throw new AppError('identity.row_invalid', { reason: '该单位已有同名人员，确是另一人的请填证件号码' })
  const key = await addPerson(ctx, { county_code: county, unit_id, ...person }, keyring)
  if (login_name !== undefined) await addAccount(ctx, key, { login_name })
}

async function isNamesake({ db }: Ctx, county: string, unit: string, name: string): Promise<boolean> {
  const found = await db.kysely
    .selectFrom('identity_people')
    .select('person_id')
    .where('county_code', '=', county)
    .where('unit_id', '=', unit)
    .where('name', '=', name)
    .executeTakeFirst()
  return found !== undefined
}

/** Open units within the caller's reach by their present name; one name may stand for several. */
async function unitsByName({ db, now }: Ctx, county: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.run<{ name: string | null; unit_id: string }>(
    `select v.name, u.unit_id from organizations_units u
     left join organizations_unit_versions v on v.county_code = $1 and v.unit_id = u.unit_id
       and ${lastsOn('v', '$2')}
     where u.county_code = $1 and ${openOn('u', '$2')}`,
    [county, dayOf(now)],
  )
  const units = new Map<string, string[]>()
  for (const { name, unit_id } of rows) {
    const key = name ?? unit_id
    units.set(key, [...(units.get(key) ?? []), unit_id])
  }
  return units
}
