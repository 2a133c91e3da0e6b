import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { signInMessages } from './messages.ts'

/** A new password, twice; what is asked of it stands below. */
export function NewPasswordFields({ name, rule }: { name: string; rule: string }): ReactNode {
  return (
    <>
      <Form.Item
        name={name}
        label={signInMessages.newPassword}
        extra={rule}
        rules={[{ required: true, message: rule }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={signInMessages.repeatPassword}
        dependencies={[name]}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, value) => {
              if (value !== getFieldValue(name)) throw new Error(signInMessages.repeatWrong)
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  )
}
