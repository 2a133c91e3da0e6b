import {
  type AuditResult,
  auditActions,
  detailText,
  detailTitle,
  type EventView,
  isAuditAction,
  visibleText,
} from '@eduduty/core/audit'

/** A row of the log as the queries of this slice read it. */
export interface EventRow {
  readonly county_code: string
  readonly event_no: number
  readonly occurred_at: string
  readonly actor_id: string
  readonly actor_name: string
  readonly address: string
  readonly request_id: string
  readonly action: string
  readonly subject: string
  readonly result: AuditResult
  readonly reason: string
  readonly detail: string
  readonly key_id: string
  readonly mac: string
  readonly org_path: string
}

export const eventColumns =
  'county_code, event_no, occurred_at, actor_id, actor_name, address, request_id, action, subject, result, reason, detail, key_id, mac, org_path'

/** The event in words, with every sign that could mislead a reader spelled out. */
export function viewEvent(row: EventRow): EventView {
  return {
    ...row,
    actor_id: visibleText(row.actor_id),
    actor_name: visibleText(actorName(row)),
    address: visibleText(row.address),
    request_id: visibleText(row.request_id),
    subject: visibleText(row.subject),
    reason: visibleText(row.reason),
    action_title: actionTitle(row.action),
    detail: detailEntries(row.detail),
    unit: row.org_path,
    unit_above: '',
    cursor: cursorOf(row),
  }
}

/** Whoever failed to sign in is called by the name that was tried; nobody knows whether it was they. */
function actorName({ action, result, actor_id, actor_name, subject }: EventRow): string {
  const unproved = action === 'identity.sign_in' && result !== 'done' && actor_id === 'system'
  return unproved ? `${subject}（未通过验证）` : actor_name
}

function actionTitle(action: string): string {
  return isAuditAction(action) ? auditActions[action] : visibleText(action)
}

/** What was tampered with may be no JSON any more: then it is shown as it is. */
function detailEntries(text: string): EventView['detail'] {
  let detail: unknown
  try {
    detail = JSON.parse(text)
  } catch {
    return [{ name: '', value: visibleText(text) }]
  }
  if (typeof detail !== 'object' || detail === null) return [{ name: '', value: visibleText(text) }]
  return Object.entries(detail).flatMap(([name, value]) =>
    value === '' ? [] : [{ name: visibleText(detailTitle(name)), value: visibleText(detailText(value, name)) }],
  )
}

function cursorOf({ occurred_at, county_code, event_no }: EventRow): string {
  return `${occurred_at}_${county_code}_${event_no}`
}

/** The parts of a cursor; undefined when it is none of ours. */
export function parseCursor(cursor: string): readonly [at: string, county: string, no: string] | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)_(\d{6})_(\d{1,15})$/.exec(cursor)
  const [, at, county, no] = match ?? []
  return at === undefined || county === undefined || no === undefined ? undefined : [at, county, no]
}
