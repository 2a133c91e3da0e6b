import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, extname, join, relative } from 'node:path'
import { AppError } from '../platform/errors/app-error.ts'

/** The document by which a folder is known as one that this command wrote. */
export const ASSESSMENT_FILE = 'assessment.json'

/** Folder in the result for workbooks that go back to those who sent them. */
export const RETURNED = '退回修改'

/**
 * Names of the returned workbooks by source file: the full name, with .xlsx after the ending of another format. No two
 * are the same, also where letters differ only in case.
 */
export function returnedNames(sources: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(sources.filter(isWorkbook).map((name) => name.toLowerCase()))
  const names = new Map<string, string>()
  for (const source of sources) {
    let name = isWorkbook(source) ? source : `${source}.xlsx`
    for (let copy = 2; !isWorkbook(source) && taken.has(name.toLowerCase()); copy += 1)
      name = `${source.slice(0, source.length - extname(source).length)} (${copy})${extname(source)}.xlsx`
    taken.add(name.toLowerCase())
    names.set(source, `${RETURNED}/${name}`)
  }
  return names
}

function isWorkbook(name: string): boolean {
  return /\.xls[xm]$/i.test(name)
}

/** A result folder in the making: written beside its place, and put there at once when it is whole. */
export interface OutputFolder {
  /** Where files are written meanwhile. */
  readonly building: string
  /** Puts the whole folder in its place; a former result there is replaced. */
  finish(): Promise<void>
  discard(): Promise<void>
}

/**
 * Starts a result folder. Errors: `assess.out_taken` when the place holds something else, `assess.out_inside`
 * when it lies in the folder that is read. What an interrupted run left beside it is cleared away.
 */
export async function startOutput(place: string, readFrom: string): Promise<OutputFolder> {
  const inside = relative(readFrom, place)
  if (inside === '' || !(inside.startsWith('..') || inside.includes(':'))) throw new AppError('assess.out_inside')
  const present = await listed(place)
  if (present.length > 0 && !present.includes(ASSESSMENT_FILE))
    throw new AppError('assess.out_taken', { folder: basename(place) })
  const parent = dirname(place)
  const mark = `.${basename(place)}.未完成-`
  await mkdir(parent, { recursive: true })
  for (const left of await listed(parent))
    if (left.startsWith(mark)) await rm(join(parent, left), { recursive: true, force: true })
  const building = join(parent, `${mark}${process.pid}`)
  await mkdir(building)
  return {
    building,
    finish: async () => {
      const former = join(parent, `${mark}旧-${process.pid}`)
      const replaced = await moveAway(place, former)
      await rename(building, place)
      if (replaced) await rm(former, { recursive: true, force: true })
    },
    discard: () => rm(building, { recursive: true, force: true }),
  }
}

async function listed(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch {
    return []
  }
}

async function moveAway(place: string, former: string): Promise<boolean> {
  try {
    await rename(place, former)
    return true
  } catch {
    return false
  }
}
