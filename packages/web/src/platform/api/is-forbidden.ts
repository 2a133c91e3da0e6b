import { ApiError } from './http.ts'

/** Nothing is shown to whoever may not see it, nor filters of what they may not see. */
export const isForbidden = (error: Error | null): error is ApiError => error instanceof ApiError && error.status === 403
