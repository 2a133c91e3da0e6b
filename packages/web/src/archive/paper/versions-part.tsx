import type { PaperVersion, PaperView } from '@eduduty/core/archive'
import { chinaMinute } from '@eduduty/core/calendar'
import type { ReactNode } from 'react'
import { bytesText } from '../../platform/table/bytes-text.ts'
import { archiveMessages } from '../messages.ts'
import { offers, refusalOf } from '../offers.ts'
import { DownloadButton } from './download-button.tsx'
import { ReplaceButton } from './replace-button.tsx'

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
          <ReplaceButton {...view.row} />
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
      <td>
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
