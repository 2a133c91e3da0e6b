import type { NeedRow, PaperRow } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { archiveKey, paperPath, papersQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.taking

interface TakePaperProps {
  readonly county: string
  readonly row: NeedRow
  readonly close: () => void
}

/** Finds a paper that is there already, and uses it here too. */
export function TakePaperDialog({ county, row, close }: TakePaperProps): ReactNode {
  const [text, setText] = useState<string>()
  const { data, error, refetch } = useQuery(papersQuery(county, { text }))
  const change = useChange(archiveKey)
  const used = new Set(row.papers.map(({ paper }) => paper))
  const take = ({ paper, title }: PaperRow): void =>
    change.mutate({ path: `${paperPath(county, paper)}/links`, body: { needs: [row.need] }, done: says.done(title) })
  return (
    <Modal open title={says.title} footer={null} width={760} onCancel={close}>
      <div className="filters">
        <TextFilter label={says.text} text={text} onText={setText} wide />
        <span className="filters-end muted">{data === undefined ? '' : says.count(data.total)}</span>
      </div>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && data.papers.length === 0 && <EmptyState title={says.empty} advice={says.emptyAdvice} />}
      <ul className="archive-found">
        {data?.papers.map((one) => (
          <li key={one.paper}>
            <div>
              <strong>{one.title}</strong>
              <span className="muted apart">
                {one.unit_name} {one.document_no} {one.made_on}
              </span>
              {one.excerpt !== undefined && <p className="muted">{one.excerpt}</p>}
            </div>
            <Button
              size="small"
              disabled={used.has(one.paper) || change.isPending}
              aria-label={says.takeLabel(one.title)}
              onClick={() => take(one)}
            >
              {used.has(one.paper) ? says.taken : says.take}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
