import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { queryString } from '../platform/api/http.ts'
import { organizationMessages as says } from './messages.ts'

/** The list as a file that can be changed and imported again. */
export function ExportMenu(props: { path: string; filter: Record<string, string | undefined> }): ReactNode {
  const link = (format: 'xlsx' | 'csv') => (
    <a href={`/api/organizations/${props.path}/export${queryString({ ...props.filter, format })}`} download>
      {says.exportAs[format]}
    </a>
  )
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: (['xlsx', 'csv'] as const).map((format) => ({ key: format, label: link(format) })) }}
    >
      <Button>{says.exportLabel}</Button>
    </Dropdown>
  )
}
