/** Reports: drafts that people write on, and what is made of a kept evaluation besides its own documents. */
export { reportRoutes } from './routes.ts'
