import { Assessment } from '@eduduty/core/evaluation'

/** Text of docs/assessment.schema.json, made from the contract in core. */
export function assessmentSchemaText(): string {
  const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'assessment.json', ...Assessment }
  return `${JSON.stringify(schema, null, 2)}\n`
}
