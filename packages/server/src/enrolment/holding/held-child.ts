import type { CaseLine } from '@eduduty/core/packs'

/** What every copy of a child has that a unit holds, of a case or of a child in care. */
export interface HeldChild {
  readonly county_code: string
  readonly holding_no: number
  readonly org_path: string
  readonly unit_id: string
  readonly unit_name: string
  readonly line: CaseLine
  readonly from_on: string
  readonly until_on: string | null
  readonly is_lead: boolean
  readonly child_name: string
  readonly sex: '' | '男' | '女'
  readonly birth_on: string | null
  readonly id_number_sealed: string | null
  readonly id_number_index: string | null
  readonly guardian: string
  readonly phone_sealed: string | null
  readonly address: string
  readonly village: string
  readonly groups: readonly string[]
  readonly grade: string
  readonly township_id: string
  readonly township_name: string
  readonly school_id: string | null
  readonly school_name: string
}
