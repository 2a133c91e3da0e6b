import { chinaMinute } from '@eduduty/core/calendar'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Loading } from '../platform/shell/loading.tsx'
import { PlainHead } from '../platform/shell/page-head.tsx'
import type { Column } from '../platform/table/column.ts'
import { LedgerTable } from '../platform/table/ledger-table.tsx'
import { type BrowserFinding, checkBrowser } from './check-browser.ts'
import { deskMessages } from './messages.ts'

const says = deskMessages.browser

/** Whether this browser will do; for whoever cannot even sign in, and for the help desk on paper. */
export function BrowserCheckPage(): ReactNode {
  const answer = useQuery({ queryKey: ['desk', 'browser'], queryFn: readOffset, staleTime: Number.POSITIVE_INFINITY })
  return (
    <div className="desk-browser">
      <PlainHead
        title={says.title}
        purpose={says.purpose}
        action={
          <>
            <Button onClick={() => answer.refetch()}>{says.again}</Button>{' '}
            <Button type="primary" title={says.printTest} onClick={() => window.print()}>
              {says.print}
            </Button>
          </>
        }
      />
      {answer.data === undefined ? (
        <Loading />
      ) : (
        <>
          <LedgerTable
            label={says.title}
            rows={checkBrowser(answer.data.offset)}
            rowKey={(one) => one.key}
            columns={columns}
            empty={null}
          />
          <p className="muted">{says.checkedAt(chinaMinute(answer.data.at), window.location.origin)}</p>
          <p className="muted desk-agent">{navigator.userAgent}</p>
        </>
      )}
    </div>
  )
}

interface Reading {
  readonly at: Date
  /** Seconds off the server's clock; undefined when it did not answer. */
  readonly offset: number | undefined
}

/** The server's clock stands in every answer of it. */
async function readOffset(): Promise<Reading> {
  const asked = Date.now()
  try {
    const answer = await fetch('/api/health', { cache: 'no-store' })
    const at = new Date()
    const stated = Date.parse(answer.headers.get('date') ?? '')
    const middle = (asked + at.getTime()) / 2
    // The header has whole seconds.
    return { at, offset: Number.isNaN(stated) ? 0 : Math.round((stated + 500 - middle) / 1000) }
  } catch {
    return { at: new Date(), offset: undefined }
  }
}

const testFile = `data:text/plain;charset=utf-8,${encodeURIComponent(says.testFileText)}`

const columns: readonly Column<BrowserFinding>[] = [
  { key: 'what', title: says.columns.what, width: 110, cell: (one) => says.items[one.key] },
  {
    key: 'found',
    title: says.columns.found,
    width: 330,
    wrap: true,
    cell: (one) =>
      one.key === 'download' ? (
        <a href={testFile} download={says.testFile}>
          {says.download}
        </a>
      ) : (
        one.found
      ),
  },
  {
    key: 'state',
    title: says.columns.state,
    width: 130,
    cell: (one) => <span className={`desk-state-${one.state}`}>{says.state[one.state]}</span>,
  },
  { key: 'advice', title: says.columns.advice, width: 430, wrap: true, cell: (one) => one.advice },
]
