import type { FormInstance } from 'antd'
import { ApiError } from '../api/http.ts'

/** For `useChange`: a refusal with one of these codes stands at the field named beside it. */
export function atFields(form: FormInstance, fields: Readonly<Record<string, string>>): (refusal: Error) => boolean {
  return (refusal) => {
    const field = refusal instanceof ApiError ? fields[refusal.code] : undefined
    if (field === undefined) return false
    form.setFields([{ name: field, errors: [refusal.message] }])
    return true
  }
}
