import { useChange } from '../platform/form/use-change.ts'
import { collectingKey } from './tasks/tasks-queries.ts'

/** Does something with a task or a period; says how it came out, and has what is shown of collecting read anew. */
export function useDeed<T = unknown>(): ReturnType<typeof useChange<T>> {
  return useChange<T>(collectingKey)
}
