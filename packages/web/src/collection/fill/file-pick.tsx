import type { TaskPermit } from '@eduduty/core/collection/tasks'
import { App, Button } from 'antd'
import { type ReactNode, useRef } from 'react'
import { paneMessages } from './pane-messages.ts'

const says = paneMessages.files
const FORM_MEGABYTES = 32

interface FilePickProps {
  readonly label: string
  readonly permit: TaskPermit | undefined
  readonly busy: boolean
  /** Said while it is under way. */
  readonly busyLabel?: string
  readonly pick: (file: File) => void
  /** The most that the file may weigh. */
  readonly megabytes?: number | undefined
  /** Why the last file was not taken: it stays until another one is chosen. */
  readonly error?: Error | null
}

/** A button that takes one workbook; disabled with the reason when nothing can be taken. */
export function FilePick({
  label,
  permit,
  busy,
  busyLabel = says.uploading,
  pick,
  error = null,
  megabytes = FORM_MEGABYTES,
}: FilePickProps): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  const { message } = App.useApp()
  if (permit === undefined) return null
  const take = (file: File | undefined) => {
    if (file === undefined) return
    if (file.size > megabytes * 1_048_576) void message.warning(says.tooBig(megabytes))
    else pick(file)
  }
  return (
    <>
      <p className="file-pick">
        <Button
          size="small"
          disabled={!permit.allowed}
          title={permit.why}
          loading={busy}
          onClick={() => input.current?.click()}
        >
          {busy ? busyLabel : label}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.xls,.csv,.et"
          aria-label={label}
          onChange={(event) => {
            take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        {!permit.allowed && <span className="muted apart">{says.closed + (permit.why ?? '')}</span>}
      </p>
      {error !== null && !busy && (
        <p className="wrong" role="alert">
          {error.message}
        </p>
      )}
    </>
  )
}
