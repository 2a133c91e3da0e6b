import { chinaMinute } from '@eduduty/core/calendar'
import type { InstalledVersion } from '@eduduty/core/packs'
import type { ReactNode } from 'react'
import type { Column } from '../platform/table/column.ts'
import { packMessages } from './messages.ts'

const says = packMessages.columns

/** Enough of a hash to tell two versions apart. */
export const shortHash = (hash: string): string => hash.slice(0, 12)

const count = (value: number, wrong = false): ReactNode => (
  <span className={`number${value === 0 ? ' zero' : wrong ? ' wrong' : ''}`}>{value}</span>
)

export const versionColumns: readonly Column<InstalledVersion>[] = [
  { key: 'title', title: says.title, width: 250, wrap: true, cell: ({ title }) => title, sortBy: ({ title }) => title },
  {
    key: 'version',
    title: says.version,
    width: 76,
    cell: ({ version }) => <span className="number">{version}</span>,
  },
  {
    key: 'document',
    title: says.document,
    width: 220,
    wrap: true,
    cell: ({ document }) => document,
    sortBy: ({ document }) => document,
  },
  {
    key: 'since',
    title: says.since,
    width: 98,
    cell: ({ since }) => <span className="number">{since}</span>,
    sortBy: ({ since }) => since,
  },
  {
    key: 'hash',
    title: says.hash,
    width: 118,
    cell: ({ hash }) => <code title={hash}>{shortHash(hash)}</code>,
  },
  {
    key: 'installed',
    title: says.installed,
    width: 142,
    cell: ({ installed_at: at }) => <span className="number">{chinaMinute(at)}</span>,
    sortBy: ({ installed_at: at }) => at,
  },
  {
    key: 'unverified',
    title: says.unverified,
    width: 74,
    align: 'right',
    cell: ({ unverified }) => count(unverified, true),
    sortBy: ({ unverified }) => unverified,
  },
  {
    key: 'periods',
    title: says.periods,
    width: 74,
    align: 'right',
    cell: ({ periods }) => count(periods),
    sortBy: ({ periods }) => periods,
  },
  {
    key: 'runs',
    title: says.runs,
    width: 64,
    align: 'right',
    cell: ({ runs }) => count(runs),
    sortBy: ({ runs }) => runs,
  },
]
