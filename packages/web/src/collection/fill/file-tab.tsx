import { chinaMinute } from '@eduduty/core/calendar'
import type { UploadEntry } from '@eduduty/core/collection/tasks'
import type { ReactNode } from 'react'
import { useDesk } from './desk-context.ts'
import { FilePick } from './file-pick.tsx'
import { PacketConflicts } from './packet-conflicts.tsx'
import { paneMessages } from './pane-messages.ts'
import { permitOf } from './permits.ts'
import { StatisticsPart } from './statistics-part.tsx'
import { keyOf, taskPath } from './task-queries.ts'
import { UploadProgress } from './upload-progress.tsx'
import { useUpload } from './use-upload.ts'

const says = paneMessages.files
/** As the server takes them. */
const ROSTER_MEGABYTES = 512

/** The form as a workbook: out, filled, and back; or the offline packet for schools without the network. */
export function FileTab(): ReactNode {
  const { detail } = useDesk()
  const path = taskPath(keyOf(detail.task))
  const upload = useUpload(`${path}/upload`)
  const packet = useUpload(`${path}/packet`)
  const fill = permitOf(detail, 'fill')
  const conflicts = packet.data?.conflicts ?? []
  return (
    <div className="pane-scroll">
      <section className="pane-section">
        <p>
          <a href={`/api${path}/template`} download>
            {says.template}
          </a>
        </p>
        <p className="muted">{says.templateHint}</p>
        <FilePick
          label={says.upload}
          permit={fill}
          busy={upload.isPending}
          pick={upload.mutate}
          error={upload.error}
          megabytes={detail.task.is_roster ? ROSTER_MEGABYTES : undefined}
        />
        {upload.isPending && detail.task.is_roster && <UploadProgress path={`${path}/upload`} />}
        <p className="muted">{says.uploadHint}</p>
        {upload.data !== undefined && <UploadLine upload={upload.data.upload} path={path} isNew />}
      </section>
      {!detail.task.is_roster && (
        <section className="pane-section">
          <h3>{says.packet}</h3>
          <p>
            <a href={`/api${path}/packet`} download>
              {says.packetDown}
            </a>
          </p>
          <FilePick
            label={says.packetUp}
            permit={fill}
            busy={packet.isPending}
            pick={packet.mutate}
            error={packet.error}
          />
          <p className="muted">{says.packetHint}</p>
          {packet.data !== undefined && <UploadLine upload={packet.data.upload} path={path} isNew />}
          {conflicts.length > 0 && <PacketConflicts conflicts={conflicts} close={packet.reset} />}
        </section>
      )}
      <StatisticsPart />
      <section className="pane-section">
        <h3>{says.uploads}</h3>
        {detail.uploads.length === 0 && <p className="muted">{says.noUploads}</p>}
        {detail.uploads.map((one) => (
          <UploadLine key={one.upload_id} upload={one} path={path} />
        ))}
      </section>
    </div>
  )
}

const statusClass = { taken: 'met', partly: 'short', refused: 'wrong', unchanged: 'muted' } as const

function UploadLine({
  upload,
  path,
  isNew = false,
}: {
  upload: UploadEntry
  path: string
  isNew?: boolean
}): ReactNode {
  return (
    <div className={isNew ? 'upload upload-new' : 'upload'} role={isNew ? 'status' : undefined}>
      <p>
        <span className={statusClass[upload.status]}>{says.status[upload.status]}</span>
        <span className="apart">{upload.name}</span>
      </p>
      <p>{upload.says === '' ? says.counts(upload.rows_taken, upload.cells_changed, upload.faults) : upload.says}</p>
      {upload.has_marked && (
        <p>
          <a href={`/api${path}/uploads/${upload.upload_id}/marked`} download>
            {says.marked}
          </a>
        </p>
      )}
      <p className="muted">{says.by(upload.uploaded_by, chinaMinute(upload.uploaded_at))}</p>
    </div>
  )
}
