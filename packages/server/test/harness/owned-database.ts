import { createServerDatabase, queryServer } from './postgres-server.ts'

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
