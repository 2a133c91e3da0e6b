import type { RegisterChildBody } from '@eduduty/core/enrolment'
import type { OrgPath } from '@eduduty/core/organizations'
import type { Register } from '@eduduty/core/packs'
import { guardOf } from '../../../collection/index.ts'
import { packsFolder, readPack } from '../../../packs/index.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Keyring } from '../../../platform/keys/keyring.ts'
import { childrenSql, findLedgerTables } from '../../counting/ledger-tables.ts'
import type { CareActing } from '../acting.ts'

type FromLedger = Extract<RegisterChildBody, { from: 'ledger' }>

interface LedgerChild {
  readonly org_path: OrgPath
  readonly child_name: string
  readonly gender: string | null
  readonly birth_on: string | null
  readonly village: string | null
  readonly home_address: string | null
  readonly guardian: string | null
  readonly guardian_phone: string | null
  readonly id_number: string | null
}

interface ChildOfLedger {
  readonly township: OrgPath
  readonly name: string
  readonly sex: '男' | '女' | undefined
  readonly birth_on: string | undefined
  readonly village: string
  readonly address: string
  readonly guardian: string
  readonly id_number: string
  readonly guardian_phone: string
}

/** A child of 适龄儿童少年名册 that the caller reaches, numbers opened. Errors: `enrolment.care_row_not_found`. */
export async function childOfLedger(
  { ctx, keyring }: CareActing,
  county: string,
  { year, row: id }: FromLedger,
): Promise<ChildOfLedger> {
  const { child_register: table } = await findLedgerTables(ctx.db)
  const [row] =
    table === undefined
      ? []
      : await ctx.db.run<LedgerChild>(
          `select c.org_path, c.child_name, c.gender, c.birth_on::text as birth_on, c.village, c.home_address, c.guardian,
             c.guardian_phone, c.id_number
           from (${childrenSql(table)}) c where c.township_code || '/' || c.child_no = $3`,
          [county, year, id],
        )
  if (row === undefined) throw new AppError('enrolment.care_row_not_found')
  const register = await childRegister()
  const opened = (column: string, stored: string | null) => openedCell(keyring, register, county, column, stored)
  const { gender } = row
  return {
    township: row.org_path,
    name: row.child_name,
    sex: gender === '男' || gender === '女' ? gender : undefined,
    birth_on: row.birth_on ?? undefined,
    village: row.village ?? '',
    address: row.home_address ?? '',
    guardian: row.guardian ?? '',
    id_number: opened('id_number', row.id_number),
    guardian_phone: opened('guardian_phone', row.guardian_phone),
  }
}

/** What was refused by the form is kept as it was typed, unsealed. */
function openedCell(keyring: Keyring, register: Register, county: string, id: string, stored: string | null): string {
  const column = register.columns.find((one) => one.id === id)
  if (stored === null || column === undefined || !stored.includes(':')) return stored ?? ''
  return guardOf(keyring, register, county)?.reveal(column, stored) ?? ''
}

let known: Promise<Register> | undefined

function childRegister(): Promise<Register> {
  known ??= readPack('duty-registers', packsFolder()).then(({ loaded }) => {
    const register = loaded?.own.registers.find(({ id }) => id === 'child_register')
    if (register === undefined) throw new Error('the shipped registers have no child_register')
    return register
  })
  return known
}
