import type { AppealView, AppraisalDetail } from '@eduduty/core/appraisal'
import { chinaMinute } from '@eduduty/core/calendar'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import type { DeskProps } from '../desk/desk-props.ts'
import { permitOf } from '../desk/permits.ts'
import { appraisalMessages } from '../messages.ts'
import { DecideDialog } from './decide-dialog.tsx'

const says = appraisalMessages.appeal

/** Objections and how they were decided; for whoever may decide, the way to do so. */
export function AppealTab({ appraisalKey, detail }: DeskProps): ReactNode {
  const [deciding, setDeciding] = useState<AppealView>()
  const permit = permitOf(detail, 'decide')
  if (detail.appeals.length === 0) return <EmptyState title={says.none} advice={says.noneAdvice} />
  return (
    <>
      {detail.appeals.map((one) => (
        <section key={one.appeal_id} className="appraisal-part">
          <Appeal detail={detail} appeal={one} />
          {one.status === 'waiting' && permit !== undefined && (
            <>
              <Button type="primary" disabled={!permit.allowed} onClick={() => setDeciding(one)}>
                {says.decide}
              </Button>{' '}
              <span className="muted">{permit.why}</span>
            </>
          )}
        </section>
      ))}
      {deciding !== undefined && (
        <DecideDialog {...{ appraisalKey, detail }} appeal={deciding} close={() => setDeciding(undefined)} />
      )}
    </>
  )
}

function Appeal({ detail, appeal }: { detail: AppraisalDetail; appeal: AppealView }): ReactNode {
  const titles = appeal.items.map((id) => detail.items.find(({ item }) => item === id)?.title ?? id)
  return (
    <dl className="facts">
      <div>
        <dt>{says.about}</dt>
        <dd>
          {titles.length === 0 ? says.whole : titles.join('、')}{' '}
          <span className="muted">{says.by(appeal.by, chinaMinute(appeal.at))}</span>
        </dd>
      </div>
      <div>
        <dt>{says.grounds}</dt>
        <dd className="appraisal-text">{appeal.grounds}</dd>
      </div>
      <div>
        <dt>{says.decision}</dt>
        <dd>
          <strong className={appeal.status === 'waiting' ? 'short' : ''}>{says.status[appeal.status]}</strong>{' '}
          {appeal.version !== undefined && <span className="muted">{says.version(appeal.version)}</span>}
          {appeal.decision !== undefined && <div className="appraisal-text">{appeal.decision}</div>}
          {appeal.decided_at !== undefined && (
            <span className="muted">{says.by(appeal.decided_by ?? '', chinaMinute(appeal.decided_at))}</span>
          )}
        </dd>
      </div>
    </dl>
  )
}
