import type { PeriodProgress } from '@eduduty/core/collection/tasks'
import { App, Button, Dropdown } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { MenuLabel } from '../menu-label.tsx'
import { EvaluateDialog } from './evaluate-dialog.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { periodMessages } from './messages.ts'
import type { PeriodActionsProps } from './period-actions-props.ts'
import { CloseDialog, FreezeDialog } from './period-dialogs.tsx'
import { periodPath } from './period-queries.ts'
import { RemindDialog } from './remind-dialog.tsx'

const says = periodMessages.period

type Dialog = 'remind' | 'extend' | 'freeze' | 'evaluate' | 'close'

/** 一键催报 first; the rest of what is done with a period under 更多. */
export function PeriodActions(props: PeriodActionsProps): ReactNode {
  const { progress, periodKey } = props
  const may = useMay()
  const items = useMore(props, (dialog) => setOpen(dialog))
  const [open, setOpen] = useState<Dialog>()
  const close = () => setOpen(undefined)
  const noReminder = whyNoReminder(progress)
  return (
    <span className="head-actions">
      <a className="ant-btn-link" href={`/api${periodPath(periodKey)}/bulletin`} download>
        {says.bulletin}
      </a>
      {items.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items }}>
          <Button>{says.more}</Button>
        </Dropdown>
      )}
      {may('collection.plan') && noReminder !== undefined && <span className="muted">{noReminder}</span>}
      {may('collection.plan') && (
        <Button type="primary" disabled={noReminder !== undefined} onClick={() => setOpen('remind')}>
          {says.remind}
        </Button>
      )}
      {open === 'remind' && <RemindDialog {...props} close={close} />}
      {open === 'extend' && <ExtendDialog {...props} close={close} />}
      {open === 'freeze' && <FreezeDialog {...props} close={close} />}
      {open === 'evaluate' && <EvaluateDialog {...props} close={close} />}
      {open === 'close' && <CloseDialog {...props} close={close} />}
    </span>
  )
}

function whyNoReminder({ period, owing }: PeriodProgress): string | undefined {
  if (owing.some(({ is_reminded_next }) => is_reminded_next)) return undefined
  if (owing.some(({ may_report }) => may_report)) return periodMessages.remind.allReminded
  return period.status === 'closed' ? periodMessages.remind.closed : periodMessages.remind.nobody
}

/** What cannot be done now is grey and says why. */
function useMore({ progress, chosen }: PeriodActionsProps, open: (dialog: Dialog) => void) {
  const may = useMay()
  const { message } = App.useApp()
  const { states, status } = progress.period
  const item = (key: Dialog, label: string, why?: string) => ({
    key,
    label: <MenuLabel label={label} why={why} />,
    disabled: why !== undefined,
    onClick: () => open(key),
  })
  const extend = {
    key: 'extend',
    label: says.extend,
    onClick: () => (chosen.size === 0 ? void message.info(periodMessages.extend.pickFirst) : open('extend')),
  }
  const nothing = (state: string, why: string) => ((states[state] ?? 0) === 0 ? why : undefined)
  return [
    ...(may('collection.plan') ? [extend] : []),
    ...(may('collection.review')
      ? [
          item('freeze', says.freezeAll, nothing('verified', periodMessages.freeze.none)),
          item('evaluate', says.evaluate),
        ]
      : []),
    ...(may('collection.plan')
      ? [item('close', says.close, status === 'closed' ? periodMessages.closing.already : undefined)]
      : []),
  ]
}
