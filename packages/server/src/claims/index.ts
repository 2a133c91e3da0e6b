/** Claims: reads a report, checks its numbers, and keeps what was found. */

export { simplifyCharacter } from '../platform/simplify-character.ts'
export { checkRoutes as claimRoutes } from './kept/check-routes.ts'
export { readRunReference } from './kept/read-run-reference.ts'
export { readReference } from './read-reference.ts'
export { readReportBytes, readReportFile } from './read-report-file.ts'
export { runCheckReportCommand } from './run-check-report-command.ts'
