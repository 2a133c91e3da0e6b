import { AppError } from '../../platform/errors/app-error.ts'

/** What is corrected of a record: its name, how it was written, and how it should be. */
export type Line = readonly [name: string, was: string, now: string]

/** How it was written before, a line each; what stays the same is left out. Errors: `duties.nothing_corrected`. */
export function wordsBefore(lines: readonly Line[]): string {
  const was = lines
    .filter(([, before, now]) => before !== now)
    .map(([name, before]) => `${name}：${before || '（空）'}`)
  if (was.length === 0) throw new AppError('duties.nothing_corrected')
  return was.join('\n')
}
