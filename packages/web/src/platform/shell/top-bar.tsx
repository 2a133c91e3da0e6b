import { useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useCurrentRun } from '../run/current-run.tsx'
import { localTime } from './local-time.ts'
import { NavIcon } from './nav-icon.tsx'

const loadFinder = () => import('./finder.tsx')
const Finder = lazy(async () => ({ default: (await loadFinder()).Finder }))

/** County, year, pack and run; the search over everything; print. */
export function TopBar(): ReactNode {
  const { index, runs, id } = useCurrentRun()
  const { run } = index.assessment
  const navigate = useNavigate()
  const [finding, setFinding] = useState(false)
  const says = platformMessages.shell
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setFinding(true)
    }
    window.addEventListener('keydown', listen)
    // Fetched before it is asked for, so that no key typed after Ctrl+K is lost.
    const timer = setTimeout(loadFinder, 1500)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', listen)
    }
  }, [])
  return (
    <header className="top-bar">
      <strong className="county">{run.county.name}</strong>
      <span className="pack" title={`${run.pack.id} ${run.pack.version}`}>
        {says.pack(run.pack.title, run.pack.version)}
      </span>
      <Select
        size="small"
        className="run-select"
        aria-label={says.run}
        value={id}
        popupMatchSelectWidth={false}
        options={runs.map((one) => ({ value: one.id, label: says.runLabel(one.year, localTime(one.created_at)) }))}
        onChange={(chosen) => navigate({ to: '.', search: (before) => ({ ...before, run: chosen, trace: undefined }) })}
      />
      <Button size="small" className="find" onClick={() => setFinding(true)} icon={<NavIcon name="search" />}>
        {says.search} <kbd>{says.searchHint}</kbd>
      </Button>
      <Button size="small" onClick={() => window.print()} icon={<NavIcon name="print" />}>
        {says.print}
      </Button>
      {finding && (
        <Suspense fallback={null}>
          <Finder close={() => setFinding(false)} />
        </Suspense>
      )}
    </header>
  )
}
