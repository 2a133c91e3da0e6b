import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { dutyMessages } from '../messages.ts'
import type { Making } from './use-making.ts'

const says = dutyMessages.make
/** So many tasks are named before they are given out. */
const NAMED = 8

/** Gives out everything that is drawn up, after it was named: what, to whom, till when. */
export function IssueButton({ making, isPrimary }: { making: Making; isPrimary: boolean }): ReactNode {
  const [asking, setAsking] = useState(false)
  const { drafts, progress } = making
  return (
    <>
      <Button
        type={isPrimary ? 'primary' : 'default'}
        disabled={drafts.length === 0 || progress !== undefined}
        onClick={() => setAsking(true)}
      >
        {says.issueAll(drafts.length)}
      </Button>
      {asking && (
        <Modal
          open
          width={680}
          title={says.issueTitle(drafts.length)}
          okText={says.issueOk}
          cancelText={says.cancel}
          onOk={() => {
            setAsking(false)
            void making.issueAll()
          }}
          onCancel={() => setAsking(false)}
        >
          <p className="note form-hint">{says.issueHint}</p>
          <Named making={making} />
        </Modal>
      )}
    </>
  )
}

function Named({ making: { drafts } }: { making: Making }): ReactNode {
  const { title, unit, due } = dutyMessages.columns
  return (
    <>
      <table className="plain">
        <thead>
          <tr>
            <th>{title}</th>
            <th>{unit}</th>
            <th>{due}</th>
          </tr>
        </thead>
        <tbody>
          {drafts.slice(0, NAMED).map((task) => (
            <tr key={task.task}>
              <td>{task.title}</td>
              <td>{task.unit_name}</td>
              <td className="number">{task.due_on}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {drafts.length > NAMED && <p className="muted">{says.issueMore(drafts.length - NAMED)}</p>}
    </>
  )
}
