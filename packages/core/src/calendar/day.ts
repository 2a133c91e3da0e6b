export const shanghaiOffset = 8 * 3_600_000

/** The date that stands on the calendars of China at an instant, e.g. `2026-11-25`; tenures and grants begin and end by it. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + shanghaiOffset).toISOString().slice(0, 10)
}

/** `2026-12-01` → `2026-12-02`: periods end before a day, people name the last one. */
export function dayAfter(day: string): string {
  return shifted(day, 1)
}

export function dayBefore(day: string): string {
  return shifted(day, -1)
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 3_600_000).toISOString().slice(0, 10)
}
