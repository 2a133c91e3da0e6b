import type { EventView } from '@eduduty/core/audit'
import { describePaths } from '../organizations/index.ts'
import type { Door } from '../platform/door.ts'

/** The same events with the names that their units have now. */
export async function nameUnits(door: Door, events: readonly EventView[]): Promise<EventView[]> {
  const paths = [...new Set(events.map((event) => event.org_path))].filter((path) => /^[1-9]/.test(path))
  const names = paths.length === 0 ? new Map<string, readonly string[]>() : await describePaths(door, paths)
  return events.map((event) => {
    // The county is said already; what matters is the unit and what it belongs to.
    const known = names.get(event.org_path)?.slice(-2).join(' ') ?? ''
    return { ...event, unit: known === '' ? event.org_path : known }
  })
}
