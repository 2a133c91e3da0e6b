import type { QuotaUnit } from '@eduduty/core/archive'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, InputNumber, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { bytesText } from '../../platform/table/bytes-text.ts'
import type { Column } from '../../platform/table/column.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { archiveKey, quotaPath, quotasQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import '../archive.css'

const says = archiveMessages.quotas
const megabyte = 1024 * 1024

/** How much evidence each unit keeps and may keep. */
export function QuotasPage(): ReactNode {
  const reach = useQuery(unitTreeQuery())
  const [picked, setPicked] = useState<string>()
  const county = picked ?? reach.data?.county
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} />
      {reach.error !== null && <ErrorState error={reach.error} retry={() => reach.refetch()} />}
      {reach.isPending && <Loading />}
      {reach.data !== undefined && reach.data.counties.length > 1 && (
        <div className="filters">
          <Select
            aria-label={says.county}
            value={county ?? null}
            popupMatchSelectWidth={false}
            options={reach.data.counties.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={setPicked}
          />
        </div>
      )}
      {county !== undefined && <Quotas key={county} county={county} />}
    </>
  )
}

function Quotas({ county }: { county: string }): ReactNode {
  const { data, error, refetch } = useQuery(quotasQuery(county))
  const [open, setOpen] = useState<QuotaUnit>()
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  return (
    <>
      <p className="muted archive-common">{says.common(bytesText(data.common_bytes))}</p>
      <LedgerTable
        label={says.title}
        rows={data.units}
        columns={columnsFor(data.common_bytes, setOpen)}
        rowKey={({ unit }) => unit}
        height="calc(100vh - 220px)"
        empty={<EmptyState title={says.empty} advice={says.emptyAdvice} />}
      />
      {open !== undefined && <QuotaDialog county={county} unit={open} close={() => setOpen(undefined)} />}
    </>
  )
}

const columnsFor = (common: number, set: (unit: QuotaUnit) => void): readonly Column<QuotaUnit>[] => [
  { key: 'unit', title: says.columns.unit, width: 280, cell: ({ name }) => <span title={name}>{name}</span> },
  {
    key: 'used',
    title: says.columns.used,
    width: 120,
    align: 'right',
    cell: ({ used_bytes: used }) => bytesText(used),
  },
  {
    key: 'share',
    title: says.columns.share,
    width: 100,
    align: 'right',
    cell: ({ used_bytes: used, quota_bytes: quota }) => <Share used={used} quota={quota ?? common} />,
  },
  {
    key: 'quota',
    title: says.columns.quota,
    width: 140,
    align: 'right',
    cell: ({ quota_bytes: quota }) =>
      quota === undefined ? <span className="muted">{says.isCommon}</span> : bytesText(quota),
  },
  {
    key: 'set',
    title: says.columns.set,
    width: 220,
    cell: ({ set_on: on, set_by: by }) => (on === undefined ? '' : says.setBy(on, by)),
  },
  {
    key: 'deeds',
    title: says.columns.deeds,
    width: 110,
    cell: (unit) => (
      <Button size="small" onClick={() => set(unit)}>
        {says.set}
      </Button>
    ),
  },
]

function Share({ used, quota }: { used: number; quota: number }): ReactNode {
  const percent = Math.round((used / quota) * 100)
  return <span className={percent >= 90 ? 'number wrong' : 'number'}>{`${percent}%`}</span>
}

interface DialogProps {
  readonly county: string
  readonly unit: QuotaUnit
  readonly close: () => void
}

function QuotaDialog({ county, unit, close }: DialogProps): ReactNode {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const { quota_bytes: quota } = unit
  const submit = async ({ megabytes }: { megabytes?: number | null }): Promise<void> => {
    setBusy(true)
    try {
      const body = megabytes === undefined || megabytes === null ? {} : { megabytes }
      await sendJson('PUT', quotaPath(county, unit.unit), body)
      void message.success(says.done(unit.name))
      await client.invalidateQueries({ queryKey: archiveKey })
      close()
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error), 8)
    }
    setBusy(false)
  }
  return (
    <FormDialog<{ megabytes?: number | null }>
      title={says.setFor(unit.name)}
      hint={says.hint}
      okText={says.ok}
      busy={isBusy}
      initial={quota === undefined ? {} : { megabytes: Math.round(quota / megabyte) }}
      submit={(values) => void submit(values)}
      close={close}
    >
      <Form.Item name="megabytes" label={says.megabytes}>
        <InputNumber min={1} max={10_000_000} precision={0} />
      </Form.Item>
    </FormDialog>
  )
}
