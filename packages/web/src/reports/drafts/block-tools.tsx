import type { DraftBlock } from '@eduduty/core/reports'
import { Button, Form, Input, Popconfirm } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import type { ReportKey } from './draft-queries.ts'
import { addedBelow, moved, without } from './edited-content.ts'
import { firstWords } from './first-words.ts'
import { draftMessages as says } from './messages.ts'
import type { ReportDesk } from './use-report.ts'

interface BlockToolsProps {
  readonly block: DraftBlock
  readonly report: ReportKey
  readonly desk: ReportDesk
  readonly mayWrite: boolean
  /** A paragraph that was just added is opened. */
  readonly opened: (id: string) => void
}

/** What can be done with a block, shown while the pointer or the focus is on it. */
export function BlockTools({ block, report, desk, mayWrite, opened }: BlockToolsProps): ReactNode {
  const [commenting, setCommenting] = useState(false)
  const add = async (): Promise<void> => {
    const id = `own-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`
    if (await desk.save(addedBelow(block.id, id))) opened(id)
  }
  return (
    <div className="report-tools">
      <Button size="small" type="text" onClick={() => setCommenting(true)}>
        {says.comment}
      </Button>
      {mayWrite && (
        <>
          <Button size="small" type="text" onClick={add}>
            {says.addBelow}
          </Button>
          <Button size="small" type="text" onClick={() => desk.save(moved(block.id, -1))}>
            {says.moveUp}
          </Button>
          <Button size="small" type="text" onClick={() => desk.save(moved(block.id, 1))}>
            {says.moveDown}
          </Button>
          <Popconfirm
            title={says.remove}
            description={says.removeConfirm}
            okText={says.remove}
            onConfirm={() => desk.save(without(block.id))}
          >
            <Button size="small" type="text" danger>
              {says.remove}
            </Button>
          </Popconfirm>
        </>
      )}
      {commenting && <CommentDialog block={block} report={report} desk={desk} close={() => setCommenting(false)} />}
    </div>
  )
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
        <Input.TextArea rows={3} maxLength={1000} autoFocus />
      </Form.Item>
    </FormDialog>
  )
}
