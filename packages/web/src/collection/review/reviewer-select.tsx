import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { getJson } from '../../platform/api/http.ts'
import { useDesk } from '../fill/desk-context.ts'
import { keyOf, taskPath } from '../fill/task-queries.ts'
import { collectingKey } from '../tasks/tasks-queries.ts'
import { reviewMessages } from './messages.ts'

interface Reviewers {
  readonly people: readonly { person_id: string; name: string; post: string; unit: string }[]
}

interface ReviewerFieldProps {
  /** Whose list: those who may review too, review first, or be asked for an opinion. */
  readonly list: 'reviewers' | 'first-reviewers' | 'countersigners'
}

export function ReviewerField({ list }: ReviewerFieldProps): ReactNode {
  const { task } = useDesk().detail
  const path = `${taskPath(keyOf(task))}/${list}`
  const reviewers = useQuery({
    queryKey: [...collectingKey, 'reviewers', path],
    queryFn: ({ signal }) => getJson<Reviewers>(path, signal),
  })
  const says = reviewMessages.handOn
  const options = reviewers.data?.people.map(({ person_id, name, post, unit }) => ({
    value: person_id,
    label: says.personText(name, post, unit),
  }))
  return (
    <Form.Item name="person_id" label={says.person} rules={[{ required: true, message: says.personRule }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        loading={reviewers.isPending}
        options={options ?? []}
        notFoundContent={reviewers.error?.message}
      />
    </Form.Item>
  )
}
