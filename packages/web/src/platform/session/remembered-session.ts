import type { SessionView } from '@eduduty/core/identity'

/** The one page that opens without network, with records that are not sent yet. */
const PAGE = '/enrolment/visits'
const KEY = 'eduduty:session'
const KEPT_MS = 7 * 86_400_000

/** Keeps who is signed in on this telephone, for that page alone: a name and a unit, no token, nothing of any child. */
export function rememberSession({ person, verbs, idle_minutes, version }: SessionView, now: Date): void {
  if (person === undefined) return
  const session = { state: 'signed_in', person, verbs, idle_minutes, version, demo: [], password_rule: '' }
  try {
    window.localStorage.setItem(KEY, JSON.stringify({ at: now.getTime(), session }))
  } catch {
    // Storage that is full or forbidden: the page does not open without network.
  }
}

export function forgetSession(): void {
  window.localStorage.removeItem(KEY)
}

/** Who was signed in last; undefined on every other page, after some days, and after signing out. */
export function rememberedSession(now: Date): SessionView | undefined {
  if (window.location.pathname !== PAGE) return undefined
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? 'null')
    return isKept(kept) && now.getTime() - kept.at < KEPT_MS ? kept.session : undefined
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isKept = (value: unknown): value is { readonly at: number; readonly session: SessionView } =>
  isRecord(value) &&
  typeof value.at === 'number' &&
  isRecord(value.session) &&
  value.session.state === 'signed_in' &&
  Array.isArray(value.session.verbs) &&
  isRecord(value.session.person) &&
  ['id', 'name', 'unit_name'].every(
    (name) =>
      isRecord(value.session) && isRecord(value.session.person) && typeof value.session.person[name] === 'string',
  )
