const megabyte = 1024 * 1024

/** What one upload may cost. A scanned dossier of three hundred pages has some eighty megabytes. */
export const uploadLimits = {
  fileBytes: 200 * megabyte,
  /** All that comes out of one zip. */
  unpackedBytes: 2048 * megabyte,
} as const
