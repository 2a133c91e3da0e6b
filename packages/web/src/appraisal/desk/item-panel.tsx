import type { AppraisalDetail, AppraisalItemView } from '@eduduty/core/appraisal'
import { chinaMinute } from '@eduduty/core/calendar'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { platformMessages } from '../../platform/messages/messages.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { Figure } from '../../platform/trace/figure.tsx'
import { givenText } from '../given-text.ts'
import { appraisalMessages } from '../messages.ts'
import type { DeskProps } from './desk-props.ts'
import { OpinionForm } from './opinion-form.tsx'
import { OpinionList } from './opinion-list.tsx'
import { isAllowed } from './permits.ts'
import { SelfRatingForm } from './self-rating-form.tsx'

const says = appraisalMessages.panel

interface PanelProps extends DeskProps {
  readonly id: string
  readonly go: (item: string | undefined) => void
}

/** One item: what is asked, what was computed, what the unit says, what raters gave; and the form of whoever is at work. */
export function ItemPanel({ appraisalKey, detail, id, go }: PanelProps): ReactNode {
  const item = detail.items.find((one) => one.item === id)
  if (item === undefined) return null
  const next = neighbour(detail, id, 1)
  const mayRateSelf = !item.is_idle && isAllowed(detail, 'rate_self') && !isLocked(detail, item)
  const forward = () => go(next)
  return (
    <SidePanel title={`${item.no} ${item.title}`.trim()} close={() => go(undefined)} width={720}>
      <Asked item={item} />
      {item.returned !== undefined && <p className="wrong">{says.returned(item.returned.reason)}</p>}
      {mayRateSelf ? (
        <SelfRatingForm key={item.item} {...{ appraisalKey, item, forward }} />
      ) : (
        <SelfPart {...{ detail, item }} />
      )}
      {item.may_rate && <OpinionForm key={`${item.item} opinion`} {...{ appraisalKey, item, forward }} />}
      <OpinionList {...{ detail, item }} />
      <p className="appraisal-actions">
        <Button
          size="small"
          disabled={neighbour(detail, id, -1) === undefined}
          onClick={() => go(neighbour(detail, id, -1))}
        >
          {says.previous}
        </Button>
        <Button size="small" disabled={next === undefined} onClick={forward}>
          {says.next}
        </Button>
      </p>
    </SidePanel>
  )
}

function neighbour({ items }: AppraisalDetail, id: string, step: 1 | -1): string | undefined {
  return items[items.findIndex(({ item }) => item === id) + step]?.item
}

const isLocked = ({ returned_until: until }: AppraisalDetail, item: AppraisalItemView): boolean =>
  until !== undefined && item.returned === undefined

function Asked({ item }: { item: AppraisalItemView }): ReactNode {
  const may = useMay()
  const { computed } = item
  const gives = givenText(item, computed)
  const facts = [
    [says.wording, item.wording],
    [says.standard, item.standard],
    [says.basis, item.basis],
    [says.responsible, item.responsible.join('、')],
    [says.evidenceAsked, item.evidence_asked.join('、')],
  ] as const
  return (
    <dl className="facts">
      <div>
        <dt>{says.computed}</dt>
        <dd>
          {may('evaluation.read') ? (
            <Figure id={item.figure} shown={computed.shown} title={item.title} />
          ) : (
            <span className="number">{computed.shown}</span>
          )}{' '}
          <span className="muted">{gives === undefined ? says.computedNone : says.computedGives(gives)}</span>
          {item.is_unverified && <span className="unverified">{platformMessages.unverified}</span>}
        </dd>
      </div>
      {facts
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}

/** What the unit says of itself, for reading. */
function SelfPart({ detail, item }: { detail: AppraisalDetail; item: AppraisalItemView }): ReactNode {
  const { self, evidence } = item
  return (
    <section className="appraisal-part">
      <h3>{says.self}</h3>
      {isAllowed(detail, 'rate_self') && isLocked(detail, item) && <p className="muted">{says.locked}</p>}
      {self === undefined && (
        <p className="muted">{item.is_idle ? appraisalMessages.items.notApplicable : says.noSelf}</p>
      )}
      {self !== undefined && (
        <dl className="facts">
          <div>
            <dt>{says.self}</dt>
            <dd>
              <strong>{givenText(item, self)}</strong>{' '}
              <span className="muted">{says.by(self.by, chinaMinute(self.at))}</span>
            </dd>
          </div>
          <div>
            <dt>{says.grounds}</dt>
            <dd className="appraisal-text">{self.grounds}</dd>
          </div>
          {self.deviation_reason !== '' && (
            <div>
              <dt>{says.deviation}</dt>
              <dd className="appraisal-text">{self.deviation_reason}</dd>
            </div>
          )}
          <div>
            <dt>{says.evidence}</dt>
            <dd>
              {evidence.length === 0 && <span className="muted">{says.noEvidence}</span>}
              {evidence.map(({ name, reference, link }) => (
                <div key={`${name} ${reference}`}>
                  {[name, reference, link ?? ''].filter((part) => part !== '').join('　')}
                </div>
              ))}
            </dd>
          </div>
        </dl>
      )}
    </section>
  )
}
