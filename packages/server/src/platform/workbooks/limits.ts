/** What a file may cost before it is refused. Sizes in bytes. A real county workbook stays far below all of them. */
export const LIMITS = {
  fileBytes: 64 * 1024 * 1024,
  zipEntries: 2000,
  inflatedBytes: 300 * 1024 * 1024,
  cells: 5_000_000,
  /** Rows times columns of the smallest rectangle around all cells of a sheet. */
  rectangle: 12_000_000,
  merges: 50_000,
  sheets: 256,
  csvBytes: 128 * 1024 * 1024,
  workerHeapMb: 768,
  workerMilliseconds: 120_000,
} as const
