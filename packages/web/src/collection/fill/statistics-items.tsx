import type { StatisticsItem } from '@eduduty/core/collection/tasks'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { paneMessages } from './pane-messages.ts'
import { itemKey } from './use-statistics.ts'

const says = paneMessages.statistics

interface StatisticsItemsProps {
  readonly items: readonly StatisticsItem[]
  /** Those that may be taken now. */
  readonly offered: readonly StatisticsItem[]
  readonly ticked: ReadonlySet<string>
  readonly tick: (keys: ReadonlySet<string>) => void
}

/** Figures of the statistics beside those of the form, to be ticked one by one or all at once. */
export function StatisticsItems({ items, offered, ticked, tick }: StatisticsItemsProps): ReactNode {
  const all = offered.length > 0 && offered.every((item) => ticked.has(itemKey(item)))
  const toggle = (item: StatisticsItem, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(itemKey(item))
    else next.delete(itemKey(item))
    tick(next)
  }
  return (
    <div className="statistics-items">
      <table className="plain">
        <thead>
          <tr>
            <th>
              <Checkbox
                aria-label={says.all}
                checked={all}
                disabled={offered.length === 0}
                onChange={() => tick(all ? new Set() : new Set(offered.map(itemKey)))}
              />
            </th>
            <th>{says.columns.title}</th>
            <th>{says.columns.unit}</th>
            <th className="align-right">{says.columns.filled}</th>
            <th className="align-right">{says.columns.statistics}</th>
            <th className="align-right">{says.columns.difference}</th>
            <th>{says.columns.source}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ItemRow
              key={itemKey(item)}
              item={item}
              isTicked={ticked.has(itemKey(item))}
              toggle={(on) => toggle(item, on)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ItemRowProps {
  readonly item: StatisticsItem
  readonly isTicked: boolean
  readonly toggle: (on: boolean) => void
}

function ItemRow({ item, isTicked, toggle }: ItemRowProps): ReactNode {
  const title = [item.row_title, item.title].filter((part) => part !== '').join('　')
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={says.tick(title)}
          checked={isTicked}
          disabled={!item.is_open}
          onChange={(event) => toggle(event.target.checked)}
        />
      </td>
      <td>{title}</td>
      <td>{item.unit}</td>
      <td className="align-right number">
        {item.filled === '' ? <span className="muted">{says.blank}</span> : item.filled}
      </td>
      <td className="align-right number">{item.statistics}</td>
      <td className="align-right number">{item.difference}</td>
      <td className="muted">{item.source}</td>
    </tr>
  )
}
