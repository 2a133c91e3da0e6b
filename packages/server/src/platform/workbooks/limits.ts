export interface FileLimits {
  readonly fileBytes: number
  readonly zipEntries: number
  readonly inflatedBytes: number
  readonly cells: number
  /** Rows times columns of the smallest rectangle around all cells of a sheet. */
  readonly rectangle: number
  readonly merges: number
  readonly sheets: number
  readonly csvBytes: number
  readonly workerHeapMb: number
  readonly workerMilliseconds: number
}

/** What a file may cost before it is refused. Sizes in bytes. A real county workbook stays far below all of them. */
export const LIMITS: FileLimits = {
  fileBytes: 64 * 1024 * 1024,
  zipEntries: 2000,
  inflatedBytes: 300 * 1024 * 1024,
  cells: 5_000_000,
  rectangle: 12_000_000,
  merges: 50_000,
  sheets: 256,
  csvBytes: 128 * 1024 * 1024,
  workerHeapMb: 768,
  workerMilliseconds: 120_000,
}

/** The same for a file that is read row by row: its rows are never together in memory. */
export const STREAM_LIMITS: FileLimits = {
  ...LIMITS,
  fileBytes: 256 * 1024 * 1024,
  inflatedBytes: 2 * 1024 * 1024 * 1024,
  cells: 60_000_000,
  rectangle: 120_000_000,
  csvBytes: 2 * 1024 * 1024 * 1024,
  workerMilliseconds: 30 * 60_000,
}
