import type { Catalogue } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { queryString } from '../../platform/api/http.ts'
import { platformMessages } from '../../platform/messages/messages.ts'
import { bytesText } from '../../platform/table/bytes-text.ts'
import { cataloguePath, needsQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { completenessOf, type OutputKind, outputKinds } from './output-kinds.ts'
import { useDownload } from './use-download.ts'

const says = archiveMessages.outputs

interface OutputDialogProps {
  readonly catalogue: Catalogue
  /** The unit that the list shows now. */
  readonly filtered: string | undefined
  readonly kind: OutputKind
  readonly close: () => void
}

/** Says what a file will contain and how whole it is, then has it made. */
export function OutputDialog({ catalogue, filtered, kind, close }: OutputDialogProps): ReactNode {
  const [unit, setUnit] = useState(filtered)
  const { data: list } = useQuery(needsQuery(catalogue, {}))
  const { bytes, start, stop } = useDownload()
  const unitName = list?.units.find((one) => one.unit === unit)?.name
  const words = says.kinds[kind]
  const ending = outputKinds.find((one) => one.kind === kind)?.ending ?? ''
  const make = async (): Promise<void> => {
    const name = `${[catalogue.title, unitName, words.title].filter((part) => part !== undefined).join(' ')}.${ending}`
    if (await start(`${cataloguePath(catalogue)}/${kind}${queryString({ unit })}`, name)) close()
  }
  const leave = (): void => {
    stop()
    close()
  }
  return (
    <Modal
      open
      title={words.title}
      onCancel={leave}
      footer={[
        <Button key="leave" onClick={leave}>
          {platformMessages.cancel}
        </Button>,
        <Button key="make" type="primary" loading={bytes !== undefined} onClick={make}>
          {says.make}
        </Button>,
      ]}
    >
      <p>{words.contains}</p>
      <div className="archive-output">
        <label htmlFor="archive-output-unit">{says.unit}</label>
        <Select<string>
          id="archive-output-unit"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={says.allUnits}
          value={unit ?? null}
          options={list?.units.map(({ unit: value, name }) => ({ value, label: name })) ?? []}
          onChange={(chosen?: string) => setUnit(chosen)}
        />
      </div>
      <Wholeness catalogue={catalogue} unit={list?.units.find((one) => one.unit === unit)} />
      {bytes !== undefined && <p role="status">{bytes === 0 ? says.making : says.come(bytesText(bytes))}</p>}
    </Modal>
  )
}

interface WholenessProps {
  readonly catalogue: Catalogue
  readonly unit: { readonly name: string; readonly needs: number; readonly open: number } | undefined
}

/** How much of what is required is there; what lacks is named in the file, too. */
function Wholeness({ catalogue, unit }: WholenessProps): ReactNode {
  const whole = completenessOf(catalogue.counts)
  const ready = unit === undefined ? whole.ready : unit.needs - unit.open
  const needed = unit === undefined ? whole.needed : unit.needs
  return (
    <p className="note">
      {says.ready(ready, needed)}
      {ready < needed && (
        <>
          <br />
          <span className="short">{unit === undefined ? whole.lacking : says.open(unit.open)}</span>
          <span className="muted apart">{says.lackingHint}</span>
        </>
      )}
    </p>
  )
}
