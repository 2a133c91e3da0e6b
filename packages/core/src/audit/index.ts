export { type AuditAction, type AuditEvent, type AuditResult, auditActions, isAuditAction } from './audit-event.ts'
