import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../../errors/app-error.ts'

const megabyte = 1024 * 1024

/** Refuses what the disk of `folder` has no room for, before it is begun. Errors: `backup.no_space`. */
export function assertSpace(folder: string, bytes: number): void {
  const free = freeBytes(folder)
  if (free >= bytes) return
  const [left, needed] = [free, bytes].map((size) => Math.ceil(size / megabyte))
  throw new AppError('backup.no_space', { folder, free: left ?? 0, needed: needed ?? 0 })
}

/** Room on the disk of a folder that may not exist yet. */
export function freeBytes(folder: string): number {
  const place = nearest(folder)
  const { bavail, bsize } = statfsSync(place)
  return bavail * bsize
}

function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder))
}
