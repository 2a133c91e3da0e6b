import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { DerivedDialog } from './derived-dialog.tsx'
import { RosterLink } from './derived-line.tsx'
import { derivedMessages as says } from './derived-messages.ts'
import { useDerived } from './use-derived.ts'

/** Above a form that rosters speak of: what differs and what could be taken. Nothing when all agrees. */
export function DerivedBar(): ReactNode {
  const derived = useDerived()
  const [open, setOpen] = useState(false)
  const { found } = derived
  if (found === undefined || found.values.length === 0) return null
  const count = (state: string) => found.values.filter((value) => value.state === state).length
  const [differ, blank, unknown] = [count('differs'), count('blank'), count('unknown')]
  // Where nobody asks for rosters there is nothing to be done about it.
  const missing = found.rosters.filter(({ standing, task_id }) => standing === 'missing' && task_id !== undefined)
  if (differ + blank === 0 && (unknown === 0 || missing.length === 0 || !found.may_accept)) return null
  return (
    <div className="derived-bar" role="note">
      {differ + blank > 0 ? (
        <>
          <span>{says.bar(differ, blank)}</span>
          <Button size="small" onClick={() => setOpen(true)}>
            {says.open}
          </Button>
        </>
      ) : (
        <>
          <span>{says.barMissing(unknown)}</span>
          {missing.map((one) => (
            <RosterLink key={one.register} one={one} />
          ))}
        </>
      )}
      {open && <DerivedDialog derived={derived} found={found} close={() => setOpen(false)} />}
    </div>
  )
}
