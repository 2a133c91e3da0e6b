import type { CountLine, CountList } from '@eduduty/core/duties'
import type { State } from '@eduduty/core/evaluation'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { dutiesKey } from '../duty-queries.ts'
import { recordsPath } from './mechanism-queries.ts'
import { mechanismMessages } from './messages.ts'
import { RecordFacts } from './record-parts.tsx'
import type { TabProps } from './tab-table.tsx'

const says = mechanismMessages
const lights: Readonly<Record<CountLine['state'], State>> = {
  same: 'met',
  differs: 'unmet',
  blank: 'undecided',
  beside: 'not_applicable',
}

const keyOf = ({ pack, count, unit }: CountLine): string => `${pack} ${count} ${unit}`

function Standing({ line }: { line: CountLine }): ReactNode {
  return <Light state={lights[line.state]} word={says.counts.states[line.state]} />
}

const columns = (county: string, year: number): readonly Column<CountLine>[] => [
  {
    key: 'unit',
    title: says.columns.unit,
    width: 170,
    cell: ({ unit_name: name }) => <span title={name}>{name}</span>,
  },
  { key: 'title', title: says.columns.count, width: 250, cell: ({ title }) => <span title={title}>{title}</span> },
  {
    key: 'form',
    title: says.columns.form,
    width: 330,
    cell: ({ register_title: register, column_title: column }) => (
      <span className="muted" title={`${register}·${column}`}>
        {register}·{column}
      </span>
    ),
  },
  { key: 'counted', title: says.columns.counted, width: 80, align: 'right', cell: ({ counted }) => <b>{counted}</b> },
  {
    key: 'reported',
    title: says.columns.reported,
    width: 110,
    align: 'right',
    cell: ({ reported }) => (reported === '' ? <span className="muted">{says.counts.notReported}</span> : reported),
  },
  { key: 'standing', title: says.columns.standing, width: 110, cell: (line) => <Standing line={line} /> },
  { key: 'take', title: '', width: 90, cell: (line) => <TakeButton county={county} year={year} line={line} /> },
]

/** Writes the counted number into the open form of the unit. */
function TakeButton({ county, year, line }: { county: string; year: number; line: CountLine }): ReactNode {
  const change = useChange<CountLine>(dutiesKey)
  if (!line.may_take) return null
  const { pack, count, unit, counted, reported, title } = line
  return (
    <Button
      size="small"
      type="primary"
      loading={change.isPending}
      onClick={(event) => {
        event.stopPropagation()
        change.mutate({
          path: recordsPath('counts', county, 'taking'),
          body: { pack, count, unit, year, counted, reported },
          done: says.counts.taken(title, counted),
        })
      }}
    >
      {says.deeds.take}
    </Button>
  )
}

interface CountsTabProps extends TabProps {
  readonly list: CountList
  readonly onlyOpen: boolean
  readonly setOnlyOpen: (only: boolean) => void
}

/** What the records come to, beside what was reported, indicator by indicator. */
export function CountsTab({ list, at, record, show, onlyOpen, setOnlyOpen }: CountsTabProps): ReactNode {
  const rows = list.lines.filter(({ state }) => !onlyOpen || state === 'differs' || state === 'blank')
  const open = list.lines.find((line) => keyOf(line) === record)
  return (
    <>
      <div className="filters">
        <Checkbox checked={onlyOpen} onChange={({ target }) => setOnlyOpen(target.checked)}>
          {says.counts.onlyOpen}
        </Checkbox>
        <span className="filters-end muted">{says.counts.hint}</span>
      </div>
      <PrintSheet head={`${says.yearOf(list.year)}${says.tabs.counts}`}>
        <LedgerTable
          label={says.tabs.counts}
          rows={rows}
          columns={columns(at.county, list.year)}
          rowKey={keyOf}
          onOpen={(line) => show(keyOf(line))}
          selected={record}
          groupOf={({ pack, pack_title: title, indicator }) => ({
            key: `${pack} ${indicator?.id ?? ''}`,
            heading: (
              <>
                {indicator !== undefined && <b>{says.counts.group(indicator.no, indicator.title)}</b>}
                <span className="muted apart">{title}</span>
              </>
            ),
          })}
          height="calc(100vh - 250px)"
          empty={<EmptyState title={says.counts.empty} advice={says.counts.emptyAdvice} />}
        />
      </PrintSheet>
      {open !== undefined && (
        <CountPanel line={open} county={at.county} year={list.year} close={() => show(undefined)} />
      )}
    </>
  )
}

interface PanelProps {
  readonly line: CountLine
  readonly county: string
  readonly year: number
  readonly close: () => void
}

function CountPanel({ line, county, year, close }: PanelProps): ReactNode {
  const { indicator, records, task } = line
  return (
    <SidePanel close={close} width={640} title={`${line.unit_name}　${line.title}`}>
      <div className="duty-deeds">
        <TakeButton county={county} year={year} line={line} />
        {!line.may_take && line.why_not !== '' && <p className="muted">{line.why_not}</p>}
      </div>
      <RecordFacts
        pairs={[
          [says.columns.counted, <b key="counted">{line.counted}</b>],
          [says.columns.reported, line.reported === '' ? says.counts.notReported : line.reported],
          [says.columns.standing, <Standing key="standing" line={line} />],
          [says.columns.form, `${line.register_title}·${line.column_title}`],
          [says.panel.task, task === undefined ? '' : <FormLink key="form" task={task} county={county} />],
          [says.panel.indicator, indicator === undefined ? '' : says.counts.group(indicator.no, indicator.title)],
          [says.panel.says, line.says],
          [says.panel.note, line.note],
          [says.panel.basis, line.basis],
          [says.panel.pack, line.pack_title],
        ]}
      />
      <section className="panel-section">
        <h3>{says.panel.records}</h3>
        {records.length === 0 && <p className="muted">{says.panel.noRecords}</p>}
        <table className="plain">
          <tbody>
            {records.map((one) => (
              <tr key={one.id}>
                <td className="number duty-day">{one.on}</td>
                <td className="duty-day">{one.kind}</td>
                <td>{one.title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </SidePanel>
  )
}

function FormLink({ task, county }: { task: NonNullable<CountLine['task']>; county: string }): ReactNode {
  const may = useMay()
  const standing = `${task.period}　${task.state}`
  if (!may('collection.read')) return standing
  return (
    <>
      {standing}
      <Link className="apart" to="/collection/tasks/$county/$task" params={{ county, task: task.task }}>
        {says.panel.goToForm}
      </Link>
    </>
  )
}
