import { valueAt } from '@eduduty/core/packs'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { EffectView } from '../move-preview.tsx'
import { periodsQuery } from '../move-queries.ts'
import { useDraftDesk } from './draft-context.ts'
import { type DraftPlace, trialQuery } from './draft-queries.ts'
import { draftMessages } from './messages.ts'

const says = draftMessages.trial

/** What the draft would change in the results of a period, before anything is installed. */
export function TrialSection(): ReactNode {
  const { place, draft } = useDraftDesk()
  const [chosen, setChosen] = useState<string>()
  const { data } = useQuery(periodsQuery())
  const manifest = draft.list.entries.find(({ section }) => section === 'pack')
  const id = valueAt(manifest?.content, ['id'])
  const fitting = (data?.periods ?? []).filter((one) => one.county_code === place.county && one.pack_id === id)
  return (
    <section className="panel-section">
      <h2>{says.heading}</h2>
      {data !== undefined && fitting.length === 0 ? (
        <p className="muted">{says.none}</p>
      ) : (
        <p>
          {says.choose}{' '}
          <Select
            className="field-select"
            aria-label={says.choose}
            value={chosen}
            onChange={setChosen}
            options={fitting.map(({ period_id: value, title }) => ({ value, label: title }))}
          />
        </p>
      )}
      {chosen !== undefined && <Trial place={place} period={chosen} revision={draft.saved.revision} />}
    </section>
  )
}

function Trial(props: { place: DraftPlace; period: string; revision: number }): ReactNode {
  const { data, error, refetch } = useQuery(trialQuery(props.place, props.period, props.revision))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  return <EffectView effect={data} />
}
