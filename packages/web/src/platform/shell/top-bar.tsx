import { useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useCurrentRun } from '../run/current-run.tsx'
import { Finder } from './finder.tsx'
import { localTime } from './local-time.ts'
import { NavIcon } from './nav-icon.tsx'

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
    return () => window.removeEventListener('keydown', listen)
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
      {finding && <Finder close={() => setFinding(false)} />}
    </header>
  )
}
