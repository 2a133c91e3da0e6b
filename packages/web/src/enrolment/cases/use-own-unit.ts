import type { FormInstance } from 'antd'
import { useEffect } from 'react'
import { useSession } from '../../platform/session/session-context.tsx'
import type { UnitChoice } from './unit-choices.ts'

interface Choices {
  readonly schools: readonly UnitChoice[]
  readonly townships: readonly UnitChoice[]
}

interface OwnUnit {
  readonly ownSchool: string | undefined
  readonly ownTownship: string | undefined
}

/**
 * Chooses one's own unit beforehand, and gives it: a school reports its own pupil, a township a child that lives there. The
 * township in which a school lies is chosen with it and can be changed: its pupil may live elsewhere.
 */
export function useOwnUnit(form: Pick<FormInstance, 'setFieldsValue'>, { schools, townships }: Choices): OwnUnit {
  const { person } = useSession()
  const ownIn = (choices: readonly UnitChoice[]) => choices.find(({ label }) => label === person.unit_name)
  const own = ownIn(schools)
  const [school, around, township] = [own?.value, own?.township, ownIn(townships)?.value]
  useEffect(() => {
    if (school !== undefined) form.setFieldsValue({ school, ...(around !== undefined && { township: around }) })
    if (township !== undefined) form.setFieldsValue({ township })
  }, [form, school, around, township])
  return { ownSchool: school, ownTownship: township }
}
