import { writeFile } from 'node:fs/promises'
import { Assessment } from '@eduduty/core/evaluation'

/** Text of docs/assessment.schema.json, made from the contract in core. */
export function assessmentSchemaText(): string {
  const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'assessment.json', ...Assessment }
  return `${JSON.stringify(schema, null, 2)}\n`
}

/** Writes the JSON schema of the document `assessment.json`. */
export async function writeAssessmentSchema(path: string): Promise<void> {
  await writeFile(path, assessmentSchemaText())
}
