import { App, Button, Dropdown } from 'antd'
import { type ReactNode, useState } from 'react'
import { type QueueState, unsavedCount } from '../../platform/grid/edit-queue.ts'
import { MenuLabel } from '../menu-label.tsx'
import { CountersignDialog } from '../review/countersign-dialog.tsx'
import { HandOnDialog } from '../review/hand-on-dialog.tsx'
import { AnswerDialog } from '../review/request-answer.tsx'
import { RequestDialog } from '../review/request-dialog.tsx'
import { ReturnDialog } from '../review/return-dialog.tsx'
import { useDesk } from './desk-context.ts'
import { ForwardDialog, WithdrawDialog } from './forward-dialog.tsx'
import { fillMessages } from './messages.ts'
import { type ForwardDeed, mayAsk, permitOf, primaryDeed, reviewsNow } from './permits.ts'

const says = fillMessages.actions

type OpenDialog =
  | ForwardDeed
  | 'return'
  | 'withdraw'
  | 'hand_on'
  | 'countersign'
  | 'extension'
  | 'correction'
  | 'correct'

interface FillActionsProps {
  readonly state: QueueState
  /** Takes in what is being typed. */
  readonly finish: () => void
}

/** One primary action, 退回 for reviewers, the rest under 更多; what cannot be done now says why. */
export function FillActions({ state, finish }: FillActionsProps): ReactNode {
  const { detail, basket, place } = useDesk()
  const { message } = App.useApp()
  const [open, setOpen] = useState<OpenDialog>()
  const primary = primaryDeed(detail)
  const returning = permitOf(detail, 'return')
  const giveBack = () => {
    // Whoever looks at a cell means this cell; the whole table is sent back by taking it off the list.
    if (basket.cells.length === 0 && place !== undefined) basket.put({ ...place, reason: '' })
    setOpen('return')
  }
  const begin = (deed: ForwardDeed) => {
    finish()
    const count = unsavedCount(state)
    if (deed === 'submit' && count > 0) void message.warning(says.unsaved(count))
    else setOpen(deed)
  }
  return (
    <>
      {returning !== undefined && (
        <Button disabled={!returning.allowed} onClick={giveBack}>
          {says.return}
        </Button>
      )}
      <MoreMenu open={setOpen} />
      {primary !== undefined && (
        <Button type="primary" disabled={!primary.permit.allowed} onClick={() => begin(primary.deed)}>
          {says[primary.deed]}
        </Button>
      )}
      {open !== undefined && <OpenedDialog open={open} close={() => setOpen(undefined)} />}
    </>
  )
}

function MoreMenu({ open }: { open: (deed: OpenDialog) => void }): ReactNode {
  const { detail } = useDesk()
  const item = (deed: OpenDialog, why?: string) => ({
    key: deed,
    disabled: why !== undefined,
    label: <MenuLabel label={says[deed]} why={why} />,
    onClick: () => open(deed),
  })
  const permitted = (['withdraw', 'correct'] as const).flatMap((deed) => {
    const permit = permitOf(detail, deed)
    return permit === undefined ? [] : [item(deed, permit.allowed ? undefined : (permit.why ?? ''))]
  })
  const review = reviewsNow(detail)
    ? [item('hand_on'), ...(permitOf(detail, 'approve') === undefined ? [] : [item('countersign')])]
    : []
  const asks = (['extension', 'correction'] as const).filter((kind) => mayAsk(detail, kind)).map((kind) => item(kind))
  const print = [
    { key: 'print', label: says.print, onClick: () => window.print() },
    { key: 'print blank', label: says.printBlank, onClick: printBlank },
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items: [...permitted, ...review, ...asks, ...print] }}>
      <Button>{says.more}</Button>
    </Dropdown>
  )
}

/** The form without what is filled in, to be filled by hand. */
function printBlank(): void {
  document.body.classList.add('print-blank')
  window.addEventListener('afterprint', () => document.body.classList.remove('print-blank'), { once: true })
  window.print()
}

function OpenedDialog({ open, close }: { open: OpenDialog; close: () => void }): ReactNode {
  const { task } = useDesk().detail
  switch (open) {
    case 'submit':
    case 'approve_first':
    case 'approve':
    case 'freeze':
      return <ForwardDialog deed={open} close={close} />
    case 'withdraw':
      return <WithdrawDialog close={close} />
    case 'return':
      return <ReturnDialog close={close} />
    case 'hand_on':
      return <HandOnDialog close={close} />
    case 'countersign':
      return <CountersignDialog close={close} />
    case 'extension':
    case 'correction':
      return <RequestDialog kind={open} close={close} />
    case 'correct':
      return <AnswerDialog task={task} deed="correct" close={close} />
  }
}
