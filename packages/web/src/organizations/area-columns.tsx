import { type AreaEntry, type AreaLevel, areaLevels } from '@eduduty/core/organizations'
import type { Column } from '../platform/table/column.ts'
import { organizationMessages } from './messages.ts'

const says = organizationMessages.areas

const isLevel = (text: string): text is AreaLevel => Object.hasOwn(areaLevels, text)
const number = (text: string | null) => <span className="number">{text ?? ''}</span>

export const areaColumns: readonly Column<AreaEntry>[] = [
  { key: 'code', title: says.columns.code, width: 140, cell: ({ code }) => number(code) },
  { key: 'name', title: says.columns.name, width: 260, cell: ({ name }) => name },
  {
    key: 'level',
    title: says.columns.level,
    width: 120,
    cell: ({ level }) => (isLevel(level) ? says.level[level] : level),
  },
  { key: 'since', title: says.columns.since, width: 110, cell: ({ since }) => number(since) },
  { key: 'until', title: says.columns.until, width: 110, cell: ({ until }) => number(until) },
  {
    key: 'successor',
    title: says.columns.successor,
    width: 140,
    cell: ({ successor_code }) => number(successor_code),
  },
  { key: 'source', title: says.columns.source, width: 220, cell: ({ source }) => source },
]
