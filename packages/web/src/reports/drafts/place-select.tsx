import type { ReportPlace } from '@eduduty/core/reports'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { draftMessages as says } from './messages.ts'

interface PlaceSelectProps {
  readonly places: readonly ReportPlace[]
  readonly place: ReportPlace
  readonly pick: (place: ReportPlace) => void
}

const keyOf = ({ grain, subject }: ReportPlace): string => `${grain} ${subject}`

/** Units by kind, found by a part of the name or by its pinyin initials. */
export function PlaceSelect({ places, place, pick }: PlaceSelectProps): ReactNode {
  const kinds = [...new Set(places.map(({ grain_title: title }) => title))]
  return (
    <div className="report-place">
      <label htmlFor="figure-place">{says.figurePlace}</label>
      <Select<string>
        id="figure-place"
        showSearch={{ filterOption: (typed, option) => fits(option?.['data-words'], typed) }}
        value={keyOf(place)}
        options={kinds.map((kind) => ({
          label: kind,
          options: places
            .filter(({ grain_title: title }) => title === kind)
            .map((one) => ({
              value: keyOf(one),
              label: one.name,
              'data-words': `${one.name} ${one.initials}`,
            })),
        }))}
        onChange={(key) => {
          const found = places.find((one) => keyOf(one) === key)
          if (found !== undefined) pick(found)
        }}
      />
    </div>
  )
}

const fits = (words: unknown, typed: string): boolean =>
  typeof words === 'string' && words.includes(typed.trim().toLowerCase())
