/** The desk: everybody's inbox and notices; for the administrator, state of the system and backups. */
export { inboxRoutes } from './inbox-routes.ts'
export { confirmNotice } from './notices/confirm-notice.ts'
export { sendNotice } from './notices/send-notice.ts'
export { deskRoutes } from './routes.ts'
