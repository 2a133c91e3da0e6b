import type { Database } from '../../src/platform/db/database.ts'

/** An event as a test reads it: enough to say who did what, with which outcome. */
export interface LoggedEvent {
  readonly county: string
  readonly no: number
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly result: string
  readonly reason: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly path: string
}

/**
 * Remembers where every chain stands now. The function it gives lists the events added since, oldest first:
 *
 *   const added = await eventsSince(db)
 *   await app.inject(…)
 *   expect(await added()).toMatchObject([{ action: 'identity.sign_in', result: 'denied' }])
 */
export async function eventsSince(db: Database): Promise<() => Promise<readonly LoggedEvent[]>> {
  const heads = await db.run<{ county: string; no: number }>(
    'select county_code as county, max(event_no) as no from audit_events group by county_code',
  )
  const known = new Map(heads.map((head) => [head.county, head.no]))
  return async () => {
    const rows = await db.run<Omit<LoggedEvent, 'detail'> & { readonly detail: string }>(
      `select county_code as county, event_no as no, actor_name as actor, action, subject, result, reason,
         detail::text as detail, org_path as path
       from audit_events order by occurred_at, county_code, event_no`,
    )
    return rows.filter((row) => row.no > (known.get(row.county) ?? 0)).map(readDetail)
  }
}

function readDetail(row: Omit<LoggedEvent, 'detail'> & { readonly detail: string }): LoggedEvent {
  const detail: Record<string, unknown> = JSON.parse(row.detail)
  return { ...row, detail }
}
