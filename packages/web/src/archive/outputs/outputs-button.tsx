import type { Catalogue } from '@eduduty/core/archive'
import { Button, Dropdown } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { archiveMessages } from '../messages.ts'
import { OutputDialog } from './output-dialog.tsx'
import { type OutputKind, outputKinds } from './output-kinds.ts'

const says = archiveMessages.outputs

/** Files made of the catalogue. */
export function OutputsButton({ catalogue, unit }: { catalogue: Catalogue; unit: string | undefined }): ReactNode {
  const [open, setOpen] = useState<OutputKind>()
  const may = useMay()
  const offered = outputKinds.filter(({ verb }) => may(verb))
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: offered.map(({ kind }) => ({ key: kind, label: says.kinds[kind].title })),
          onClick: ({ key }) => setOpen(outputKinds.find(({ kind }) => kind === key)?.kind),
        }}
      >
        <Button>{says.menu}</Button>
      </Dropdown>
      {open !== undefined && (
        <OutputDialog catalogue={catalogue} filtered={unit} kind={open} close={() => setOpen(undefined)} />
      )}
    </>
  )
}
