import type { PaperVersion, PaperView } from '@eduduty/core/archive'
import { chinaMinute } from '@eduduty/core/calendar'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { ReactNode } from 'react'
import { queryString, sendFile } from '../../platform/api/http.ts'
import { FileButton } from '../../platform/form/file-button.tsx'
import { bytesText } from '../../platform/table/bytes-text.ts'
import { archiveKey, paperPath } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { offers, refusalOf } from '../offers.ts'
import { DownloadButton } from './download-button.tsx'

const says = archiveMessages.paper

interface VersionsPartProps {
  readonly view: PaperView
  /** The version that the preview shows. */
  readonly shown: number | undefined
  readonly look: (version: number) => void
}

/** All versions of the file, none of which is ever lost; and the way to a newer one. */
export function VersionsPart({ view, shown, look }: VersionsPartProps): ReactNode {
  const refused = refusalOf(view.deeds, 'replace')
  return (
    <section className="panel-section">
      <h3>{says.versions}</h3>
      <table className="plain">
        <tbody>
          {view.versions
            .toSorted((one, other) => other.version - one.version)
            .map((one) => (
              <VersionLine key={one.version} view={view} one={one} isShown={one.version === shown} look={look} />
            ))}
        </tbody>
      </table>
      {offers(view.deeds, 'replace') && (
        <div className="archive-below">
          <ReplaceButton view={view} />
        </div>
      )}
      {refused !== undefined && <p className="muted">{refused}</p>}
    </section>
  )
}

interface VersionLineProps {
  readonly view: PaperView
  readonly one: PaperVersion
  readonly isShown: boolean
  readonly look: (version: number) => void
}

function VersionLine({ view, one, isShown, look }: VersionLineProps): ReactNode {
  return (
    <tr>
      <td className="number">{archiveMessages.papers.version(one.version)}</td>
      <td title={says.hashes(one.sha256, one.sm3)}>
        <button type="button" className="link" aria-pressed={isShown} onClick={() => look(one.version)}>
          {one.file_name}
        </button>
        <div className="muted">
          {bytesText(one.bytes)}
          <span className="apart">
            {one.uploaded_by} {chinaMinute(one.uploaded_at)}
          </span>
          {!one.is_searchable && <span className="apart">{says.unsearchable}</span>}
          {one.is_damaged && <span className="apart wrong">{archiveMessages.papers.damaged}</span>}
        </div>
      </td>
      <td className="align-right">
        <DownloadButton row={view.row} version={one} />
      </td>
    </tr>
  )
}

/** A newer file in place of the last; what was reviewed before has to be reviewed again. */
function ReplaceButton({ view }: { view: PaperView }): ReactNode {
  const { message } = App.useApp()
  const client = useQueryClient()
  const { county, paper } = view.row
  const send = useMutation({
    mutationFn: (file: File) =>
      sendFile<PaperView>(`${paperPath(county, paper)}/versions${queryString({ name: file.name.slice(-200) })}`, file),
    onSuccess: async () => {
      void message.success(says.replaced)
      await client.invalidateQueries({ queryKey: archiveKey })
    },
    onError: (error) => void message.error(error.message, 8),
  })
  return <FileButton label={says.replace} accept="*" busy={send.isPending} onFile={(file) => send.mutate(file)} />
}
