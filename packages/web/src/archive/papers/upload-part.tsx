import type { UnitEntry } from '@eduduty/core/organizations'
import { Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { archiveMessages } from '../messages.ts'
import { ReceiptTable } from '../upload/receipt-table.tsx'
import { UploadField } from '../upload/upload-field.tsx'
import { useStayWhileUploading } from '../upload/use-stay-while-uploading.ts'
import { useUploads } from '../upload/use-uploads.ts'
import { useCatalogue } from '../use-catalogue.ts'

const says = archiveMessages.papers

interface UploadPartProps {
  readonly county: string
  /** For whom files may be sent; the own one first. */
  readonly units: readonly UnitEntry[]
  readonly show: (paper: string) => void
}

/** Takes many files at once into the store; for which needs they are is suggested by their folders and names. */
export function UploadPart({ county, units, show }: UploadPartProps): ReactNode {
  const [picked, setPicked] = useState<string>()
  const { catalogue } = useCatalogue(undefined)
  const sending = useUploads()
  useStayWhileUploading(sending.isBusy)
  const unit = picked ?? units[0]?.unit_id
  if (unit === undefined) return null
  const within = catalogue?.county === county ? catalogue.catalogue : undefined
  return (
    <div className="archive-upload">
      {units.length > 1 && (
        <div className="archive-upload-unit">
          <label htmlFor="archive-upload-unit">{says.uploadFor}</label>
          <Select
            id="archive-upload-unit"
            size="small"
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            value={unit}
            options={units.map(({ unit_id: value, name }) => ({ value, label: name }))}
            onChange={setPicked}
          />
        </div>
      )}
      <UploadField onFiles={(files) => sending.add({ county, unit, catalogue: within }, files)} />
      <ReceiptTable county={county} sending={sending} show={show} />
    </div>
  )
}
