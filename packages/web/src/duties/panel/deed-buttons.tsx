import { type TaskDeed, type TaskView, taskDeedTitles } from '@eduduty/core/duties'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { dutyMessages } from '../messages.ts'
import { DeedDialog } from './deed-dialog.tsx'
import { EditTask } from './edit-task.tsx'
import { SplitDialog } from './split-dialog.tsx'

/** The step forward comes first; the first that can be taken is the primary one. */
const order: readonly TaskDeed[] = [
  ...(['answer', 'accept', 'confirm', 'issue', 'report_done', 'report_progress', 'split'] as const),
  ...(['decline', 'send_back', 'instruct', 'supervise', 'supervise_again', 'lift'] as const),
  ...(['extend', 'transfer', 'cancel'] as const),
]

/** Of these one is the next step; the others are an office's measures. */
const forward: ReadonlySet<TaskDeed> = new Set([
  ...(['answer', 'accept', 'confirm', 'issue', 'report_done', 'report_progress'] as const),
])

type Offered = TaskView['deeds'][number]

/** Exactly what the server offers; what is somebody's to do and cannot be done now says why. */
export function DeedButtons({ county, view }: { county: string; view: TaskView }): ReactNode {
  const [open, setOpen] = useState<TaskDeed>()
  const offered = order.flatMap((deed) => view.deeds.filter((one) => one.deed === deed))
  const usable = offered.filter((one) => one.refused === undefined || isMendable(one, view))
  const primary = usable.find(({ deed, refused }) => refused === undefined && forward.has(deed))?.deed
  const refused = offered.filter((one) => one.refused !== undefined)
  if (offered.length === 0 && !view.may_edit) return null
  const close = () => setOpen(undefined)
  return (
    <div className="duty-deeds">
      {offered.map((one) => (
        <Button
          key={one.deed}
          type={one.deed === primary ? 'primary' : 'default'}
          danger={one.deed === 'cancel'}
          disabled={!usable.includes(one)}
          title={one.refused}
          onClick={() => setOpen(one.deed)}
        >
          {taskDeedTitles[one.deed]}
        </Button>
      ))}
      {view.may_edit && <EditTask county={county} view={view} />}
      {refused.map((one) => (
        <p key={one.deed} className="muted">
          {dutyMessages.make.failure(taskDeedTitles[one.deed], one.refused ?? '')}
        </p>
      ))}
      {open === 'split' && <SplitDialog county={county} view={view} close={close} />}
      {open !== undefined && open !== 'split' && <DeedDialog county={county} view={view} deed={open} close={close} />}
    </div>
  )
}

/** Milestones and papers that are missing are given in the report itself; open parts are not. */
function isMendable({ deed }: Offered, { parts }: TaskView): boolean {
  return deed === 'report_done' && parts.every(({ state }) => state === 'done' || state === 'cancelled')
}
