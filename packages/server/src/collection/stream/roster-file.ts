import type { MappingFile } from '@eduduty/core/collection'
import type { OrgPath } from '@eduduty/core/organizations'
import type { Pack, Register } from '@eduduty/core/packs'
import type { Keyring } from '../../platform/keys/keyring.ts'

/** One roster to be imported as one submission. */
export interface RosterFile {
  readonly path: string
  /** What the file is called; findings name it so. */
  readonly name: string
  readonly pack: Pack
  readonly register: Register
  /** Table of the register. */
  readonly table: string
  readonly year: number
  readonly county: string
  readonly unit: { readonly code: string; readonly name: string; readonly path: OrgPath }
  /** Paths of units by code, for a file with the rows of many. */
  readonly paths?: ReadonlyMap<string, OrgPath>
  readonly mapping?: MappingFile
  /** Records of other units are refused. */
  readonly ownOnly?: true
  /** What the submission is when all is there. */
  readonly status: 'draft' | 'submitted'
  readonly supersedes?: string
  /** The task that the file answers. */
  readonly taskId?: string
  /** Seals what the register keeps sealed. */
  readonly keyring: Keyring
}
