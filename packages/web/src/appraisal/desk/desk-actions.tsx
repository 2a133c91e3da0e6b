import type { AppraisalDetail } from '@eduduty/core/appraisal'
import { Button, Dropdown, Tooltip } from 'antd'
import { type ReactNode, useState } from 'react'
import { appraisalMessages as says } from '../messages.ts'
import { AppealDialog } from '../result/appeal-dialog.tsx'
import { PublicationDialog } from '../result/publication-dialog.tsx'
import type { DeskProps } from './desk-props.ts'
import { ExtendDialog } from './extend-dialog.tsx'
import { permitOf } from './permits.ts'
import { PlainDeedDialog } from './plain-deed-dialog.tsx'
import { ReturnDialog } from './return-dialog.tsx'

const titles = {
  report: says.deeds.report.title,
  withdraw: says.deeds.withdraw.title,
  start: says.deeds.start.title,
  hand_in: says.deeds.hand_in.title,
  conclude: says.deeds.conclude.title,
  cancel: says.deeds.cancel.title,
  return: says.return.title,
  extend: says.extend.title,
  announce: says.announce.title,
  publish: says.publish.title,
  appeal: says.appeal.action,
} as const
type DialogDeed = keyof typeof titles

/** What may be the next step, in the order in which it would be offered. */
const forward = ['report', 'start', 'hand_in', 'conclude', 'announce', 'publish', 'appeal'] as const
const others = ['withdraw', 'return', 'extend', 'cancel'] as const

/** The next step as the one primary action, with the reason where it cannot be taken yet; everything else behind 更多. */
export function DeskActions({ appraisalKey, detail }: DeskProps): ReactNode {
  const [deed, setDeed] = useState<DialogDeed>()
  const next = nextStep(detail)
  const more = others.filter((one) => permitOf(detail, one)?.allowed === true)
  const close = () => setDeed(undefined)
  return (
    <span className="appraisal-actions">
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more.map((key) => ({ key, label: titles[key], danger: key === 'cancel' })),
            onClick: ({ key }) => setDeed(others.find((one) => one === key)),
          }}
        >
          <Button>{says.deeds.more}</Button>
        </Dropdown>
      )}
      {next !== undefined && (
        <Tooltip title={next.why} placement="bottomRight">
          <Button type="primary" disabled={next.why !== undefined} onClick={() => setDeed(next.deed)}>
            {titles[next.deed]}
          </Button>
        </Tooltip>
      )}
      <Dialog {...{ appraisalKey, detail, deed, close }} />
    </span>
  )
}

/** The first that can be done; else the first that has only to wait for something. */
function nextStep(detail: AppraisalDetail): { deed: (typeof forward)[number]; why?: string } | undefined {
  const allowed = forward.find((deed) => permitOf(detail, deed)?.allowed === true)
  if (allowed !== undefined) return { deed: allowed }
  const waiting = forward.find((deed) => waitsAt[detail.entry.state]?.includes(deed) && permitOf(detail, deed))
  const why = waiting && permitOf(detail, waiting)?.why
  return waiting === undefined || why === undefined ? undefined : { deed: waiting, why }
}

const waitsAt: Partial<Record<AppraisalDetail['entry']['state'], readonly string[]>> = {
  self_rating: ['report'],
  self_reported: ['start'],
  rating: ['hand_in', 'conclude'],
  concluded: ['announce'],
  publicity: ['publish'],
}

function Dialog(props: DeskProps & { deed: DialogDeed | undefined; close: () => void }): ReactNode {
  const { deed, ...rest } = props
  switch (deed) {
    case undefined:
      return null
    case 'return':
      return <ReturnDialog {...rest} />
    case 'extend':
      return <ExtendDialog {...rest} />
    case 'announce':
    case 'publish':
      return <PublicationDialog {...rest} kind={deed} />
    case 'appeal':
      return <AppealDialog {...rest} />
    default:
      return <PlainDeedDialog {...rest} deed={deed} />
  }
}
