import type { ReportOffer } from '@eduduty/core/reports'
import { Button, Checkbox, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { draftMessages } from './messages.ts'
import { kindsOf, type SubjectKind } from './subject-kinds.ts'

const says = draftMessages.starting

type Subject = ReportOffer['subjects'][number]

interface SubjectPickerProps {
  readonly subjects: readonly Subject[]
  readonly picked: readonly string[]
  readonly pick: (subjects: readonly string[]) => void
}

/** For whom a report is written: found by name, picked one by one or by kind; what is picked stays while others are sought. */
export function SubjectPicker({ subjects, picked, pick }: SubjectPickerProps): ReactNode {
  const [words, setWords] = useState<string>()
  const [kind, setKind] = useState<SubjectKind>()
  const free = subjects.filter(({ report }) => report === undefined)
  const found = subjects.filter(
    (one) =>
      one.name.includes((words ?? '').trim()) && (kind === undefined || one.attributes[kind.title] === kind.value),
  )
  const able = found.filter(({ report }) => report === undefined).map(({ subject }) => subject)
  const shown = new Set(found.map(({ subject }) => subject))
  const elsewhere = picked.filter((subject) => !shown.has(subject))
  return (
    <>
      {subjects.length > 1 && (
        <>
          <div className="report-pick">
            <TextFilter label={says.find} text={words} onText={setWords} />
            <KindSelect subjects={subjects} kind={kind} pick={setKind} />
          </div>
          <div className="report-pick">
            <Button size="small" disabled={able.length === 0} onClick={() => pick([...new Set([...picked, ...able])])}>
              {says.all(able.length)}
            </Button>
            <Button size="small" disabled={picked.length === 0} onClick={() => pick([])}>
              {says.none}
            </Button>
            <span className="muted">
              {says.chosen(picked.length, free.length)}
              {free.length < subjects.length && `，${says.presentCount(subjects.length - free.length)}`}
            </span>
          </div>
        </>
      )}
      {found.length === 0 && <p className="muted">{says.noneFound}</p>}
      <Checkbox.Group
        className="report-subjects"
        value={picked.filter((subject) => shown.has(subject))}
        onChange={(now) => pick([...elsewhere, ...now])}
        options={found.map(({ subject, name, report }) => ({
          value: subject,
          label: report === undefined ? name : `${name}（${says.present}）`,
          disabled: report !== undefined,
        }))}
      />
    </>
  )
}

interface KindSelectProps {
  readonly subjects: readonly Subject[]
  readonly kind: SubjectKind | undefined
  readonly pick: (kind: SubjectKind | undefined) => void
}

function KindSelect({ subjects, kind, pick }: KindSelectProps): ReactNode {
  const kinds = kindsOf(subjects)
  if (kinds.length === 0) return null
  const titles = [...new Set(kinds.map(({ title }) => title))]
  const keyOf = ({ title, value }: SubjectKind): string => `${title} ${value}`
  return (
    <Select<string>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={says.kind}
      placeholder={says.kind}
      value={kind === undefined ? null : keyOf(kind)}
      onChange={(key) => pick(kinds.find((one) => keyOf(one) === key))}
      options={titles.map((title) => ({
        label: title,
        options: kinds
          .filter((one) => one.title === title)
          .map((one) => ({ value: keyOf(one), label: says.kindOf(one.value, one.count) })),
      }))}
    />
  )
}
