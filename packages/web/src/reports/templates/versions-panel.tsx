import { chinaMinute } from '@eduduty/core/calendar'
import type { TemplateEntry } from '@eduduty/core/documents'
import type { ReactNode } from 'react'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { templateMessages as says } from './messages.ts'
import { versionAddress } from './template-queries.ts'

/** Every version that was kept, the newest first, as it was uploaded. */
export function VersionsPanel(props: { run: string; template: TemplateEntry; close: () => void }): ReactNode {
  const { run, template } = props
  return (
    <SidePanel title={template.title} close={props.close}>
      <section className="panel-section">
        <h3>{says.versions}</h3>
        <table className="plain">
          <tbody>
            {template.versions.map((one) => (
              <tr key={one.version}>
                <td className="nowrap">{says.version(one.version)}</td>
                <td>{one.file_name}</td>
                <td className="nowrap">{says.saved(one.saved_by, chinaMinute(one.saved_at))}</td>
                <td className="nowrap">
                  <a href={versionAddress(run, template.id, one.version)} download>
                    {says.download}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </SidePanel>
  )
}
