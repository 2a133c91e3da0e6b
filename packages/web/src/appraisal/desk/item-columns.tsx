import type { AppraisalDetail, AppraisalItemView } from '@eduduty/core/appraisal'
import type { ReactNode } from 'react'
import { platformMessages } from '../../platform/messages/messages.ts'
import type { Column } from '../../platform/table/column.ts'
import { Figure } from '../../platform/trace/figure.tsx'
import { deviates, type Given, givenText } from '../given-text.ts'
import { appraisalMessages } from '../messages.ts'
import { isMine } from './is-mine.ts'

const says = appraisalMessages.items
const { columns } = says

/** Item, computed, self, raters, verified. Columns of raters stand only where something of them may be seen. */
export function itemColumns(detail: AppraisalDetail, traces: boolean): Column<AppraisalItemView>[] {
  const seesRaters = detail.assignments.length > 0
  const hasArbiter = detail.assignments.some(({ seat }) => seat === 3)
  return [
    { key: 'no', title: columns.no, width: 56, cell: ({ no }) => no },
    {
      key: 'title',
      title: columns.title,
      width: 230,
      wrap: true,
      cell: (item) => (
        <span title={item.wording}>
          {item.title}
          {item.is_unverified && (
            <span className="unverified" title={platformMessages.unverifiedHint}>
              {platformMessages.unverified}
            </span>
          )}
        </span>
      ),
    },
    { key: 'full', title: columns.full, width: 48, align: 'right', cell: ({ full }) => number(full) },
    {
      key: 'value',
      title: columns.value,
      width: 118,
      align: 'right',
      cell: ({ figure, computed, title }) =>
        traces ? <Figure id={figure} shown={computed.shown} title={title} /> : number(computed.shown),
    },
    given('computed', columns.computed, (item) => item.computed),
    given(
      'self',
      columns.self,
      (item) => item.self,
      (item) => (deviates(item) ? 'short' : ''),
    ),
    ...(seesRaters ? [opinion('first', columns.first, 1), opinion('second', columns.second, 2)] : []),
    ...(hasArbiter ? [opinion('arbiter', columns.arbiter, 3)] : []),
    given('verified', columns.verified, (item) => item.verified),
    { key: 'mark', title: columns.mark, width: 112, cell: (item) => <Mark {...{ detail, item }} /> },
  ]
}

const number = (text: string | undefined): ReactNode => <span className="number">{text}</span>

function given(
  key: string,
  title: string,
  pick: (item: AppraisalItemView) => Given | undefined,
  look: (item: AppraisalItemView) => string = () => '',
): Column<AppraisalItemView> {
  return {
    key,
    title,
    width: 96,
    align: 'right',
    cell: (item) => <span className={`number ${look(item)}`}>{givenText(item, pick(item))}</span>,
  }
}

const opinion = (key: string, title: string, seat: number): Column<AppraisalItemView> =>
  given(key, title, ({ opinions }) => opinions.find((one) => one.seat === seat))

/** What is left to do about an item, in one word. */
function Mark({ detail, item }: { detail: AppraisalDetail; item: AppraisalItemView }): ReactNode {
  if (item.is_idle) return <span className="muted">{says.notApplicable}</span>
  if (item.returned?.is_open === true) return <span className="wrong">{says.returned}</span>
  if (item.settlement === 'differs') return <span className="wrong">{says.differs}</span>
  if (item.may_rate && isMine(detail, item)) return <span className="short">{says.mine}</span>
  if (item.self === undefined) return <span className="muted">{says.unrated}</span>
  return deviates(item) ? <span className="muted">{says.deviates}</span> : null
}
