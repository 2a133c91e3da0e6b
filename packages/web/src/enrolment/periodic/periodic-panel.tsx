import { chinaMinute } from '@eduduty/core/calendar'
import {
  type LedgerKind,
  ledgerFigureTitles,
  ledgerTitles,
  type NearRoll,
  type OtherwiseStated,
  otherwiseWords,
  type PeriodicView,
  statedOtherwise,
} from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { PhoneWord } from '../../platform/table/phone-word.tsx'
import { HandInForm } from './hand-in-form.tsx'
import { periodicMessages } from './messages.ts'
import { LastDay, PeriodicStateMark } from './periodic-columns.tsx'
import { onePeriodicQuery } from './periodic-queries.ts'
import { ReturnDialog } from './return-dialog.tsx'

const says = periodicMessages.panel

/** One periodic report: what is stated, what the ledgers say of that day, and which children make the difference. */
export function PeriodicPanel(props: { county: string; periodic: string; close: () => void }): ReactNode {
  const { county, periodic, close } = props
  const { data, error, refetch } = useQuery(onePeriodicQuery(county, periodic))
  const title = data === undefined ? periodicMessages.title : titleOf(data.row)
  return (
    <SidePanel title={title} close={close} width={760}>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && <Body county={county} view={data} />}
    </SidePanel>
  )
}

const titleOf = ({ unit, title, period, ends_on: ends }: PeriodicView['row']): string =>
  `${unit} ${title}（${periodicMessages.periodOf(period, ends)}）`

function Body({ county, view }: { county: string; view: PeriodicView }): ReactNode {
  const { row, versions } = view
  const [corrects, setCorrects] = useState(view.returned !== undefined)
  const isHanded = versions.length > 0
  const returned = view.returned
  return (
    <>
      <Facts county={county} view={view} />
      {returned !== undefined && <p className="wrong">{says.returned(returned.on, returned.by, returned.reason)}</p>}
      {isHanded && <Comparison view={view} />}
      {isHanded && row.may_hand_in && !corrects && (
        <Button onClick={() => setCorrects(true)}>{periodicMessages.handIn.again}</Button>
      )}
      {row.may_hand_in && (!isHanded || corrects) && (
        <HandInForm county={county} view={view} done={() => setCorrects(false)} />
      )}
      {row.may_return && <ReturnDialog county={county} row={row} />}
      {!row.may_hand_in && !isHanded && row.state === 'early' && (
        <p className="note">{periodicMessages.handIn.early(row.ends_on)}</p>
      )}
    </>
  )
}

function Facts({ county, view }: { county: string; view: PeriodicView }): ReactNode {
  const { row, paper } = view
  return (
    <dl className="periodic-facts">
      <dt>{periodicMessages.columns.state}</dt>
      <dd>
        <PeriodicStateMark state={row.state} />
      </dd>
      <dt>{says.due}</dt>
      <dd>
        <LastDay row={row} />
        <span className="muted apart">
          {says.ends}
          {row.ends_on}
        </span>
      </dd>
      <dt>{periodicMessages.columns.to}</dt>
      <dd>{row.to}</dd>
      <dt>{says.basis}</dt>
      <dd>{view.basis}</dd>
      <dt>{says.clock}</dt>
      <dd>{view.clock_says}</dd>
      <dt>{says.paper}</dt>
      <dd>
        {paper === undefined ? (
          <span className="muted">{says.noPaper}</span>
        ) : (
          <Link to="/reports/$county/$report" params={{ county, report: paper.report }}>
            {says.paperAt(paper.title, chinaMinute(paper.signed_at))}
          </Link>
        )}
      </dd>
    </dl>
  )
}

type Figure = PeriodicView['figures'][number]
type Difference = PeriodicView['differences'][number]

const isOtherwise = (one: Figure): boolean => statedOtherwise([one]).length > 0

const shown = (number: number | undefined, otherwise: string = says.uncounted): ReactNode =>
  number ?? <span className="muted">{otherwise}</span>

