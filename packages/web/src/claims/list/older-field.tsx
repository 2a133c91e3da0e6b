import { chinaMinute } from '@eduduty/core/calendar'
import type { CheckEntry } from '@eduduty/core/claims'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { FileButton } from '../../platform/form/file-button.tsx'
import { claimMessages } from '../messages.ts'
import type { StartInput } from './use-start-check.ts'

const says = claimMessages.starting

interface OlderFieldProps {
  readonly checks: readonly CheckEntry[]
  readonly older: StartInput['older']
  readonly pick: (older: StartInput['older']) => void
}

/** What the report is compared with: one that was checked before, or another file. */
export function OlderField({ checks, older, pick }: OlderFieldProps): ReactNode {
  const isFile = older instanceof File
  const choose = (check?: string): void => pick(checks.find((one) => one.check === check))
  return (
    <div className="claim-field">
      <label htmlFor="claim-older">{says.older}</label>
      <Select<string>
        id="claim-older"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={isFile ? says.olderChosen(older.name) : says.noOlder}
        value={older === undefined || isFile ? null : older.check}
        onChange={choose}
        options={checks.map(({ check, title, by, at }) => ({
          value: check,
          label: `${title}（${by} ${chinaMinute(at)}）`,
        }))}
      />
      <span className="claim-older-file">
        <FileButton label={says.olderFile} accept=".docx,.txt,.html,.htm,.md" onFile={pick} />
        <span className="muted">{isFile ? older.name : says.olderHint}</span>
      </span>
    </div>
  )
}
