import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { runsQuery } from '../../platform/run/queries.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { claimMessages } from '../messages.ts'

const says = claimMessages.starting

interface RunFieldProps {
  readonly run: string | undefined
  readonly pick: (run: string | undefined) => void
}

/** Which run the report is held against; for those who see results. */
export function RunField(props: RunFieldProps): ReactNode {
  return useMay()('evaluation.read') ? <OfferedRuns {...props} /> : null
}

function OfferedRuns({ run, pick }: RunFieldProps): ReactNode {
  const { data, error, isPending, refetch } = useQuery(runsQuery())
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  return (
    <div className="claim-field">
      <label htmlFor="claim-run">{says.run}</label>
      <Select<string>
        id="claim-run"
        allowClear
        loading={isPending}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={says.noRun}
        value={run ?? null}
        onChange={(chosen?: string) => pick(chosen)}
        options={(data ?? []).map(({ id, county, year, pack }) => ({
          value: id,
          label: `${county.name} ${year}年 ${pack.title}`,
        }))}
      />
    </div>
  )
}
