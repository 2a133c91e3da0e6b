import type { RegisterRoutes } from '../platform/http/app-type.ts'
export const evaluationRoutes: RegisterRoutes = () => {}
