import type { DutyEntry } from '@eduduty/core/duties'
import type { DutyLevel } from '@eduduty/core/packs'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { dutyMessages } from '../messages.ts'
import type { Chosen } from './use-chosen.ts'

const says = dutyMessages.make

/** A level of duties with how many there are; its tick chooses all of them of which nothing was made yet. */
export function LevelHeading(props: {
  readonly level: DutyLevel
  readonly shown: readonly DutyEntry[]
  /** Absent where nothing can be chosen. */
  readonly chosen: Chosen | undefined
}): ReactNode {
  const { level, shown, chosen } = props
  const own = shown.filter((duty) => duty.level === level)
  const free = own.filter(({ units, tasks }) => units.length > 0 && tasks === 0)
  const ticked = own.filter((duty) => chosen?.has(duty) === true).length
  return (
    <>
      {chosen !== undefined && free.length > 0 && (
        <Checkbox
          className="duty-level"
          aria-label={says.chooseAll(level)}
          checked={free.every((duty) => chosen.has(duty))}
          indeterminate={ticked > 0 && !free.every((duty) => chosen.has(duty))}
          onChange={({ target }) => chosen.tick(target.checked ? free : own, target.checked)}
        />
      )}
      {says.group(level, own.length)}
    </>
  )
}
