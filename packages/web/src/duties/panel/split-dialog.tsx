import type { TaskView } from '@eduduty/core/duties'
import { isWithin, type UnitEntry } from '@eduduty/core/organizations'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Form, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { dutiesKey } from '../duty-queries.ts'
import { issueTasks } from '../issue-tasks.ts'
import { makeTasks } from '../make-tasks.ts'
import { dutyMessages } from '../messages.ts'
import { bodyOf, type TaskDraft } from '../task-draft.ts'
import { TaskDraftFields } from '../task-draft-fields.tsx'

const says = dutyMessages.split

interface SplitDialogProps {
  readonly county: string
  readonly view: TaskView
  readonly close: () => void
}

/** Parts of a task for units below the one that leads it: made and given out in one go. */
export function SplitDialog({ county, view, close }: SplitDialogProps): ReactNode {
  const [form] = Form.useForm<TaskDraft>()
  const { data: tree, error, refetch } = useQuery(unitTreeQuery({ county }))
  const { split, isBusy } = useSplit(county, view, close)
  const { row } = view
  const below = tree === undefined ? [] : unitsBelow(tree.units, row.unit)
  if (tree === undefined || below.length === 0)
    return (
      <Modal open title={says.title} footer={null} onCancel={close} loading={tree === undefined && error === null}>
        {error !== null && <ErrorState error={error} retry={() => refetch()} />}
        {tree !== undefined && <EmptyState title={says.noUnits} advice={says.noUnitsAdvice} />}
      </Modal>
    )
  const initial: TaskDraft = {
    title: row.title,
    wording: view.wording,
    lists: row.lists,
    units: [],
    cooperating: [],
    post: '',
    due_on: row.due_on,
    deliverable: view.deliverable,
    milestones: [],
  }
  return (
    <FormDialog<TaskDraft>
      title={says.title}
      hint={says.hint(row.unit_name, row.due_on)}
      okText={says.ok}
      width={720}
      form={form}
      busy={isBusy}
      initial={initial}
      submit={split}
      close={close}
    >
      <TaskDraftFields units={below} others={below} indicators={[]} />
    </FormDialog>
  )
}

function unitsBelow(units: readonly UnitEntry[], own: string): readonly UnitEntry[] {
  const path = units.find(({ unit_id: id }) => id === own)?.org_path
  if (path === undefined) return []
  return units.filter((one) => one.closed_on === null && one.org_path !== path && isWithin(one.org_path, path))
}

function useSplit(county: string, { row }: TaskView, close: () => void) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const split = async (draft: TaskDraft): Promise<void> => {
    setBusy(true)
    try {
      const made = await makeTasks({ county, plan: row.plan }, bodyOf(draft, { parent: row.task }))
      const { done, failures } = await issueTasks(
        county,
        made.map((task) => ({ task, what: row.title })),
      )
      void message.success(says.done(done))
      const [first] = failures
      if (first !== undefined) void message.error(first.why, 8)
      close()
    } catch (refusal) {
      void message.error(refusal instanceof Error ? refusal.message : String(refusal), 8)
    } finally {
      setBusy(false)
      await client.invalidateQueries({ queryKey: dutiesKey })
    }
  }
  return { split, isBusy }
}
