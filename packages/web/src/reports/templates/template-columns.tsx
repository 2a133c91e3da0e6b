import { chinaMinute } from '@eduduty/core/calendar'
import type { TemplateEntry } from '@eduduty/core/documents'
import { Button } from 'antd'
import { MakeFileButton } from '../../platform/form/make-file-button.tsx'
import type { Column } from '../../platform/table/column.ts'
import { templateMessages as says } from './messages.ts'
import { filledPath } from './template-queries.ts'

interface Deeds {
  readonly renew: (template: TemplateEntry) => void
  readonly retire: (template: TemplateEntry) => void
}

/** `deeds` only for whoever may change templates. */
export function templateColumns(run: string, deeds: Deeds | undefined): readonly Column<TemplateEntry>[] {
  const newest = ({ versions }: TemplateEntry) => versions[0]
  const columns: readonly Column<TemplateEntry>[] = [
    { key: 'title', title: says.columns.title, width: 320, wrap: true, cell: ({ title }) => title },
    {
      key: 'version',
      title: says.columns.version,
      width: 90,
      cell: (one) => says.version(newest(one)?.version ?? 0),
    },
    {
      key: 'tags',
      title: says.columns.tags,
      width: 80,
      align: 'right',
      cell: (one) => <span className="number">{newest(one)?.tags}</span>,
    },
    {
      key: 'saved',
      title: says.columns.saved,
      width: 260,
      cell: (one) => {
        const last = newest(one)
        return last === undefined ? '' : says.saved(last.saved_by, chinaMinute(last.saved_at))
      },
    },
    {
      key: 'make',
      title: says.columns.make,
      width: 90,
      cell: ({ id, title }) => (
        <MakeFileButton label={says.make} title={title} path={filledPath(run, id)} name={says.made(title)} />
      ),
    },
  ]
  return deeds === undefined ? columns : [...columns, deedColumn(deeds)]
}

const deedColumn = ({ renew, retire }: Deeds): Column<TemplateEntry> => ({
  key: 'deeds',
  title: says.columns.deeds,
  width: 190,
  cell: (one) => (
    <>
      <Button
        size="small"
        type="link"
        onClick={(event) => {
          event.stopPropagation()
          renew(one)
        }}
      >
        {says.renew}
      </Button>
      <Button
        size="small"
        type="link"
        onClick={(event) => {
          event.stopPropagation()
          retire(one)
        }}
      >
        {says.retire}
      </Button>
    </>
  ),
})
