import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useDesk } from '../fill/desk-context.ts'
import { reviewMessages } from './messages.ts'
import { ReturnDialog } from './return-dialog.tsx'

const says = reviewMessages.basket

/** How many cells are chosen to be sent back, and the way to send them. */
export function BasketBar(): ReactNode {
  const { basket } = useDesk()
  const [open, setOpen] = useState(false)
  if (basket.cells.length === 0) return null
  return (
    <div className="basket-bar" role="status">
      <span>{says.chosen(basket.cells.length)}</span>
      <Button size="small" onClick={basket.clear}>
        {says.clear}
      </Button>
      <Button size="small" type="primary" onClick={() => setOpen(true)}>
        {says.send}
      </Button>
      {open && <ReturnDialog close={() => setOpen(false)} />}
    </div>
  )
}
