import { Button } from 'antd'
import type { ReactNode } from 'react'
import { platformMessages } from '../messages/messages.ts'

const says = platformMessages.pager

/** Pages of a list that the server cuts; nothing when one page holds all. */
export function Pager(props: {
  total: number
  size: number
  page: string | undefined
  go: (page: string | undefined) => void
}): ReactNode {
  const pages = Math.max(1, Math.ceil(props.total / props.size))
  const page = Math.max(1, Number(props.page ?? '1') || 1)
  if (pages === 1) return null
  const go = (to: number) => () => props.go(to === 1 ? undefined : String(to))
  return (
    <div className="pager">
      <Button size="small" disabled={page <= 1} onClick={go(page - 1)}>
        {says.previous}
      </Button>
      <span className="muted">{says.page(page, pages)}</span>
      <Button size="small" disabled={page >= pages} onClick={go(page + 1)}>
        {says.next}
      </Button>
    </div>
  )
}
