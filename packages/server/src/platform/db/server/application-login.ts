import { randomBytes } from 'node:crypto'
import { applicationRoles } from '../confined.ts'
import { type Connections, withConnection } from '../connection.ts'
import { inTransaction, type Queries, queriesOn } from '../database.ts'
import { quoteLiteral, quoteName } from '../identifiers.ts'
import { refuseWithoutRoleRights } from '../migrate.ts'
import { SqlError } from '../sql-error.ts'
import { sqlstates } from '../sqlstates.ts'
import { scramVerifier } from './scram-verifier.ts'

/** The role that the application logs in as. It owns nothing; several databases of one server share it. */
export const applicationLogin = 'eduduty_login'

export interface ApplicationLogin {
  /** Address to serve with; absent when the role was there already and keeps its password. */
  readonly url?: string
}

/**
 * Makes the application's login role where it is missing, or gives it a new password. Runs as the owner of the database;
 * `url` is the owner's address. Errors: `database.no_role_rights`.
 */
export function prepareApplicationLogin(
  connections: Connections,
  url: string,
  { newPassword }: { readonly newPassword: boolean },
): Promise<ApplicationLogin> {
  return withConnection(connections, async (connection) => {
    const attempt = (): Promise<ApplicationLogin> =>
      inTransaction(connection, () => prepare(queriesOn(connection), url, newPassword))
    // Another database of the server may be making the same role at this moment: then it is there the second time.
    return attempt()
      .catch((error) => (isMeeting(error) ? attempt() : Promise.reject(error)))
      .catch((error) => refuseWithoutRoleRights(connection, error))
  })
}

const meetings: readonly string[] = [sqlstates.uniqueViolation, sqlstates.duplicateObject, sqlstates.internalError]

function isMeeting(error: unknown): boolean {
  return error instanceof SqlError && meetings.includes(error.sqlstate)
}

async function prepare(queries: Queries, url: string, newPassword: boolean): Promise<ApplicationLogin> {
  const login = quoteName(applicationLogin)
  const [found] = await queries.run<{ there: boolean; database: string; member: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as there, quote_ident(current_database()) as database,
       (select count(*) from pg_auth_members m join pg_roles l on l.oid = m.member join pg_roles g on g.oid = m.roleid
         where l.rolname = $1 and g.rolname = any ($2)) = cardinality($2) as member`,
    [applicationLogin, applicationRoles],
  )
  const there = found?.there === true
  const password = randomBytes(24).toString('base64url')
  const verifier = quoteLiteral(scramVerifier(password))
  if (!there) await queries.run(`create role ${login} login nosuperuser nocreatedb nocreaterole password ${verifier}`)
  else if (newPassword) await queries.run(`alter role ${login} password ${verifier}`)
  if (found?.member !== true) await queries.run(`grant ${applicationRoles.join(', ')} to ${login}`)
  await queries.run(`grant connect, temporary on database ${found?.database ?? ''} to ${login}`)
  return there && !newPassword ? {} : { url: addressFor(url, password) }
}

function addressFor(url: string, password: string): string {
  const address = new URL(url)
  address.username = applicationLogin
  address.password = password
  return address.href
}
