import { useQuery } from '@tanstack/react-query'
import { App, Button, Progress } from 'antd'
import { type ReactNode, useState } from 'react'
import { getJson, sendJson } from '../../platform/api/http.ts'
import { collectingKey } from '../tasks/tasks-queries.ts'
import { paneMessages } from './pane-messages.ts'

const says = paneMessages.files

interface Loading {
  readonly running: boolean
  readonly read: number
  /** About how many rows there are. */
  readonly of: number
  readonly stored: number
}

/** How often the server is asked how far it has come. */
const EVERY_MS = 800

/** How far a roster has been read, and the way to give it up; nothing of it is kept then. `path`: where it was sent. */
export function UploadProgress({ path }: { path: string }): ReactNode {
  const { message } = App.useApp()
  const [isGivenUp, setIsGivenUp] = useState(false)
  const { data } = useQuery({
    queryKey: [...collectingKey, 'upload progress', path],
    queryFn: ({ signal }) => getJson<Loading>(path, signal),
    refetchInterval: EVERY_MS,
    staleTime: 0,
    gcTime: 0,
  })
  const giveUp = () => {
    setIsGivenUp(true)
    sendJson<{ cancelled: boolean }>('POST', `${path}/cancellation`).catch((error: unknown) => {
      setIsGivenUp(false)
      void message.error(error instanceof Error ? error.message : says.notGivenUp)
    })
  }
  const done = data === undefined || data.of === 0 ? 0 : Math.min(99, Math.floor((data.read * 100) / data.of))
  return (
    <div className="upload-progress" role="status">
      <Progress percent={done} size="small" status="active" />
      <p className="muted">{standing(data)}</p>
      <Button size="small" disabled={isGivenUp || data?.running !== true} onClick={giveUp}>
        {isGivenUp ? says.givingUp : says.giveUp}
      </Button>
    </div>
  )
}

/** On its way here, being opened, or read so far. */
function standing(data: Loading | undefined): string {
  if (data?.running !== true) return says.sending
  return data.read === 0 ? says.opening : says.progress(data.read, data.of, data.stored)
}
