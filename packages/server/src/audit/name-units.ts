import type { EventView } from '@eduduty/core/audit'
import { describePaths } from '../organizations/index.ts'
import type { Door } from '../platform/door.ts'

/** The same events with the names that their units, and what they belong to, have now. */
export async function nameUnits(door: Door, events: readonly EventView[]): Promise<EventView[]> {
  const paths = [...new Set(events.map((event) => event.org_path))].filter((path) => /^[1-9]/.test(path))
  const names = paths.length === 0 ? new Map<string, readonly string[]>() : await describePaths(door, paths)
  return events.map((event) => {
    const known = names.get(event.org_path) ?? []
    return { ...event, unit: known.at(-1) ?? event.org_path, unit_above: known.slice(0, -1).join(' / ') }
  })
}
