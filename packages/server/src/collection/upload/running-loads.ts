import type { StreamProgress } from '../stream/stream-register.ts'
import type { TaskKey } from '../tasks/task-row.ts'

/** One roster on its way in. */
interface RunningLoad {
  readonly cancel: AbortController
  readonly progress: StreamProgress
}

/** Imports that run in this process, by task: what their progress is, and how to stop them. */
export interface RunningLoads {
  /** Undefined when another file for the same task is on its way. */
  begin(key: TaskKey): RunningLoad | undefined
  end(key: TaskKey): void
  find(key: TaskKey): StreamProgress | undefined
  /** False when nothing was running. */
  cancel(key: TaskKey): boolean
}

export function createRunningLoads(): RunningLoads {
  const running = new Map<string, RunningLoad>()
  const nameOf = ({ county, taskId }: TaskKey): string => `${county}/${taskId}`
  return {
    begin(key) {
      if (running.has(nameOf(key))) return undefined
      const load = { cancel: new AbortController(), progress: { read: 0, of: 0, stored: 0 } }
      running.set(nameOf(key), load)
      return load
    },
    end: (key) => void running.delete(nameOf(key)),
    find: (key) => running.get(nameOf(key))?.progress,
    cancel(key) {
      const load = running.get(nameOf(key))
      load?.cancel.abort()
      return load !== undefined
    },
  }
}
