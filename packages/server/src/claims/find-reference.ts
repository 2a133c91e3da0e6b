import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Reference, subjectNames } from '@eduduty/core/claims'
import { getRunKey } from '../evaluation/index.ts'
import { systemCaller } from '../platform/ctx.ts'
import { AppError } from '../platform/errors/app-error.ts'
import { chooseStorage, openNamedInstallation } from '../platform/installation.ts'
import type { Io } from '../platform/io.ts'
import type { ParsedOptions } from '../platform/parse-options.ts'
import { readRunReference } from './kept/read-run-reference.ts'
import { readReference } from './read-reference.ts'
import { referenceOfParts } from './thread/reference-parts.ts'

/**
 * What `--against` names: a folder that `assess` wrote, or with `--data` or without such a folder a run of the database;
 * `--subject` says whose report it is. Errors: `report.unreadable`, `evaluation.run_not_found`,
 * `claims.subject_not_found`, as openNamedInstallation.
 */
export async function findReference(options: ParsedOptions, io: Io): Promise<Reference | undefined> {
  const [named, about] = [options.text('against'), options.text('subject')]
  if (named === undefined && about !== undefined)
    throw new AppError('command.usage', { command: 'check-report', reason: '--subject 要与 --against 一起用' })
  if (named === undefined) return undefined
  const reference = await readNamed(named, options, io)
  if (about === undefined) return reference
  assertSubject(reference, about)
  return { ...reference, about }
}

/** Errors: `claims.subject_not_found`. */
export function assertSubject(reference: Pick<Reference, 'quantities'>, about: string): void {
  if (!subjectNames(reference).has(about)) throw new AppError('claims.subject_not_found', { subject: about })
}

async function readNamed(named: string, options: ParsedOptions, io: Io): Promise<Reference> {
  const path = resolve(io.cwd, named)
  const isInDatabase = options.text('data') !== undefined || !(await isThere(path))
  if (!isInDatabase) return readReference(path, named)
  const storage = chooseStorage(options.text('data'), io)
  if ('dataDir' in storage && !(await isThere(storage.dataDir)))
    throw new AppError('report.unreadable', {
      path: named,
      reason: '没有这个结果文件夹，也没有数据库；要用数据库里的评估，请加 --data 数据目录，或设 DATABASE_URL',
    })
  const { door, close } = await openNamedInstallation(options, io)
  try {
    return await door.read(systemCaller('核对报告的数字'), async ({ db }) =>
      referenceOfParts(await readRunReference(db, await getRunKey(db, named))),
    )
  } finally {
    await close()
  }
}

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined
