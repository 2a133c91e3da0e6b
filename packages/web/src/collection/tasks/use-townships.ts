import type { TaskEntry } from '@eduduty/core/collection/tasks'
import { useRef } from 'react'

/** Townships seen in the list so far: choosing one must not take the others away. */
export function useTownships(tasks: readonly TaskEntry[] | undefined): readonly string[] {
  const seen = useRef(new Set<string>())
  for (const { township } of tasks ?? []) if (township !== '') seen.current.add(township)
  return [...seen.current].sort(new Intl.Collator('zh-CN').compare)
}
