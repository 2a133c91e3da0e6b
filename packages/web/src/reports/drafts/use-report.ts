import type { ReportDetail } from '@eduduty/core/reports'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef, useState } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { type ReportKey, reportKey, reportPath, reportsKey } from './draft-queries.ts'
import { type Edit, editedContent } from './edited-content.ts'
import { draftMessages as says } from './messages.ts'

export type SaveState = 'saved' | 'saving' | 'failed'

/** Saving of one report: edits go one after the other, each on what the last one left. */
export function useReport(key: ReportKey) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [state, setState] = useState<SaveState>('saved')
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const keep = (detail: ReportDetail): void => {
    client.setQueryData(reportKey(key), detail)
    void client.invalidateQueries({ queryKey: [...reportsKey, 'list'] })
  }
  const send = async (method: 'POST' | 'PUT', path: string, body: object, done?: string): Promise<boolean> => {
    setState('saving')
    try {
      keep(await sendJson<ReportDetail>(method, `${reportPath(key)}${path}`, body))
      setState('saved')
      if (done !== undefined) void message.success(done)
      return true
    } catch (error) {
      setState('failed')
      void message.error(error instanceof Error ? error.message : says.notSaved, 8)
      return false
    }
  }
  const save = (edit: Edit): Promise<boolean> => {
    const next = queue.current.then(() => {
      const detail = client.getQueryData<ReportDetail>(reportKey(key))
      if (detail === undefined) return false
      return send('PUT', '', { revision: detail.revision, content: editedContent(detail, edit) })
    })
    queue.current = next
    return next
  }
  return { state, save, send }
}

export type ReportDesk = ReturnType<typeof useReport>
