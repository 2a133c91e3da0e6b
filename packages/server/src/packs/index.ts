/** Standards packs on disk: find, read, check, compare. */
export { type LoadedPack, type PackReading, readPack } from './load-pack.ts'
export { listPackIds, packsFolder } from './packs-folder.ts'
export { runPackCommand } from './run-pack-command.ts'
export { writeProblems } from './write-problems.ts'
