import type { NeedList } from '@eduduty/core/archive'
import type { ReactNode } from 'react'
import { archiveMessages } from '../messages.ts'
import { depthOf, type Item, itemsInOrder } from './item-tree.ts'

const says = archiveMessages.items

interface ItemListProps {
  readonly items: NeedList['items']
  readonly picked: string | undefined
  readonly pick: (indicator: string | undefined) => void
}

/** Items of the framework beside the table: how many of their materials are in order; a click shows only these. */
export function ItemList({ items, picked, pick }: ItemListProps): ReactNode {
  const numbers = items.map(({ no }) => no)
  const all = items.reduce((sum, { needs, open }) => ({ needs: sum.needs + needs, open: sum.open + open }), {
    ...{ needs: 0, open: 0 },
  })
  return (
    <nav className="archive-items" aria-label={says.label}>
      <ItemButton {...all} title={says.all} isPicked={picked === undefined} pick={() => pick(undefined)} depth={0} />
      {itemsInOrder(items).map((item) => (
        <ItemButton
          key={item.indicator}
          {...item}
          isPicked={picked === item.indicator}
          pick={() => pick(picked === item.indicator ? undefined : item.indicator)}
          depth={depthOf(item.no, numbers)}
        />
      ))}
    </nav>
  )
}

interface ItemButtonProps extends Pick<Item, 'title' | 'needs' | 'open'> {
  readonly no?: string
  readonly isPicked: boolean
  readonly pick: () => void
  readonly depth: number
}

function ItemButton({ no = '', title, needs, open, isPicked, pick, depth }: ItemButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={`archive-item archive-item-${Math.min(depth, 2)}`}
      aria-pressed={isPicked}
      title={`${no} ${title}`.trim()}
      onClick={pick}
    >
      <span className="archive-item-title">
        {no !== '' && <span className="number before">{no}</span>}
        {title}
      </span>
      <span className={open === 0 ? 'number better' : 'number'} title={says.hint(needs, open)}>
        {says.done(needs - open, needs)}
      </span>
    </button>
  )
}
