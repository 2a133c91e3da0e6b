import type { AgreementView, AppraisalDetail, AppraisalItemView, PairAgreement } from '@eduduty/core/appraisal'
import type { ReactNode } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { givenText, isSame, numberOf, pointsOf } from '../given-text.ts'
import { appraisalMessages } from '../messages.ts'

const says = appraisalMessages.differences

/** Where the raters differ, and how far they agree on the whole. */
export function DifferenceTab({ detail }: { detail: AppraisalDetail }): ReactNode {
  const { agreement } = detail
  if (agreement === undefined || agreement.items === 0) return <EmptyState title={says.none} advice={says.noneAdvice} />
  const rows = detail.items.filter(isDifferent)
  return (
    <>
      <Agreement agreement={agreement} />
      <h3>{says.table}</h3>
      <LedgerTable
        label={says.table}
        rows={rows}
        columns={columns}
        rowKey={({ item }) => item}
        empty={<EmptyState title={says.noDifferences} />}
      />
    </>
  )
}

const seatOf = ({ opinions }: AppraisalItemView, seat: number) => opinions.find((one) => one.seat === seat)

function isDifferent(item: AppraisalItemView): boolean {
  const [first, second] = [seatOf(item, 1), seatOf(item, 2)]
  return first !== undefined && second !== undefined && !isSame(first, second)
}

/** Difference as a share of full points: 12.5%. */
function gapText(item: AppraisalItemView): string {
  const [first, second] = [pointsOf(item, seatOf(item, 1)), pointsOf(item, seatOf(item, 2))]
  const full = numberOf(item.full)
  if (first === undefined || second === undefined || full === undefined || full === 0) return ''
  return `${((Math.abs(first - second) / full) * 100).toFixed(1)}%`
}

const columns: readonly Column<AppraisalItemView>[] = [
  { key: 'no', title: says.columns.no, width: 60, cell: ({ no }) => no },
  { key: 'title', title: says.columns.title, width: 280, wrap: true, cell: ({ title }) => title },
  {
    key: 'first',
    title: says.columns.first,
    width: 120,
    align: 'right',
    cell: (item) => givenText(item, seatOf(item, 1)),
  },
  {
    key: 'second',
    title: says.columns.second,
    width: 120,
    align: 'right',
    cell: (item) => givenText(item, seatOf(item, 2)),
  },
  { key: 'gap', title: says.columns.gap, width: 120, align: 'right', cell: gapText },
  {
    key: 'state',
    title: says.columns.state,
    width: 100,
    cell: ({ settlement = 'open' }) => (
      <span className={settlement === 'differs' ? 'wrong' : ''}>{says.settlement[settlement]}</span>
    ),
  },
  {
    key: 'verified',
    title: says.columns.verified,
    width: 120,
    align: 'right',
    cell: (item) => givenText(item, item.verified),
  },
]

/** Each figure with its name, what it is and over how many items; few items are said to be few. */
function Agreement({ agreement }: { agreement: AgreementView }): ReactNode {
  return (
    <section aria-label={says.agreement}>
      <h3>{says.agreement}</h3>
      <dl className="appraisal-stats">
        <Stat name={says.exact} value={agreement.exact_share} hint={says.exactHint(agreement.same, agreement.items)} />
        <Stat name={says.mean} value={agreement.mean_difference} hint={says.meanHint} />
      </dl>
      {agreement.note !== undefined && <p className="note">{agreement.note}</p>}
      {agreement.pairs.map((pair) => (
        <Pair key={pair.raters.join()} pair={pair} />
      ))}
    </section>
  )
}

function Pair({ pair }: { pair: PairAgreement }): ReactNode {
  const { kappas, points } = pair
  return (
    <>
      <p className="muted">{says.pair(pair.raters, pair.items)}</p>
      <dl className="appraisal-stats">
        {kappas.map(({ levels, kappa, items, note }) => (
          <Stat
            key={levels.join()}
            name={says.kappa(levels.join('、'))}
            value={kappa ?? says.cannot}
            hint={[says.kappaHint, says.items(items), note ?? ''].filter((part) => part !== '').join('；')}
          />
        ))}
        {points.items > 0 && (
          <Stat
            name={says.icc}
            value={points.icc ?? says.cannot}
            hint={[says.iccHint, says.items(points.items), points.note ?? ''].filter((part) => part !== '').join('；')}
          />
        )}
      </dl>
    </>
  )
}

function Stat(props: { name: string; value: string | undefined; hint: string }): ReactNode {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {props.value} <span className="muted">{props.hint}</span>
      </dd>
    </div>
  )
}
