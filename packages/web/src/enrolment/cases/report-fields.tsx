import { dayOf } from '@eduduty/core/calendar'
import { Form, type FormInstance, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { type ChildDraft, faultOfBirth, isNumberOrBlank, isPhoneOrBlank, toldByNumber } from './child-draft.ts'
import { caseMessages } from './messages.ts'
import type { UnitChoice } from './unit-choices.ts'

const says = caseMessages.report
const birthFaults = { future: says.birthRule, age: says.ageRule, differs: says.birthDiffers } as const

interface FieldsProps {
  readonly form: FormInstance<ChildDraft>
  readonly schools: readonly UnitChoice[]
  readonly townships: readonly UnitChoice[]
  /** Its own unit is given already. */
  readonly isSchool: boolean
  readonly isTownship: boolean
}

/** A check of one field, in words. */
const checked = (isRight: (text: string | undefined) => boolean, message: string) => ({
  validator: async (_: unknown, text: string | undefined) => {
    if (!isRight(text)) throw new Error(message)
  },
})

/** The child, where it belongs, and how it is known. */
export function ReportFields({ form, ...places }: FieldsProps): ReactNode {
  return (
    <>
      <div className="case-pair">
        <ChildFields form={form} />
        <div>
          <PlaceFields {...places} />
          <Form.Item name="groups" label={says.groups}>
            <Select
              mode="multiple"
              placeholder={says.groupsHint}
              options={says.groupChoices.map((value) => ({ value, label: value }))}
            />
          </Form.Item>
        </div>
      </div>
      <SchoolingField />
      <Form.Item
        name="grounds"
        label={says.grounds}
        rules={[{ required: true, whitespace: true, min: 2, max: 1000, message: says.groundsRule }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={1000}
          showCount
          placeholder={says.groundsHint}
        />
      </Form.Item>
    </>
  )
}

export function ChildFields({ form }: Pick<FieldsProps, 'form'>): ReactNode {
  /** A number tells the rest; what was filled in by hand stays, and is checked against it. */
  const fromNumber = (text: string) => {
    const told = toldByNumber(text)
    if (told === undefined) return
    const { birth_on: birth, sex } = form.getFieldsValue(['birth_on', 'sex'])
    if ((birth ?? '') === '') form.setFieldValue('birth_on', told.birthDate)
    if (sex === undefined) form.setFieldValue('sex', told.sex === 'male' ? '男' : '女')
    void form.validateFields(['birth_on']).catch(() => undefined)
  }
  const birthRule = {
    validator: async (_: unknown, day: string | undefined) => {
      if (day === undefined || day === '') return
      const fault = faultOfBirth(day, dayOf(new Date()), form.getFieldValue('id_number'))
      if (fault !== undefined) throw new Error(birthFaults[fault])
    },
  }
  return (
    <div>
      <Form.Item
        name="name"
        label={says.name}
        rules={[{ required: true, whitespace: true, min: 2, max: 60, message: says.nameRule }]}
      >
        <Input autoFocus autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item name="id_number" label={says.idNumber} rules={[checked(isNumberOrBlank, says.idNumberRule)]}>
        <Input
          autoComplete="off"
          maxLength={30}
          placeholder={says.idNumberHint}
          onBlur={({ target }) => fromNumber(target.value)}
        />
      </Form.Item>
      <Form.Item name="sex" label={says.sex}>
        <Radio.Group options={['男', '女']} />
      </Form.Item>
      <Form.Item name="birth_on" label={says.birth} rules={[birthRule]}>
        <DateField />
      </Form.Item>
      <Form.Item name="guardian" label={says.guardian}>
        <Input autoComplete="off" maxLength={60} />
      </Form.Item>
      <Form.Item name="guardian_phone" label={says.phone} rules={[checked(isPhoneOrBlank, says.phoneRule)]}>
        <Input autoComplete="off" inputMode="tel" maxLength={30} />
      </Form.Item>
    </div>
  )
}

export function PlaceFields({ schools, townships, isSchool, isTownship }: Omit<FieldsProps, 'form'>): ReactNode {
  const school = Form.useWatch<string | undefined>('school')
  const schoolName = schools.find(({ value }) => value === school)?.label ?? ''
  return (
    <div>
      <Form.Item name="township" label={says.township} rules={[{ required: true, message: says.townshipRule }]}>
        <Select disabled={isTownship} showSearch={{ optionFilterProp: 'label' }} options={[...townships]} />
      </Form.Item>
      <Form.Item name="village" label={says.village}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item name="address" label={says.address}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name="school" label={says.school}>
        <Select
          allowClear
          disabled={isSchool}
          placeholder={says.schoolHint}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...schools]}
        />
      </Form.Item>
      <Form.Item name="grade" label={says.grade}>
        <Input autoComplete="off" maxLength={60} placeholder={says.gradeHint(schoolName)} />
      </Form.Item>
    </div>
  )
}

/** Asked where no school is named: no school is no proof that a child never was at one. */
function SchoolingField(): ReactNode {
  const school = Form.useWatch<string | undefined>('school')
  if (school !== undefined) return null
  return (
    <Form.Item name="schooling" label={says.schooling} rules={[{ required: true, message: says.schoolingRule }]}>
      <Radio.Group options={[...caseMessages.schoolingChoices]} />
    </Form.Item>
  )
}
