import type { CareView } from '@eduduty/core/enrolment'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { childPath } from './care-queries.ts'
import { childMessages } from './child-messages.ts'
import { DayField, WordsField } from './fields.tsx'

const says = childMessages.diagnoses

interface DiagnosisDraft {
  readonly on: string
  readonly assessed_by: string
  readonly items?: Readonly<Record<string, string | undefined>>
}

/** What experts found out, item by item as the pack has it. */
export function DiagnosisDialog({ view: { row, rules }, close }: { view: CareView; close: () => void }): ReactNode {
  const change = useChange<unknown>(['enrolment', 'diagnoses'])
  return (
    <FormDialog<DiagnosisDraft>
      title={says.dialog}
      okText={says.ok}
      width={640}
      busy={change.isPending}
      submit={({ on, assessed_by, items = {} }) =>
        change.mutate(
          {
            path: `${childPath(row.county, row.child)}/diagnoses`,
            body: {
              on,
              assessed_by,
              items: Object.entries(items).map(([item, text = '']) => ({ item, text })),
            },
            done: says.done,
          },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <DayField name="on" label={says.on} />
      <WordsField name="assessed_by" label={says.by} />
      {(rules.diagnosis?.items ?? []).map(({ id, title, required }) => (
        <WordsField key={id} name={['items', id]} label={title} isLong isOptional={!required} />
      ))}
    </FormDialog>
  )
}
