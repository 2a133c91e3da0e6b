/** Media types that are taken, with the ending a download gets. */
export const mediaEndings = {
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
  'application/msword': '.doc',
  'application/vnd.ms-excel': '.xls',
  'application/vnd.ms-powerpoint': '.ppt',
  'application/ofd': '.ofd',
  'application/zip': '.zip',
  'text/plain': '.txt',
  'text/csv': '.csv',
} as const

export type Media = keyof typeof mediaEndings

export function isMedia(text: string): text is Media {
  return Object.hasOwn(mediaEndings, text)
}

/** The ending that tells the truth about a file. */
export function endingOfMedia(media: string): string {
  return isMedia(media) ? mediaEndings[media] : ''
}
