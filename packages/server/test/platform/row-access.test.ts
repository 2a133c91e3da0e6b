import { describe, expect, it } from 'vitest'
import { applicationRoles, confinedTransaction } from '../../src/platform/db/confined.ts'
import { onBothEngines } from '../harness/engines.ts'

const counties = ['990101', '990102'] as const
const pathOf = (county: string, rest = ''): string => `99/9901/${county}/${rest}`

interface Policy {
  readonly table: string
  readonly policy: string
  readonly role: string
  readonly using: string | null
  readonly check: string | null
}

onBothEngines((database) => {
  const within = <T>(scopes: readonly string[], statement: string): Promise<T[]> =>
    confinedTransaction(database().connections, scopes, (queries) => queries.run<T>(statement))

  const fill = async (): Promise<void> => {
    await database().run('delete from organizations_units')
    for (const county of counties) {
      for (const unit of ['S001', 'S002', 'S003']) {
        await database().run(
          `insert into organizations_units (county_code, unit_id, kind, opened_on, org_path) values ($1, $2, 'school', '2020-09-01', $3)`,
          [county, unit, pathOf(county, `${unit}/`)],
        )
      }
    }
  }

  const unitsWithin = async (scopes: readonly string[]): Promise<readonly string[]> => {
    const rows = await within<{ org_path: string }>(
      scopes,
      'select org_path from organizations_units order by org_path',
    )
    return rows.map((row) => row.org_path)
  }

  describe('every table with rows of units', () => {
    it('is confined, also for its owner, by policies that read and write', async () => {
      const tables = await database().run<{ table: string; enabled: boolean; forced: boolean }>(
        `select c.relname::text as "table", c.relrowsecurity as enabled, c.relforcerowsecurity as forced
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname in ('org_path', 'county_code')
         where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
           and coalesce(obj_description(c.oid), '') not like '%参照表%' group by c.oid, c.relname`,
      )
      expect(tables.length).toBeGreaterThan(15)
      expect(tables.filter(({ enabled, forced }) => !enabled || !forced)).toEqual([])
      const policies = await readPolicies()
      for (const { table } of tables) {
        const own = policies.filter((policy) => policy.table === table)
        expect(own.map(({ role }) => role).toSorted(), table).toEqual([
          'eduduty_app',
          'eduduty_app_scattered',
          'eduduty_app_several',
          'eduduty_maintainer',
        ])
        for (const { using, check } of own) expect(using).toBe(check)
      }
    })

    it('keeps to what a distributed database takes', async () => {
      const functions = await database().run<{ name: string; volatility: string }>(
        `select proname::text as name, provolatile::text as volatility from pg_proc
         where proname ~ '^platform_scope' or proname in ('string_to_array', 'current_setting')`,
      )
      expect(functions.filter(({ volatility }) => volatility === 'v')).toEqual([])
      for (const { using, table } of await readPolicies()) {
        expect(using, table).not.toMatch(/select/i)
        const called = [...(using ?? '').matchAll(/([a-z_]+)\(/g)].map((match) => match[1])
        const known = ['platform_scope_from', 'platform_scope_to', 'string_to_array', 'current_setting']
        expect(called.filter((name) => name !== undefined && !known.includes(name))).toEqual([])
      }
      const strayReferences = await database().run(
        `select f.conname from pg_constraint f
         join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
         join pg_attribute b on b.attrelid = f.confrelid and b.attnum = f.confkey[1]
         where f.contype = 'f' and coalesce(obj_description(f.confrelid), '') not like '%参照表%'
           and (a.attname <> 'county_code' or b.attname <> 'county_code' or f.confupdtype <> 'a' or f.confdeltype in ('n', 'd'))`,
      )
      expect(strayReferences).toEqual([])
    })

    it('is not got round by views or functions with the rights of another', async () => {
      const loose = await database().run(
        `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace
           and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false)))
         union all select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
      )
      expect(loose).toEqual([])
    })

    it('lets the application only add to what is append-only', async () => {
      const grants = await database().run<{ table: string; rights: string }>(
        `select table_name::text as "table", string_agg(distinct privilege_type, ' ' order by privilege_type) as rights
         from information_schema.role_table_grants where grantee like 'eduduty_app%'
           and table_name in ('audit_events', 'audit_chains', 'platform_keys') group by table_name order by table_name`,
      )
      expect(grants).toEqual([
        { table: 'audit_chains', rights: 'INSERT SELECT UPDATE' },
        { table: 'audit_events', rights: 'INSERT SELECT' },
        { table: 'platform_keys', rights: 'INSERT SELECT' },
      ])
    })
  })

  it('gives callers with one scope, with several and with many the same rights', async () => {
    const rights = await database().run<{ role: string; rights: string }>(
      `select grantee::text as role, string_agg(concat(at, ' ', what), ', ' order by at, what) as rights from (
         select grantee, table_name::text as at, privilege_type::text as what from information_schema.role_table_grants
         union all select grantee, concat(table_name, '.', column_name), privilege_type from information_schema.role_column_grants
       ) given where grantee = any ($1) group by grantee`,
      [applicationRoles],
    )
    expect(rights.map(({ role }) => role).toSorted()).toEqual(applicationRoles.toSorted())
    expect(new Set(rights.map((one) => one.rights)).size).toBe(1)
  })

  const readPolicies = (): Promise<readonly Policy[]> =>
    database().run<Policy>(
      `select c.relname::text as "table", p.polname::text as policy, r.rolname::text as role,
         pg_get_expr(p.polqual, p.polrelid) as "using", pg_get_expr(p.polwithcheck, p.polrelid) as "check"
       from pg_policy p join pg_class c on c.oid = p.polrelid join pg_roles r on r.oid = any (p.polroles)`,
    )

  describe('a transaction', () => {
    it('sees what is at or below its scopes, be it one, several, none or everything', async () => {
      await fill()
      const school = pathOf('990101', 'S002/')
      expect(await unitsWithin([school])).toEqual([school])
      expect(await unitsWithin([pathOf('990102')])).toHaveLength(3)
      expect(await unitsWithin([pathOf('990101', 'S001/'), pathOf('990102', 'S003/')])).toEqual([
        pathOf('990101', 'S001/'),
        pathOf('990102', 'S003/'),
      ])
      const [none, few] = [pathOf('990101', 'S000/'), [pathOf('990101', 'S002/'), pathOf('990102', 'S003/')]]
      for (const count of [8, 9, 32, 33, 90]) {
        // Between each two scopes lies something foreign, also where scopes share a range.
        const many = Array.from({ length: count - 2 }, (_, n) => `${none}U${n}/`)
        expect(await unitsWithin([...few, ...many]), `${count} scopes`).toEqual(few)
      }
      // One scope within another adds nothing, and takes nothing away.
      expect(await unitsWithin([pathOf('990101'), school])).toHaveLength(3)
      expect(await unitsWithin(['99/9901/'])).toHaveLength(6)
      expect(await unitsWithin(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])).toHaveLength(6)
      expect(await unitsWithin([])).toEqual([])
    })

    it('without any context sees nothing at all', async () => {
      for (const role of applicationRoles) {
        const seen = await database().transaction(async (queries) => {
          await queries.run(`set local role ${role}`)
          return queries.run('select * from organizations_units')
        })
        expect(seen).toEqual([])
      }
    })

    it('leaves nothing behind on its session', async () => {
      await unitsWithin([pathOf('990101')])
      const [left] = await database().run(
        `select current_user = session_user as own, coalesce(current_setting('app.scope_from', true), '') as "from",
           coalesce(current_setting('app.scopes', true), '') as list`,
      )
      expect(left).toEqual({ own: true, from: '', list: '' })
    })

    it('asks anew for each caller, also with a prepared statement', async () => {
      await fill()
      const counts: unknown[] = []
      for (const scopes of [
        [pathOf('990101')],
        [pathOf('990101', 'S001/')],
        [],
        ['99/'],
        [pathOf('990102', 'S002/')],
      ]) {
        const [row] = await within<{ count: number }>(scopes, 'select count(*) from organizations_units')
        counts.push(row?.count)
      }
      expect(counts).toEqual([3, 1, 0, 6, 1])
    })

    const own = pathOf('990101', 'S001/')
    const foreign = pathOf('990102', 'S001/')
    it.each([
      [
        'a row of another',
        `insert into organizations_units values ('990102', 'X1', 'school', '', '2020-01-01', null, '${foreign}')`,
      ],
      [
        'a foreign county by an own path',
        `insert into organizations_units values ('990102', 'X1', 'school', '', '2020-01-01', null, '${own}')`,
      ],
      ['an own row to another', `update organizations_units set org_path = '${foreign}', county_code = '990102'`],
      [
        'a foreign row, when it is there already',
        `insert into organizations_units values ('990102', 'S001', 'school', '', '2020-01-01', null, '${foreign}')
         on conflict (county_code, unit_id) do update set code = 'taken'`,
      ],
      ['many by COPY or TRUNCATE', 'truncate organizations_units'],
      ['the rules themselves', 'alter table organizations_units disable row level security'],
      ['what it may only add to', `update audit_events set reason = 'x'`],
    ])('cannot write %s', async (_, statement) => {
      await fill()
      await expect(within([own], statement)).rejects.toMatchObject({
        sqlstate: expect.stringMatching(/^(42501|23514)$/),
      })
    })

    it('changes, merges and deletes no foreign row, and is told of none', async () => {
      await fill()
      expect(await within([own], `update organizations_units set code = 'c' returning org_path`)).toEqual([
        { org_path: own },
      ])
      await within(
        [own],
        `merge into organizations_units u using (values ('990102')) as given(county) on u.county_code = given.county
         when matched then update set code = 'merged'`,
      )
      expect(await database().run(`select count(*) from organizations_units where code = 'merged'`)).toEqual([
        { count: 0 },
      ])
    })

    it.each([30, 2_500])('takes %i rows at once when all are its own, and none when one is not', async (count) => {
      await fill()
      const columns = ['county_code', 'unit_id', 'kind', 'opened_on', 'org_path']
      const rowsTo = (last: string): unknown[][] =>
        Array.from({ length: count }, (_, n) => {
          const county = n === count - 1 ? last : '990101'
          return [county, `L${n}`, 'school', '2020-09-01', pathOf(county, `L${n}/`)]
        })
      const load = (rows: unknown[][]): Promise<number> =>
        confinedTransaction(database().connections, [pathOf('990101')], (queries) =>
          queries.loadRows('organizations_units', columns, rows),
        )
      await expect(load(rowsTo('990102'))).rejects.toMatchObject({ sqlstate: '42501' })
      expect(await unitsWithin(['99/'])).toHaveLength(6)
      expect(await load(rowsTo('990101'))).toBe(count)
      expect(await unitsWithin([pathOf('990101')])).toHaveLength(count + 3)
    })

    it('learns nothing of a foreign key from a refusal', async () => {
      await fill()
      const tryUnit = async (unit: string): Promise<unknown> =>
        within(
          [own],
          `insert into organizations_units values ('990102', '${unit}', 'school', '', '2020-01-01', null, '${pathOf('990102', `${unit}/`)}')`,
        ).catch((error) => error.sqlstate)
      expect(await tryUnit('S001')).toBe(await tryUnit('NEVER'))
    })

    it('shows no foreign value in an error of its condition', async () => {
      await fill()
      await database().run(`update organizations_units set code = 'secret-' || unit_id where county_code = '990102'`)
      const leaky = within([own], 'select * from organizations_units where code::integer > 0 or code = org_path')
      await expect(leaky.catch((error) => String(error.message))).resolves.not.toContain('secret')
    })
  })
})
