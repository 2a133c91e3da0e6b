/** The desk: state of the system, backups. */
export { deskRoutes } from './routes.ts'
