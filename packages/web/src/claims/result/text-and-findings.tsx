import type { CheckDetail } from '@eduduty/core/claims'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useStepKeys } from '../../platform/shell/use-step-keys.ts'
import type { CheckSearch } from '../claim-search.ts'
import { bringIntoSight } from './bring-into-sight.ts'
import { type CheckDesk, deskOf } from './check-desk.ts'
import { FindingList, shownFindings } from './finding-list.tsx'
import { elementOf } from './place-marks.ts'
import { ReportBlocks } from './report-blocks.tsx'

const route = getRouteApi('/shell/plain/claims/$county/$check')
/** How long the hand rests on a finding before the address follows. */
const REST_MS = 300

/** The report on the left, what was found on the right; either leads to the other. */
export function TextAndFindings({ check }: { check: CheckDetail }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { active, select } = useActive(check)
  const desk = useMemo(() => deskOf(check, select), [check, select])
  const shown = useMemo(() => shownFindings(desk, search), [desk, search])
  const step = useCallback(
    (by: 1 | -1) => {
      const next = nextOf(shown, active, by)
      if (next !== undefined) select(next, 'both')
    },
    [shown, active, select],
  )
  useStepKeys(step, { arrows: true, over: '[role=dialog]' })
  const change = (part: CheckSearch) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  return (
    <div className="claim-desk">
      <ReportBlocks desk={desk} active={active} />
      <FindingList desk={desk} shown={shown} active={active} search={search} change={change} />
    </div>
  )
}

/** The next finding in sight of the filters; where the one looked at is not among them, the nearest in the text. */
function nextOf(shown: readonly number[], active: number | undefined, by: 1 | -1): number | undefined {
  if (active === undefined) return by === 1 ? shown[0] : shown.at(-1)
  return by === 1 ? shown.find((one) => one > active) : shown.findLast((one) => one < active)
}

/** Which finding is looked at: shown at once, in the address a little later, so that it can be sent to somebody. */
function useActive(check: CheckDetail) {
  const { finding } = route.useSearch()
  const navigate = route.useNavigate()
  const first = finding === undefined ? undefined : Number(finding) - 1
  const [active, setActive] = useState(first)
  const { findings } = check.result
  const bring = useCallback(
    (at: number, what: 'text' | 'list' | 'both') => {
      const found = findings[at]
      if (found === undefined) return
      if (what !== 'list') bringIntoSight(elementOf(found, at))
      if (what !== 'text') bringIntoSight(`finding-${at}`)
    },
    [findings],
  )
  const select = useCallback<CheckDesk['select']>(
    (at, what) => {
      setActive(at)
      // The item that opens is drawn first.
      requestAnimationFrame(() => bring(at, what))
    },
    [bring],
  )
  useEffect(() => {
    if (first !== undefined) bring(first, 'both')
  }, [first, bring])
  useEffect(() => {
    if (active === first || active === undefined) return
    const timer = setTimeout(
      () =>
        navigate({
          search: (before) => ({ ...before, finding: String(active + 1) }),
          replace: true,
          resetScroll: false,
        }),
      REST_MS,
    )
    return () => clearTimeout(timer)
  }, [active, first, navigate])
  return { active, select }
}
