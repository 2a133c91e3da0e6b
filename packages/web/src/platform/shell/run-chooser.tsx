import { chinaMinute } from '@eduduty/core/calendar'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useCurrentRun } from '../run/current-run.tsx'

/** County, pack and run of the page; another run can be chosen. */
export function RunChooser(): ReactNode {
  const { index, runs, id } = useCurrentRun()
  const { run } = index.assessment
  const navigate = useNavigate()
  const says = platformMessages.shell
  const several = new Set(runs.map(({ county }) => county.code)).size > 1
  return (
    <>
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
        options={runs.map((one) => ({
          value: one.id,
          label: `${several ? `${one.county.name} ` : ''}${says.runLabel(one.year, chinaMinute(one.created_at), one.status)}`,
        }))}
        onChange={(chosen) => navigate({ to: '.', search: (before) => ({ ...before, run: chosen, trace: undefined }) })}
      />
    </>
  )
}
