import { AppError } from '../../errors/app-error.ts'
import { applicationRoles } from '../confined.ts'
import { type Connection, type Connections, withConnection } from '../connection.ts'

interface RoleFacts {
  readonly role: string
  readonly superuser: boolean
  readonly bypasses: boolean
  readonly owns: string | null
  readonly maintains: boolean
  readonly member: boolean
}

/** Tables of ours: row access of their owner is the owner's to change. Roles that can act as the owner count as owner. */
const factsQuery = `select r.rolname::text as role, r.rolsuper as superuser, r.rolbypassrls as bypasses,
    (select c.relname::text from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
       and pg_has_role(r.rolname, c.relowner, 'member') order by c.relname limit 1) as owns,
    exists (select from pg_roles g where g.rolname = 'eduduty_maintainer' and pg_has_role(r.rolname, g.oid, 'member')) as maintains,
    (select count(*) from pg_roles g where g.rolname = any ($1)
       and pg_has_role(r.rolname, g.oid, 'member')) = cardinality($1) as member
  from pg_roles r where r.rolname = session_user`

/** The application may log in only as somebody whom row access binds. Errors: `database.wrong_role`, naming the role. */
export async function assertApplicationRole(connections: Connections): Promise<void> {
  const facts = await readFacts(connections)
  const reason = reasonAgainst(facts)
  if (reason !== undefined) throw new AppError('database.wrong_role', { role: facts.role, reason })
}

function reasonAgainst({ superuser, bypasses, owns, maintains, member }: RoleFacts): string | undefined {
  if (superuser) return '它是超级用户，不受行级访问控制约束'
  if (bypasses) return '它有 BYPASSRLS 属性，不受行级访问控制约束'
  if (owns !== null) return `它是表 ${owns} 的所有者，可以改变访问控制`
  if (maintains) return '它属于 eduduty_maintainer，能看到全部数据'
  return member ? undefined : `它不同时属于 ${applicationRoles.join('、')}`
}

/** Backup, moving and repairs must see every row: a copy with some rows hidden would look whole. */
export async function assertMaintainer(connection: Connection): Promise<void> {
  const { rows } = await connection.run<{ role: string; sees: boolean }>(
    `select r.rolname::text as role, r.rolsuper or r.rolbypassrls or exists (select from pg_roles g
       where g.rolname = 'eduduty_maintainer' and pg_has_role(r.rolname, g.oid, 'usage')) as sees
     from pg_roles r where r.rolname = current_user`,
    [],
  )
  const [found] = rows
  if (found?.sees !== true) throw new AppError('database.not_maintainer', { role: found?.role ?? '' })
}

async function readFacts(connections: Connections): Promise<RoleFacts> {
  const { rows } = await withConnection(connections, (connection) =>
    connection.run<RoleFacts>(factsQuery, [applicationRoles]),
  )
  const [facts] = rows
  if (facts === undefined) throw new Error('the session has no role')
  return facts
}
