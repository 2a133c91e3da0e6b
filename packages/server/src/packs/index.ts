/** Standards packs on disk: find, read, check, compare, install. */
export { installMissingTables } from './install-missing-tables.ts'
export { installRegisterTables } from './install-register-tables.ts'
export { keepPack } from './keep-pack.ts'
export { readPack } from './load-pack.ts'
export type { LoadedPack, PackReading } from './pack-reading.ts'
export { listPackIds, packsFolder } from './packs-folder.ts'
export { runPackCommand } from './run-pack-command.ts'
export { writeProblems } from './write-problems.ts'
