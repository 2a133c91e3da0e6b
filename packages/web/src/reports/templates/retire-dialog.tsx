import type { TemplateEntry } from '@eduduty/core/documents'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { templateMessages as says } from './messages.ts'
import { reportsOf, templatesKey } from './template-queries.ts'

export function RetireDialog(props: { run: string; template: TemplateEntry; close: () => void }): ReactNode {
  const { run, template, close } = props
  const change = useChange(templatesKey)
  const path = `${reportsOf(run)}/templates/${encodeURIComponent(template.id)}/retirement`
  return (
    <FormDialog
      title={says.retireTitle(template.title)}
      hint={says.retireHint}
      okText={says.retire}
      danger
      busy={change.isPending}
      submit={() => change.mutate({ path, done: says.retired }, { onSuccess: close })}
      close={close}
    >
      {null}
    </FormDialog>
  )
}
