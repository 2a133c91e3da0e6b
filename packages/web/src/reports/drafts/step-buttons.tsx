import { type RefreshResult, type ReportDeed, type ReportDetail, signingDoubts } from '@eduduty/core/reports'
import { Button, Checkbox, Form, Input, Popconfirm } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { reportPath, reportsKey } from './draft-queries.ts'
import { draftMessages as says } from './messages.ts'
import { OpenPoints } from './open-points.tsx'
import type { ReportDesk } from './use-report.ts'

/** What can be done with the report now, the step forward first. */
export function StepButtons({ report, desk }: { report: ReportDetail; desk: ReportDesk }): ReactNode {
  const [deed, setDeed] = useState<ReportDeed>()
  return (
    <div className="report-steps">
      {report.may_write && report.newer_run !== undefined && <RefreshButton report={report} run={report.newer_run} />}
      {report.may.map((one) => (
        <Button key={one} type={one === 'send' || one === 'sign' ? 'primary' : 'default'} onClick={() => setDeed(one)}>
          {says.deeds[one]}
        </Button>
      ))}
      {deed !== undefined && <StepDialog report={report} desk={desk} deed={deed} close={() => setDeed(undefined)} />}
    </div>
  )
}

function RefreshButton({ report, run }: { report: ReportDetail; run: string }): ReactNode {
  const refresh = useChange<RefreshResult>(reportsKey)
  const go = (): void =>
    refresh.mutate({
      path: `${reportPath(report)}/refresh`,
      body: { run, revision: report.revision },
      done: ({ figures, rewritten, added, removed }) => says.refreshed(figures, rewritten, added, removed),
    })
  return (
    <Popconfirm
      title={says.refresh}
      description={<div className="report-hint">{says.refreshHint}</div>}
      okText={says.refresh}
      onConfirm={go}
    >
      <Button loading={refresh.isPending}>{says.refresh}</Button>
    </Popconfirm>
  )
}

interface StepDialogProps {
  readonly report: ReportDetail
  readonly desk: ReportDesk
  readonly deed: ReportDeed
  readonly close: () => void
}

function StepDialog({ report, desk, deed, close }: StepDialogProps): ReactNode {
  const path = deed === 'send' || deed === 'withdraw' ? '/sending' : '/signing'
  const { run_status: run, content } = report
  const isDoubtful = deed === 'sign' && signingDoubts({ run, date: content.date }).length > 0
  const isNeeded = deed === 'return' || deed === 'reopen' || isDoubtful
  const submit = async ({ note = '' }: { note?: string }): Promise<void> => {
    if (await desk.send('POST', path, { deed, revision: report.revision, note }, says.deedDone[deed])) close()
  }
  return (
    <FormDialog<{ note?: string }>
      title={says.deeds[deed]}
      okText={says.deeds[deed]}
      busy={desk.state === 'saving'}
      submit={submit}
      close={close}
    >
      {(deed === 'send' || deed === 'sign') && <OpenPoints report={report} />}
      {isDoubtful && <DespiteField />}
      <Form.Item
        name="note"
        label={isDoubtful ? says.despiteNote : says.note}
        rules={isNeeded ? [{ required: true, whitespace: true, message: says.noteNeeded }] : []}
      >
        <Input.TextArea rows={3} maxLength={400} showCount />
      </Form.Item>
    </FormDialog>
  )
}

/** What is no final paper by itself is signed as one only by who says so. */
function DespiteField(): ReactNode {
  const ticked = { validator: async (_: unknown, value: unknown) => assertTicked(value) }
  return (
    <Form.Item name="despite" valuePropName="checked" rules={[ticked]}>
      <Checkbox>{says.despite}</Checkbox>
    </Form.Item>
  )
}

function assertTicked(value: unknown): void {
  if (value !== true) throw new Error(says.despiteNeeded)
}
