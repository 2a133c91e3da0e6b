import { Form, type FormInstance, Modal } from 'antd'
import type { ReactNode } from 'react'
import { formMessages } from './messages.ts'

interface FormDialogProps<Values extends object> {
  readonly title: string
  readonly hint?: string
  readonly okText: string
  readonly danger?: boolean
  readonly busy: boolean
  readonly width?: number
  readonly initial?: Partial<Values>
  readonly form?: FormInstance<Values>
  readonly submit: (values: Values) => void
  readonly close: () => void
  readonly children: ReactNode
}

/**
 * A short form over the page: Enter sends it, Esc leaves it; needed fields are marked, what is wrong stands at its field; a long one scrolls
 * between its title and its buttons.
 */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>): ReactNode {
  const [own] = Form.useForm<Values>()
  const form = props.form ?? own
  const initial = props.initial === undefined ? {} : { initialValues: props.initial }
  return (
    <Modal
      open
      destroyOnHidden
      className="form-dialog"
      title={props.title}
      okText={props.okText}
      cancelText={formMessages.cancel}
      okButtonProps={{ danger: props.danger === true, loading: props.busy }}
      {...(props.width !== undefined && { width: props.width })}
      onOk={() => form.submit()}
      onCancel={props.close}
    >
      {props.hint !== undefined && <p className="note form-hint">{props.hint}</p>}
      <Form<Values> form={form} layout="vertical" onFinish={props.submit} {...initial}>
        {props.children}
      </Form>
    </Modal>
  )
}
