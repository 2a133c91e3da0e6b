import type { Catalogue, NeedView } from '@eduduty/core/archive'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { archiveMessages } from '../messages.ts'
import { offers, refusalOf } from '../offers.ts'
import { ReceiptTable } from '../upload/receipt-table.tsx'
import { UploadField } from '../upload/upload-field.tsx'
import { useStayWhileUploading } from '../upload/use-stay-while-uploading.ts'
import { useUploads } from '../upload/use-uploads.ts'
import { TakePaperDialog } from './take-paper-dialog.tsx'

const says = archiveMessages.need

/** Adds a paper to a need: sends one, or takes one that is there already. */
export function AddPart({ catalogue, view }: { catalogue: Catalogue; view: NeedView }): ReactNode {
  const [taking, setTaking] = useState(false)
  const sending = useUploads()
  useStayWhileUploading(sending.isBusy, 'need')
  const { county } = catalogue
  const { row, deeds } = view
  const mayUpload = offers(deeds, 'upload')
  const mayLink = offers(deeds, 'link')
  const refused = refusalOf(deeds, 'upload') ?? refusalOf(deeds, 'link')
  if (!mayUpload && !mayLink && refused === undefined) return null
  const target = { county, unit: row.unit, need: row.need, catalogue: catalogue.catalogue }
  return (
    <section className="panel-section">
      <h3>{says.add}</h3>
      {refused !== undefined && <p className="muted">{refused}</p>}
      {mayUpload && <UploadField isOne onFiles={(files) => sending.add(target, files)} />}
      <ReceiptTable county={county} sending={sending} />
      {mayLink && (
        <p className="archive-below">
          <Button onClick={() => setTaking(true)}>{says.take}</Button>
        </p>
      )}
      {taking && <TakePaperDialog county={county} row={row} close={() => setTaking(false)} />}
    </section>
  )
}
