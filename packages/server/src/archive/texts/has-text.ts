const readable: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.ms-excel',
  'text/plain',
  'text/csv',
])

/** Whether files of this type have words that can be read out. */
export const hasText = (media: string): boolean => readable.has(media)
