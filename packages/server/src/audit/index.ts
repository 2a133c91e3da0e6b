/** The audit log: searching, exporting and verifying it. Writing to it is the door's. */
export { auditRoutes } from './routes.ts'
export { runAuditCommand } from './run-audit-command.ts'
