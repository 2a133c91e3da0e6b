import { isVerb, verbs } from '@eduduty/core/identity'
import { Type } from 'typebox'
import type { Ctx } from '../../src/platform/ctx.ts'
import { quoteName } from '../../src/platform/db/identifiers.ts'
import { SqlError } from '../../src/platform/db/sql-error.ts'
import { callerOf } from '../../src/platform/http/access.ts'
import type { RegisterRoutes } from '../../src/platform/http/app-type.ts'
import { problemResponses } from '../../src/platform/http/problem.ts'

/** What one statement touched: `path canary` of each row, and of each row offered how the database answered. */
export const Touched = Type.Object({ rows: Type.Array(Type.String()), answers: Type.Array(Type.String()) })

const Probe = Type.Object({
  table: Type.String(),
  way: Type.Union([Type.Literal('change'), Type.Literal('remove'), Type.Literal('add'), Type.Literal('push out')]),
  /** Whole rows as JSON: to be added as they are, or to be given the place of. */
  offered: Type.Array(Type.String()),
})

const canary = `substring(to_jsonb(t)::text from 'cnry[0-9a-z]{5}')`
const response = { 200: Touched, ...problemResponses }

/**
 * For every verb a route that looks at the rows of a table, and one that tries to change them: the plainest statements,
 * without any condition of their own, behind the real guard and the real door.
 */
export const probeRoutes: RegisterRoutes = (app, { door }) => {
  for (const verb of Object.keys(verbs).filter(isVerb)) {
    const config = { access: { verb } } as const
    const querystring = Type.Object({ table: Type.String() })
    app.get(`/api/probe/${verb}`, { config, schema: { summary: '试验', querystring, response } }, (request) =>
      door.read(callerOf(request), async ({ db }) => {
        const table = quoteName(request.query.table)
        return { rows: await touched(db, `select distinct org_path, ${canary} as canary from ${table} t`), answers: [] }
      }),
    )
    app.post(`/api/probe/${verb}`, { config, schema: { summary: '试验', body: Probe, response } }, (request) =>
      undone((keep) =>
        door.write(callerOf(request), async (ctx) => {
          throw keep(await attempt(ctx, request.body))
        }),
      ),
    )
  }
}

interface Attempt {
  readonly rows: string[]
  readonly answers: string[]
}

interface ProbeBody {
  readonly table: string
  readonly way: 'change' | 'remove' | 'add' | 'push out'
  readonly offered: readonly string[]
}

async function attempt({ db }: Ctx, { table, way, offered }: ProbeBody): Promise<Attempt> {
  const name = quoteName(table)
  if (way === 'change' || way === 'remove') {
    const statement = way === 'change' ? `update ${name} t set org_path = org_path` : `delete from ${name} t`
    return { rows: await touched(db, `${statement} returning org_path, ${canary} as canary`), answers: [] }
  }
  const statement =
    way === 'add'
      ? `insert into ${name} overriding system value select * from jsonb_populate_record(null::${name}, $1::jsonb)`
      : `update ${name} set org_path = $1::jsonb ->> 'org_path', county_code = $1::jsonb ->> 'county_code'`
  const answers: string[] = []
  for (const row of offered) answers.push(await answerTo(db, statement, row))
  return { rows: [], answers }
}

/** The SQLSTATE with which one statement was refused, or `done`; the transaction goes on. */
async function answerTo(db: Ctx['db'], statement: string, row: string): Promise<string> {
  await db.run('savepoint before')
  try {
    await db.run(statement, [row])
    return 'done'
  } catch (error) {
    if (!(error instanceof SqlError)) throw error
    return error.sqlstate
  } finally {
    await db.run('rollback to savepoint before')
  }
}

async function touched(db: Ctx['db'], statement: string): Promise<string[]> {
  const rows = await db.run<{ org_path: string; canary: string }>(statement)
  return [...new Set(rows.map((row) => `${row.org_path} ${row.canary}`))]
}

/** The outcome of a transaction that is given up on purpose. */
async function undone(work: (keep: (outcome: Attempt) => Error) => Promise<never>): Promise<Attempt> {
  const kept: Attempt[] = []
  const onPurpose = new Error('given up on purpose')
  try {
    return await work((outcome) => {
      kept.push(outcome)
      return onPurpose
    })
  } catch (error) {
    const [outcome] = kept
    if (error !== onPurpose || outcome === undefined) throw error
    return outcome
  }
}
