import type { TaskDetail } from '@eduduty/core/collection/tasks'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { isReadOnly } from './form-shape.ts'
import { keyOf, taskKeyOf, taskPath } from './task-queries.ts'

/**
 * A form that is opened for filling in is checked again where what it is compared with, the unit's other tables, has
 * changed since. Where that fails the findings of the last save stay, and handing in checks once more.
 */
export function useRecheck(detail: TaskDetail): void {
  const client = useQueryClient()
  const { county, task } = keyOf(detail.task)
  const isBegun = detail.task.state !== 'not_started' && !isReadOnly(detail)
  useEffect(() => {
    if (!isBegun) return
    const key = { county, task }
    sendJson<{ is_checked: boolean }>('POST', `${taskPath(key)}/recheck`)
      .then(({ is_checked: isNew }) => (isNew ? client.invalidateQueries({ queryKey: taskKeyOf(key) }) : undefined))
      .catch(() => undefined)
  }, [client, county, task, isBegun])
}
