/** Standards packs on disk: find, read, check, compare, install. */
export { installRegisterTables } from './install-register-tables.ts'
export { type LoadedPack, type PackReading, readPack } from './load-pack.ts'
export { listPackIds, packsFolder } from './packs-folder.ts'
export { runPackCommand } from './run-pack-command.ts'
export { writeProblems } from './write-problems.ts'
