import type { Catalogue, NeedList } from '@eduduty/core/archive'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { CatalogueSearch } from '../archive-search.ts'
import { archiveMessages } from '../messages.ts'
import { askable, MOST_NEEDS, readAllNeeds } from './read-all-needs.ts'
import { RequestDialog } from './request-dialog.tsx'
import type { ChosenNeeds } from './use-chosen-needs.ts'
import { WaiveDialog } from './waive-dialog.tsx'

const says = archiveMessages.choosing

interface ChosenBarProps {
  readonly catalogue: Catalogue
  readonly search: CatalogueSearch
  readonly list: NeedList
  readonly chosen: ChosenNeeds
  readonly show: (need: string, paper?: string) => void
}

/** What can be done with many needs at once, and with how many it would be. */
export function ChosenBar({ catalogue, search, list, chosen, show }: ChosenBarProps): ReactNode {
  const { message } = App.useApp()
  const [open, setOpen] = useState<'request' | 'waive'>()
  const every = useMutation({
    mutationFn: () => readAllNeeds(catalogue, search),
    onSuccess: ({ needs }) => chosen.tick(needs, true),
    onError: (error) => void message.error(error.message, 8),
  })
  const { all, units } = chosen
  const asked = askable(all)
  const waits = list.needs.find(({ to_review: paper }) => paper !== undefined)
  const end = { close: () => setOpen(undefined), done: () => [setOpen(undefined), chosen.clear()] }
  return (
    <div className="archive-chosen">
      {waits !== undefined && (
        <Button size="small" type="primary" onClick={() => show(waits.need, waits.to_review)}>
          {archiveMessages.review.inTurn}
        </Button>
      )}
      <Button
        size="small"
        disabled={asked.length === 0}
        {...(asked.length === 0 && { title: all.length === 0 ? says.nothing : archiveMessages.request.nothing })}
        onClick={() => setOpen('request')}
      >
        {all.length === asked.length ? archiveMessages.request.title : archiveMessages.request.some(asked.length)}
      </Button>
      <Button size="small" disabled={all.length === 0} onClick={() => setOpen('waive')}>
        {archiveMessages.waive.waived.title}
      </Button>
      <span className="muted" role="status">
        {all.length === 0 ? says.nothing : says.count(all.length, units)}
      </span>
      {all.length < Math.min(list.total, MOST_NEEDS) && (
        <Button size="small" type="link" loading={every.isPending} onClick={() => every.mutate()}>
          {list.total <= MOST_NEEDS ? says.every(list.total) : says.first(MOST_NEEDS, list.total)}
        </Button>
      )}
      {all.length >= MOST_NEEDS && all.length < list.total && <span className="short">{says.most(MOST_NEEDS)}</span>}
      {all.length > 0 && (
        <Button size="small" type="link" onClick={chosen.clear}>
          {says.clear}
        </Button>
      )}
      {open === 'request' && (
        <RequestDialog county={catalogue.county} needs={asked} left={all.length - asked.length} {...end} />
      )}
      {open === 'waive' && <WaiveDialog county={catalogue.county} needs={all} waived {...end} />}
    </div>
  )
}
