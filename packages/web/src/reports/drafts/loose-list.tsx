import type { LooseNumber } from '@eduduty/core/reports'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { goTo } from './go-to.ts'
import { draftMessages as says } from './messages.ts'

/** Numbers that follow no evaluation: those typed by hand, and on demand those that the outline itself wrote. */
export function LooseList({ numbers }: { numbers: readonly LooseNumber[] }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const typed = numbers.filter(({ by }) => by === 'hand')
  const written = numbers.filter(({ by }) => by === 'outline')
  return (
    <>
      <p className="muted">{typed.length === 0 ? says.noLoose : says.looseHint}</p>
      <Places numbers={typed} />
      {written.length > 0 && (
        <Button size="small" type="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {says.outlineLoose(written.length)}
        </Button>
      )}
      {isOpen && (
        <>
          <p className="muted">{says.outlineLooseHint}</p>
          <Places numbers={written} />
        </>
      )}
    </>
  )
}

function Places({ numbers }: { numbers: readonly LooseNumber[] }): ReactNode {
  if (numbers.length === 0) return null
  return (
    <ul className="report-places">
      {numbers.map(({ id, block, around }) => (
        <li key={id}>
          <Button type="link" onClick={() => goTo(block)}>
            {around}
          </Button>
        </li>
      ))}
    </ul>
  )
}
