const pad = (n: number) => String(n).padStart(2, '0')

/** `2025-10-08 14:05` in the reader's zone; unreadable text is shown as it came. */
export function localTime(instant: string | Date): string {
  const at = typeof instant === 'string' ? new Date(instant) : instant
  if (Number.isNaN(at.getTime())) return String(instant)
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())} ${pad(at.getHours())}:${pad(at.getMinutes())}`
}
