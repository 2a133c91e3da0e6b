import type { TaskView } from '@eduduty/core/duties'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { atFields } from '../../platform/form/at-fields.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { draftQuery, dutiesKey, taskKey, taskPath } from '../duty-queries.ts'
import { type Choice, indicatorsOf } from '../indicators-of.ts'
import { dutyMessages } from '../messages.ts'
import { draftOfTask, editOf, type TaskDraft } from '../task-draft.ts'
import { TaskDraftFields } from '../task-draft-fields.tsx'

const says = dutyMessages.form

interface EditTaskProps {
  readonly county: string
  readonly view: TaskView
}

/** Changes a task that was not given out yet. */
export function EditTask(props: EditTaskProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{says.edit}</Button>
      {isOpen && <EditDialog {...props} close={() => setOpen(false)} />}
    </>
  )
}

function EditDialog({ county, view, close }: EditTaskProps & { close: () => void }): ReactNode {
  const [form] = Form.useForm<TaskDraft>()
  const client = useQueryClient()
  const tree = useQuery(unitTreeQuery({ county }))
  const plans = useMay()('duties.plan')
  const draft = useQuery({ ...draftQuery({ county, plan: view.row.plan }), enabled: plans })
  const save = useChange<TaskView>(dutiesKey)
  if (tree.error !== null) return <ErrorState error={tree.error} retry={() => tree.refetch()} />
  if (tree.data === undefined || (plans && draft.isPending)) return null
  const units = tree.data.units.filter(({ closed_on: closed }) => closed === null)
  const submit = (values: TaskDraft) =>
    save.mutate(
      {
        path: taskPath(county, view.row.task),
        method: 'PUT',
        body: editOf(values),
        done: says.saved,
        at: atFields(form, { 'duties.due_past': 'due_on', 'duties.part_too_late': 'due_on' }),
      },
      {
        onSuccess: (now) => {
          client.setQueryData(taskKey(county, view.row.task), now)
          close()
        },
      },
    )
  return (
    <FormDialog<TaskDraft>
      title={says.editTitle}
      okText={says.save}
      width={720}
      form={form}
      busy={save.isPending}
      initial={draftOfTask(view, new Map(units.map(({ name, unit_id: id }) => [name, id])))}
      submit={submit}
      close={close}
      {...(!view.is_own && view.basis !== '' && { hint: says.dutyBasis(view.basis) })}
    >
      <TaskDraftFields
        units={units}
        others={units}
        indicators={withOwn(indicatorsOf(draft.data), view)}
        leader={view.row.unit}
        isOwn={view.is_own}
        isMade
      />
    </FormDialog>
  )
}

/** What it is measured by already stays a choice, also for who does not see the duties of the packs. */
function withOwn(choices: readonly Choice[], { figure }: TaskView): readonly Choice[] {
  if (figure === undefined) return choices
  const { pack, indicator, title, unit } = figure
  const known = choices.some((one) => one.pack === pack && one.indicator === indicator)
  return known ? choices : [...choices, { pack, indicator, title, unit }]
}
