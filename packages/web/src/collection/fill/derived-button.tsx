import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { DerivedDialog } from './derived-dialog.tsx'
import { derivedMessages as says } from './derived-messages.ts'
import { useDerived } from './use-derived.ts'

/** In the head of a form that rosters speak of: how many cells differ or could be taken. It may come late, so it moves nothing below it. */
export function DerivedButton(): ReactNode {
  const derived = useDerived()
  const [open, setOpen] = useState(false)
  const { found } = derived
  if (found === undefined || found.values.length === 0) return null
  const count = (state: string) => found.values.filter((value) => value.state === state).length
  const [differ, blank, unknown] = [count('differs'), count('blank'), count('unknown')]
  // Where nobody asks for rosters there is nothing to be done about it.
  const isMissing = found.rosters.some(({ standing, task_id }) => standing === 'missing' && task_id !== undefined)
  if (differ + blank === 0 && (unknown === 0 || !isMissing || !found.may_accept)) return null
  const cells = differ + blank > 0 ? differ + blank : unknown
  return (
    <>
      <Button
        title={differ + blank > 0 ? says.bar(differ, blank) : says.barMissing(unknown)}
        onClick={() => setOpen(true)}
      >
        {says.openCount(cells)}
      </Button>
      {open && <DerivedDialog derived={derived} found={found} close={() => setOpen(false)} />}
    </>
  )
}
