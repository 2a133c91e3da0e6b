// Part of the build: prepares the empty migrated database that new ones start from. Does nothing when it is there.
const { writeMigratedDump } = await import('../dist/platform/db/embedded/migrated-dump.js')
await writeMigratedDump()
