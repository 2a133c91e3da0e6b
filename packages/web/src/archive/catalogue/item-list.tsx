import type { NeedList } from '@eduduty/core/archive'
import { Fragment, type ReactNode } from 'react'
import { archiveMessages } from '../messages.ts'
import { groupItems, type Item } from './item-tree.ts'

const says = archiveMessages.items

interface ItemListProps {
  readonly items: NeedList['items']
  readonly picked: string | undefined
  readonly pick: (indicator: string | undefined) => void
}

/** Items of the framework beside the table: how many of their materials are in order; a click shows only these. */
export function ItemList({ items, picked, pick }: ItemListProps): ReactNode {
  const all = items.reduce((sum, { needs, open }) => ({ needs: sum.needs + needs, open: sum.open + open }), {
    needs: 0,
    open: 0,
  })
  return (
    <nav className="archive-items" aria-label={says.label}>
      <ItemButton {...all} title={says.all} isPicked={picked === undefined} pick={() => pick(undefined)} />
      {groupItems(items).map((group) => (
        <Fragment key={group.head}>
          {group.head !== '' && <h3>{group.head}</h3>}
          {group.items.map((item) => (
            <ItemButton
              key={item.indicator}
              {...item}
              isPicked={picked === item.indicator}
              pick={() => pick(picked === item.indicator ? undefined : item.indicator)}
            />
          ))}
        </Fragment>
      ))}
    </nav>
  )
}

interface ItemButtonProps extends Pick<Item, 'title' | 'needs' | 'open'> {
  readonly no?: string
  readonly isPicked: boolean
  readonly pick: () => void
}

function ItemButton({ no = '', title, needs, open, isPicked, pick }: ItemButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="archive-item"
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
