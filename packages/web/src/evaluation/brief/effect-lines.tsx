import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { briefMessages } from './messages.ts'

const says = briefMessages

/** Whether a veto, downgrade or cap is struck or open. */
export function EffectLines(): ReactNode {
  const { effects } = useCurrentRun().index.assessment
  if (effects.length === 0) return null
  const titles = (states: readonly string[]) =>
    effects.filter(({ state }) => states.includes(state)).map(({ title }) => title)
  const [struck, open] = [titles(['struck']), titles(['undecided', 'error'])]
  return (
    <section>
      <h3>{says.effects}</h3>
      {struck.length > 0 && (
        <p className="brief-line">
          <Light state="unmet" word="" /> {says.effectsStruck(struck)}
        </p>
      )}
      {open.length > 0 && (
        <p className="brief-line">
          <Light state="undecided" word="" /> {says.effectsOpen(open)}
        </p>
      )}
      {struck.length + open.length === 0 && (
        <p className="brief-line">
          <Light state="met" word="" /> {says.effectsClear(effects.length)}
        </p>
      )}
    </section>
  )
}
