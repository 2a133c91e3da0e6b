import { shanghaiOffset } from './day.ts'

/** `2026-09-01 08:00:00` in China's one time zone, whatever the clock that shows it is set to; what is no instant stays as it is. */
export function chinaTime(instant: string | Date): string {
  const at = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  if (Number.isNaN(at)) return String(instant)
  return new Date(at + shanghaiOffset).toISOString().slice(0, 19).replace('T', ' ')
}

/** The same to the minute: `2026-09-01 08:00`. */
export function chinaMinute(instant: string | Date): string {
  return chinaTime(instant).replace(/^(.{16}):\d\d$/, '$1')
}
