/** Claims: reads a report file and checks its numbers. */
export { readReportBytes, readReportFile } from './read-report-file.ts'
export { runCheckReportCommand } from './run-check-report-command.ts'
export { simplifyCharacter } from './simplify-character.ts'
