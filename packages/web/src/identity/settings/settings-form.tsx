import { type SecuritySettings, securityBounds } from '@eduduty/core/identity'
import { Form, type FormInstance, InputNumber, Radio, Switch } from 'antd'
import type { ReactNode } from 'react'
import { settingsMessages as says } from './messages.ts'

interface SettingsFormProps {
  readonly form: FormInstance<SecuritySettings>
  readonly held: SecuritySettings
  readonly change: (wanted: SecuritySettings) => void
  readonly submit: () => void
}

/** Every setting with what it may be set to. */
export function SettingsForm({ form, held, change, submit }: SettingsFormProps): ReactNode {
  return (
    <Form<SecuritySettings>
      form={form}
      initialValues={held}
      labelCol={{ flex: '220px' }}
      labelAlign="left"
      colon={false}
      requiredMark={false}
      onValuesChange={(_, all) => change(all)}
      onFinish={submit}
    >
      <Group title={says.groups.passwords}>
        <Choice name="password_profile" labels={says.passwordProfiles} />
        <Choice name="hash_profile" labels={says.hashProfiles} hint={says.hints.hash_profile} />
      </Group>
      <Group title={says.groups.signIn}>
        <Amount name="lock_after_failures" unit={says.units.times} />
        <Amount name="lock_minutes" unit={says.units.minutes} />
        <Amount name="idle_minutes" unit={says.units.minutes} />
        <Amount name="absolute_hours" unit={says.units.hours} />
        <Amount name="concurrent_sessions" unit={says.units.places} />
        <Amount name="reveals_per_day" unit={says.units.times} />
      </Group>
      <Group title={says.groups.administrators}>
        <Toggle name="second_step_for_administrators" />
        <Toggle name="administrators_apart" />
        <Toggle name="second_approval" />
      </Group>
    </Form>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="settings-group">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

interface ChoiceProps {
  readonly name: 'password_profile' | 'hash_profile'
  readonly labels: Readonly<Record<string, string>>
  readonly hint?: string
}

function Choice({ name, labels, hint }: ChoiceProps): ReactNode {
  const options = Object.entries(labels).map(([value, label]) => ({ value, label }))
  return (
    <Form.Item name={name} label={says.fields[name]} extra={hint}>
      <Radio.Group options={options} vertical />
    </Form.Item>
  )
}

function Amount({ name, unit }: { name: keyof typeof securityBounds; unit: string }): ReactNode {
  const { minimum, maximum } = securityBounds[name]
  const range = says.range(minimum, maximum)
  return (
    <Form.Item label={says.fields[name]}>
      <Form.Item
        name={name}
        noStyle
        rules={[{ required: true, type: 'integer', min: minimum, max: maximum, message: range }]}
      >
        <InputNumber min={minimum} max={maximum} precision={0} aria-label={says.fields[name]} />
      </Form.Item>
      <span className="apart">{unit}</span>
      <span className="muted apart">{range}</span>
    </Form.Item>
  )
}

type ToggleName = 'second_step_for_administrators' | 'administrators_apart' | 'second_approval'

function Toggle({ name }: { name: ToggleName }): ReactNode {
  return (
    <Form.Item name={name} label={says.fields[name]} valuePropName="checked" extra={says.hints[name]}>
      <Switch />
    </Form.Item>
  )
}
