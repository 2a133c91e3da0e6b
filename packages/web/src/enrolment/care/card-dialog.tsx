import type { CareView } from '@eduduty/core/enrolment'
import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import type { ReactNode } from 'react'
import { fetchFile } from '../../platform/api/http.ts'
import { offerFile } from '../../platform/api/offer-file.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { childPath } from './care-queries.ts'
import { childMessages } from './child-messages.ts'

const says = childMessages.plans

/** The contact card has telephones in full: what for is said first. */
export function CardDialog({ view: { row }, close }: { view: CareView; close: () => void }): ReactNode {
  const { message } = App.useApp()
  const make = useMutation({
    mutationFn: (body: { reason: string }) => fetchFile(`${childPath(row.county, row.child)}/card`, body),
    gcTime: 0,
    onSuccess: (content) => {
      offerFile(content, says.cardFile)
      close()
    },
    onError: (error) => void message.error(error.message, 8),
  })
  return (
    <FormDialog<{ reason: string }>
      title={says.cardTitle}
      hint={says.cardHint}
      okText={says.card}
      busy={make.isPending}
      submit={(body) => make.mutate(body)}
      close={close}
    >
      <ReasonField label={says.cardReason} />
    </FormDialog>
  )
}
