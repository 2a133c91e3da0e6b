import { type NeedRow, openNeedStates } from '@eduduty/core/archive'
import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { archiveMessages as says } from '../messages.ts'
import { NeedStateMark } from '../need-state-mark.tsx'
import type { ChosenNeeds } from './use-chosen-needs.ts'

/** The tick of a need; a click on it does not open the row. */
export function chooseColumn(chosen: ChosenNeeds, shown: readonly NeedRow[]): Column<NeedRow> {
  const all = shown.length > 0 && shown.every(chosen.has)
  return {
    key: 'choose',
    title: (
      <Checkbox
        aria-label={says.choosing.page}
        checked={all}
        indeterminate={!all && shown.some(chosen.has)}
        onChange={({ target }) => chosen.tick(shown, target.checked)}
      />
    ),
    width: 40,
    align: 'center',
    cell: (need) => (
      <Checkbox
        aria-label={says.choosing.one(need.file_no, need.unit_name)}
        checked={chosen.has(need)}
        onClick={(event) => event.stopPropagation()}
        onChange={({ target }) => chosen.tick([need], target.checked)}
      />
    ),
  }
}

/** What waits for whoever looks: the button leads to the paper beside its review. */
export function reviewColumn(show: (need: string, paper?: string) => void): Column<NeedRow> {
  return {
    key: 'deeds',
    title: says.columns.deeds,
    width: 72,
    cell: ({ need, to_review: paper, title, unit_name: unit }) =>
      paper !== undefined && (
        <Button
          size="small"
          type="primary"
          ghost
          aria-label={says.review.startOf(`${unit} ${title}`)}
          onClick={(event) => {
            event.stopPropagation()
            show(need, paper)
          }}
        >
          {says.review.start}
        </Button>
      ),
  }
}

/** One line for each required material; what does not fit is told by its title. */
export const needColumns: readonly Column<NeedRow>[] = [
  { key: 'no', title: says.columns.no, width: 112, cell: ({ file_no: no }) => <span className="number">{no}</span> },
  {
    key: 'title',
    title: says.columns.title,
    width: 212,
    cell: ({ title, indicator_no: no, indicator_title: indicator }) => (
      <span title={`${title}（${no} ${indicator}）`}>{title}</span>
    ),
  },
  {
    key: 'unit',
    title: says.columns.unit,
    width: 174,
    cell: ({ unit_name: name }) => <span title={name}>{name}</span>,
  },
  { key: 'state', title: says.columns.state, width: 86, cell: ({ state }) => <NeedStateMark state={state} /> },
  { key: 'because', title: says.columns.because, width: 206, cell: (need) => <Because need={need} /> },
  { key: 'papers', title: says.columns.papers, width: 160, cell: ({ papers }) => <Papers papers={papers} /> },
]

function Because({ need }: { need: NeedRow }): ReactNode {
  const { because, state, requested_due: due, is_overdue: isOverdue } = need
  return (
    <span title={because}>
      {due !== undefined && openNeedStates.has(state) && (
        <span className={isOverdue ? 'wrong before' : 'short before'} title={says.requestedTill(due, isOverdue)}>
          {says.dueShort(due, isOverdue)}
        </span>
      )}
      {because}
    </span>
  )
}

function Papers({ papers }: Pick<NeedRow, 'papers'>): ReactNode {
  const [first] = papers
  if (first === undefined) return <span className="zero">{says.none}</span>
  return (
    <span title={papers.map(({ title }) => title).join('\n')}>
      {papers.length > 1 ? says.papersOf(papers.length, first.title) : first.title}
    </span>
  )
}
