const shanghaiOffset = 8 * 3_600_000

/** The date that stands on the calendars of China at an instant, e.g. `2026-11-25`; tenures and grants begin and end by it. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + shanghaiOffset).toISOString().slice(0, 10)
}
