import type { SetUp, SetUpPost } from '@eduduty/core/identity'
import { Alert, Button, Checkbox, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { signInMessages } from './messages.ts'

const says = signInMessages.setUp
const posts: readonly SetUpPost[] = ['system_admin', 'security_admin', 'second_security_admin', 'auditor']
const required = [{ required: true, whitespace: true, message: says.required }]

interface SetUpFormProps {
  readonly submit: (values: SetUp) => void
  readonly busy: boolean
  readonly error: Error | null
}

export function SetUpForm({ submit, busy, error }: SetUpFormProps): ReactNode {
  return (
    <Form<SetUp> layout="vertical" requiredMark={false} initialValues={{ apart: true }} onFinish={submit}>
      <Form.Item name="secret" label={says.secret} extra={says.secretHint} rules={required}>
        <Input autoFocus className="code-input" autoComplete="off" spellCheck={false} maxLength={80} />
      </Form.Item>
      <h2>{says.place}</h2>
      <div className="set-up-row">
        <Form.Item
          name="county_code"
          label={says.countyCode}
          rules={[{ required: true, pattern: /^[1-9]\d{5}$/, message: says.codeRule }]}
        >
          <Input inputMode="numeric" maxLength={6} />
        </Form.Item>
        <Form.Item name="government" label={says.government} rules={required}>
          <Input placeholder={says.governmentHint} maxLength={60} />
        </Form.Item>
        <Form.Item name="department" label={says.department} rules={required}>
          <Input placeholder={says.departmentHint} maxLength={60} />
        </Form.Item>
      </div>
      <h2>{says.people}</h2>
      <Form.Item name="apart" valuePropName="checked" extra={says.apartHint}>
        <Checkbox>{says.apart}</Checkbox>
      </Form.Item>
      {posts.map((post) => (
        <PersonRow key={post} post={post} />
      ))}
      {error !== null && <Alert type="error" title={error.message} role="alert" className="entrance-alert" />}
      <Button type="primary" htmlType="submit" loading={busy} className="set-up-send">
        {says.submit}
      </Button>
    </Form>
  )
}

function PersonRow({ post }: { post: SetUpPost }): ReactNode {
  const { title, duty } = says.posts[post]
  const loginRule = [{ required: true, pattern: /^[a-z0-9][a-z0-9._-]{1,39}$/, message: says.loginNameRule }]
  return (
    <div className="set-up-row set-up-person">
      <p>
        <strong>{title}</strong>
        <br />
        <span className="muted set-up-duty">{duty}</span>
      </p>
      <Form.Item name={[post, 'name']} rules={required}>
        <Input maxLength={60} autoComplete="off" placeholder={says.name} aria-label={says.nameOf(title)} />
      </Form.Item>
      <Form.Item name={[post, 'login_name']} rules={loginRule}>
        <Input
          maxLength={40}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={says.loginName}
          aria-label={says.loginNameOf(title)}
        />
      </Form.Item>
    </div>
  )
}
