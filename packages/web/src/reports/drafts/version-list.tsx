import { chinaMinute } from '@eduduty/core/calendar'
import type { ReportDetail } from '@eduduty/core/reports'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { type ReportKey, reportPath, versionQuery } from './draft-queries.ts'
import { KeptPaper } from './kept-paper.tsx'
import { draftMessages as says } from './messages.ts'
import type { ReportDesk } from './use-report.ts'

/** What the report was at each step, newest first. */
export function VersionList(props: { report: ReportDetail; reportKey: ReportKey; desk: ReportDesk }): ReactNode {
  const { report, reportKey, desk } = props
  const [keeping, setKeeping] = useState(false)
  const [shown, setShown] = useState<number>()
  const keep = async ({ note }: { note: string }): Promise<void> => {
    if (await desk.send('POST', '/versions', { note }, says.kept)) setKeeping(false)
  }
  return (
    <>
      {report.may_write && (
        <Button size="small" onClick={() => setKeeping(true)}>
          {says.keep}
        </Button>
      )}
      <ul className="report-places">
        {report.versions.map(({ version, reason, note, by, at, has_file: hasFile }) => (
          <li key={version}>
            <p>
              {says.version(version)}　{says.reasons[reason]}
            </p>
            {note !== '' && <p>{note}</p>}
            <p className="muted">
              {by} {chinaMinute(at)}
            </p>
            <Button size="small" type="link" onClick={() => setShown(version)}>
              {says.look}
            </Button>
            {hasFile && (
              <Button size="small" type="link" href={`/api${reportPath(reportKey)}/versions/${version}/document`}>
                {says.signedFile}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {keeping && (
        <FormDialog<{ note: string }>
          title={says.keep}
          okText={says.keep}
          busy={desk.state === 'saving'}
          submit={keep}
          close={() => setKeeping(false)}
        >
          <Form.Item name="note" label={says.keepNote} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={100} />
          </Form.Item>
        </FormDialog>
      )}
      {shown !== undefined && <KeptText reportKey={reportKey} version={shown} close={() => setShown(undefined)} />}
    </>
  )
}

function KeptText(props: { reportKey: ReportKey; version: number; close: () => void }): ReactNode {
  const { reportKey, version, close } = props
  const { data, error, refetch } = useQuery(versionQuery(reportKey, version))
  return (
    <SidePanel title={says.version(version)} close={close} width={960}>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && <KeptPaper content={data.content} />}
    </SidePanel>
  )
}
