/** The instant at which a civil day begins in China, as ISO text: `2026-11-05` → `2026-11-04T16:00:00.000Z`. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString()
