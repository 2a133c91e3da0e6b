import { createServerDatabase, queryServer } from './postgres-server.ts'
import { runInProcess } from './run-in-process.ts'

export interface OwnedDatabase {
  /** Address for its owner: an ordinary role that may make roles. */
  readonly owner: string
  /** Address for any other login of the server. */
  as(login: string): string
}

let count = 0

/** An empty database as an administrator would make it: its owner is no superuser, so that row access binds it too. */
export async function createOwnedDatabase(attributes = 'createrole'): Promise<OwnedDatabase> {
  const address = await createServerDatabase()
  count += 1
  const name = new URL(address).pathname.slice(1)
  const owner = `o_${name}_${count}`
  await queryServer(address, `create role ${owner} login ${attributes}`)
  await queryServer(address, `alter database ${name} owner to ${owner}`)
  const as = (login: string): string => {
    const url = new URL(address)
    url.username = login
    return url.href
  }
  return { owner: as(owner), as }
}

export interface ServedDatabase {
  readonly owner: string
  /** Address that the application serves with. */
  readonly served: string
}

/** A database made ready for serving as an administrator does it; `pack`: a folder whose register tables it needs too. */
export async function createServedDatabase(pack?: string): Promise<ServedDatabase> {
  const { owner, as } = await createOwnedDatabase()
  const run = async (...argv: string[]): Promise<void> => {
    const { code, err } = await runInProcess('/', argv, { DATABASE_URL: owner })
    if (code !== 0) throw new Error(err)
  }
  await run('db', 'migrate')
  if (pack !== undefined) await run('pack', 'install', pack)
  return { owner, served: as('eduduty_login') }
}
