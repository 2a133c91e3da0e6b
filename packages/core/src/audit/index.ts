export { type AuditAction, type AuditEvent, type AuditResult, auditActions, isAuditAction } from './audit-event.ts'
export {
  ActionEntry,
  AuditResultName,
  ChainView,
  EventFilter,
  EventList,
  EventPage,
  EventView,
  FindingView,
  VerifyReport,
  VerifyState,
} from './contracts.ts'
export { detailText, detailTitle } from './detail-titles.ts'
export { cellText, keepableText, visibleText } from './event-text.ts'
export { type ChainFinding, type FindingKind, findingKinds, findingSentence } from './finding-text.ts'
