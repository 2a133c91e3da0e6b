/** The audit log: searching, exporting and verifying it. Writing to it is the door's. */
export { runAuditCommand } from './run-audit-command.ts'
