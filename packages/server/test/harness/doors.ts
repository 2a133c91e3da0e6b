import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RoleId } from '@eduduty/core/identity'
import { areaPath, countyOf, type OrgPath } from '@eduduty/core/organizations'
import { noCheckpoints } from '../../src/platform/audit/checkpoints.ts'
import { type Actor, type Caller, systemCaller } from '../../src/platform/ctx.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { createDoor, type Door } from '../../src/platform/door.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import type { Deps } from '../../src/platform/http/app-type.ts'
import { type Keyring, temporaryKeyring } from '../../src/platform/keys/keyring.ts'

/** Where the units of most tests are: an area that does not exist. */
export const testCounty = '990101'
export const testPath: OrgPath = areaPath(testCounty)

const keyring = temporaryKeyring()

/** For whoever never sends a file: nothing is made there. */
export const noFiles = openFileStore(join(tmpdir(), 'eduduty-no-files'))

/** A door with keys of this test file; its audit chain is kept, checkpoints are not. */
export function testDoor(db: Database, clock: () => Date = () => new Date(), statementLimit?: number): Door {
  const limit = statementLimit === undefined ? {} : { statementLimit }
  return createDoor({ db, clock, ...limit, auditLog: { keyring, checkpoints: noCheckpoints } })
}

export function testKeyring(): Keyring {
  return keyring
}

/** The system at work in one part of the tree. */
export function systemIn(scope: OrgPath = testPath): Caller {
  return systemCaller('测试', { scopes: [scope], county: countyOf(scope), path: scope })
}

export function personAt(path: OrgPath, name = '测试员'): Actor {
  return { id: `p-${name}`, name, kind: 'person', county: countyOf(path), path }
}

/** What routes are given when a person of these roles, each with its scope, is signed in. */
export function depsAs(
  db: Database,
  roles: readonly { readonly role: RoleId; readonly scope: OrgPath; readonly unit?: OrgPath }[],
  clock: () => Date = () => new Date(),
  id?: string,
): Deps {
  const actor = { ...personAt(roles[0]?.scope ?? testPath), ...(id !== undefined && { id, name: id }) }
  const grants = roles.map(({ role, scope, unit = scope }, index) => ({
    role,
    scope,
    unit,
    post: '测试岗位',
    grantId: `g${index}`,
  }))
  const signedIn = { actor, grants, session: '0'.repeat(64), csrfToken: 'token' }
  return {
    db,
    clock,
    keyring,
    files: noFiles,
    door: testDoor(db, clock),
    identify: async () => (roles.length === 0 ? undefined : signedIn),
  }
}