const figureColumns: readonly Column<Figure>[] = [
  {
    key: 'figure',
    title: says.figure,
    width: 240,
    cellClass: () => 'stacked-line',
    cell: ({ figure }) => ledgerFigureTitles[figure],
  },
  {
    key: 'stated',
    title: says.stated,
    under: says.unit,
    width: 110,
    align: 'right',
    cell: (one) => <Named word={says.stated}>{shown(one.stated, says.blank)}</Named>,
  },
  {
    key: 'counted',
    title: says.counted,
    under: says.unit,
    width: 120,
    align: 'right',
    wrap: true,
    cell: (one) => (
      <Named word={says.counted}>
        {one.counted_near === undefined ? shown(one.counted) : <Near roll={one.counted_near} isOtherwise={false} />}
      </Named>
    ),
  },
  {
    key: 'now',
    wrap: true,
    title: <span title={says.nowHint}>{says.now}</span>,
    under: says.unit,
    width: 120,
    align: 'right',
    cellClass: (one) => (isOtherwise(one) ? 'wrong' : undefined),
    cell: (one) => (
      <Named word={says.now}>
        {one.near === undefined ? shown(one.now) : <Near roll={one.near} isOtherwise={isOtherwise(one)} />}
      </Named>
    ),
  },
]

/** A telephone shows no headings: each number says what it is. */
function Named({ word, children }: { word: string; children: ReactNode }): ReactNode {
  return (
    <>
      <PhoneWord word={word} />
      {children}
    </>
  )
}

function Near({ roll, isOtherwise: differs }: { roll: NearRoll; isOtherwise: boolean }): ReactNode {
  return <span className={differs ? '' : 'muted'}>{says.near(roll)}</span>
}

const ledgerOf = (ledger: LedgerKind): string => ledgerTitles[ledger]

const childColumns: readonly Column<Difference & { readonly at: number }>[] = [
  { key: 'ledger', title: says.child.ledger, width: 130, cell: ({ ledger }) => ledgerOf(ledger) },
  { key: 'child', title: says.child.name, width: 100, cell: ({ child }) => child },
  {
    key: 'before',
    title: says.child.before,
    width: 180,
    cell: ({ before }) => <Named word={says.child.before}>{before || says.child.absent}</Named>,
  },
  {
    key: 'now',
    title: says.child.now,
    width: 180,
    cell: ({ now }) => <Named word={says.child.now}>{now || says.child.absent}</Named>,
  },
]

function verdictOf(wrong: readonly OtherwiseStated[], children: number): string {
  if (wrong.length > 0) return says.differs(wrong.length, otherwiseWords(wrong))
  return children === 0 ? says.agrees : says.childrenChanged
}

function Comparison({ view }: { view: PeriodicView }): ReactNode {
  const { figures, differences, on, ledger_year: year } = view
  const wrong = statedOtherwise(figures)
  const agrees = wrong.length === 0 && differences.length === 0
  return (
    <section className="stacked" aria-label={says.figures(on)}>
      <h3>
        {says.figures(on)}
        {year !== undefined && <span className="muted apart">{says.ledgerYear(year, view.row.year)}</span>}
      </h3>
      <LedgerTable label={says.figures(on)} rows={figures} columns={figureColumns} rowKey={({ figure }) => figure} />
      <p className="note">{verdictOf(wrong, differences.length)}</p>
      {!agrees && differences.length === 0 && <p className="note">{says.childrenNone}</p>}
      {differences.length > 0 && <h3>{says.children(differences.length)}</h3>}
      {differences.length > 0 && (
        <LedgerTable
          label={says.children(differences.length)}
          rows={differences.map((one, at) => ({ ...one, at }))}
          columns={childColumns}
          rowKey={({ at }) => String(at)}
        />
      )}
      {view.says !== '' && (
        <p>
          <strong className="before">{says.says}</strong>
          {view.says}
        </p>
      )}
      <ul className="periodic-versions muted" aria-label={says.versions}>
        {view.versions.map(({ version, stated_on, by, at }) => (
          <li key={version}>{says.version(version, stated_on, by, chinaMinute(at))}</li>
        ))}
      </ul>
    </section>
  )
}
