import type { DraftBlock } from '@eduduty/core/reports'
import { App, Button, Dropdown, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import type { ReportKey } from './draft-queries.ts'
import { DrawDialog } from './draw-dialog.tsx'
import { addedBelow, moved, without } from './edited-content.ts'
import { firstWords } from './first-words.ts'
import { draftMessages as says } from './messages.ts'
import { ownId } from './own-id.ts'
import { EvidenceButton } from './report-evidence.tsx'
import type { ReportDesk } from './use-report.ts'

interface BlockToolsProps {
  readonly block: DraftBlock
  readonly report: ReportKey
  readonly desk: ReportDesk
  readonly mayWrite: boolean
  /** A paragraph that was just added is opened. */
  readonly opened: (id: string) => void
}

/** What can be done with a block: in the margin beside it, so that it covers no words. */
export function BlockTools({ block, report, desk, mayWrite, opened }: BlockToolsProps): ReactNode {
  const [commenting, setCommenting] = useState(false)
  const [drawing, setDrawing] = useState(false)
  const { modal } = App.useApp()
  const confirmRemoval = (onOk: () => unknown) =>
    modal.confirm({ title: says.remove, content: says.removeConfirm, okText: says.remove, onOk })
  const add = async (): Promise<void> => {
    const id = ownId()
    if (await desk.save(addedBelow(block.id, id))) opened(id)
  }
  const deeds: readonly ToolDeed[] = [
    { key: 'comment', label: says.comment, run: () => setCommenting(true) },
    ...(mayWrite
      ? [
          { key: 'add', label: says.addBelow, run: add },
          { key: 'draw', label: says.drawBelow, run: () => setDrawing(true) },
          { key: 'up', label: says.moveUp, run: () => desk.save(moved(block.id, -1)) },
          { key: 'down', label: says.moveDown, run: () => desk.save(moved(block.id, 1)) },
          {
            key: 'remove',
            label: says.remove,
            danger: true,
            run: () => confirmRemoval(() => desk.save(without(block.id))),
          },
        ]
      : []),
  ]
  return (
    <div className="report-tools">
      <EvidenceButton block={block} />
      <Dropdown
        trigger={['click']}
        menu={{
          items: deeds.map(({ key, label, danger = false }) => ({ key, label, danger })),
          onClick: ({ key }) => void deeds.find((one) => one.key === key)?.run(),
        }}
      >
        <Button className="report-more" size="small" type="text" aria-label={says.tools}>
          ⋯
        </Button>
      </Dropdown>
      {drawing && <DrawDialog below={block.id} report={report} desk={desk} close={() => setDrawing(false)} />}
      {commenting && <CommentDialog block={block} report={report} desk={desk} close={() => setCommenting(false)} />}
    </div>
  )
}

interface ToolDeed {
  readonly key: string
  readonly label: string
  readonly danger?: boolean
  readonly run: () => unknown
}

function CommentDialog(props: Pick<BlockToolsProps, 'block' | 'report' | 'desk'> & { close: () => void }): ReactNode {
  const { block, desk, close } = props
  const submit = async ({ text }: { text: string }): Promise<void> => {
    const body = { block: block.id, quote: firstWords(block, 40), text }
    if (await desk.send('POST', '/comments', body)) close()
  }
  return (
    <FormDialog<{ text: string }>
      title={says.comment}
      hint={firstWords(block, 40)}
      okText={says.send}
      busy={desk.state === 'saving'}
      submit={submit}
      close={close}
    >
      <Form.Item name="text" label={says.commentText} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={1000} showCount autoFocus />
      </Form.Item>
    </FormDialog>
  )
}
