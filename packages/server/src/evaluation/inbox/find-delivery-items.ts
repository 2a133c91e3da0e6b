import { type InboxItem, type InboxPart, inboxMost } from '@eduduty/core/desk'
import type { DeliveryDeed } from '@eduduty/core/evaluation'
import { scopesFor } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { countiesIn } from '../../platform/db/counties-in.ts'
import type { OwnAffairs } from '../../platform/http/own-affairs.ts'

interface DeliveryLine {
  readonly county_code: string
  readonly county_name: string
  readonly delivery_id: string
  readonly year: number
  readonly title: string
  readonly deed: DeliveryDeed
  readonly reason: string
  readonly at: string
}

const lineColumns = 'd.county_code, r.county_name, d.delivery_id, d.year, p.title, d.deed, d.reason, d.done_at as at'
const withRun = `join evaluation_runs r on r.county_code = d.county_code and r.run_id = d.run_id
  join packs_installed p on p.pack_id = r.pack_id and p.content_hash = r.pack_hash`

/** How each government's newest delivery of a pack and year stands, with who handed it up. */
const standing = `select distinct on (s.county_code, s.pack_id, s.year) s.*, first.done_by as sender
  from evaluation_deliveries s
  join evaluation_deliveries first on first.county_code = s.county_code and first.delivery_id = s.delivery_id
    and first.step = 1
  where $1::text[] is null or s.county_code = any($1::text[])
  order by s.county_code, s.pack_id, s.year, s.delivery_no desc, s.step desc`

/**
 * Results handed up, in the inbox: to be confirmed by whoever supervises from above, returned to the county, on their way,
 * dealt with.
 */
export async function findDeliveryItems(
  { as, actor, grants, door }: OwnAffairs,
  part: InboxPart,
): Promise<InboxItem[]> {
  const caller = as('evaluation.read')
  if (caller === undefined) return []
  return door.read(caller, (ctx) => {
    switch (part) {
      case 'waiting':
        return findWaiting(ctx, actor.id, {
          receives: scopesFor(grants, 'evaluation.gather'),
          sends: scopesFor(grants, 'evaluation.deliver'),
        })
      case 'begun':
        return findSent(ctx, actor.id)
      case 'copied':
        return Promise.resolve([])
      case 'done':
        return findDone(ctx, actor.id)
    }
  })
}

interface Reach {
  readonly receives: readonly string[]
  readonly sends: readonly string[]
}

async function findWaiting({ db, scopes }: Ctx, person: string, { receives, sends }: Reach): Promise<InboxItem[]> {
  if (receives.length === 0 && sends.length === 0) return []
  const rows = await db.run<DeliveryLine>(
    `select ${lineColumns} from (${standing}) as d ${withRun}
     where (d.deed = 'sent' and d.sender is distinct from $2
         and exists (select from unnest($3::text[]) as scope where starts_with(d.org_path, scope) and scope <> d.org_path))
       or (d.deed = 'returned' and exists (select from unnest($4::text[]) as scope where starts_with(d.org_path, scope)))
     order by d.done_at limit ${inboxMost}`,
    [countiesIn(scopes), person, receives, sends],
  )
  return rows.map((row) => ({
    ...itemOf(row),
    ...(row.deed === 'sent'
      ? { deed: '确认或退回', says: '' }
      : { deed: '更正后重新上报', says: `退回：${row.reason}` }),
  }))
}

const itemOf = (row: DeliveryLine) => ({
  key: `delivery:${row.delivery_id}`,
  subject: 'delivery' as const,
  county: row.county_code,
  id: `${row.year}/${row.delivery_id}`,
  title: `${row.year}年${row.title}`,
  unit_name: row.county_name,
  at: row.at,
  may_accept: false,
  may_see: false,
})

async function findSent({ db, scopes }: Ctx, person: string): Promise<InboxItem[]> {
  const rows = await db.run<DeliveryLine>(
    `select ${lineColumns} from (${standing}) as d ${withRun}
     where d.deed = 'sent' and d.sender = $2 order by d.done_at limit ${inboxMost}`,
    [countiesIn(scopes), person],
  )
  return rows.map((row) => ({ ...itemOf(row), deed: '等上级确认', says: '' }))
}

const deedTitles: Readonly<Record<DeliveryDeed, string>> = {
  sent: '上报',
  withdrawn: '撤回',
  confirmed: '确认',
  returned: '退回',
}

async function findDone({ db, scopes }: Ctx, person: string): Promise<InboxItem[]> {
  const rows = await db.run<DeliveryLine>(
    `select * from (select distinct on (d.county_code, d.delivery_id) ${lineColumns}
       from evaluation_deliveries d ${withRun}
       where ($1::text[] is null or d.county_code = any($1::text[])) and d.done_by = $2
       order by d.county_code, d.delivery_id, d.step desc) as latest
     order by at desc limit ${inboxMost}`,
    [countiesIn(scopes), person],
  )
  return rows.map((row) => ({ ...itemOf(row), deed: deedTitles[row.deed], says: row.reason }))
}
