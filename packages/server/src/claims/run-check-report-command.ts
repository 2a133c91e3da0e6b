import { resolve } from 'node:path'
import { checkReport } from '@eduduty/core/claims'
import { AppError } from '../platform/errors/app-error.ts'
import { exitCodes, type Io, writeJson } from '../platform/io.ts'
import { parseOptions } from '../platform/parse-options.ts'
import { checkText } from './check-text.ts'
import { readReportFile } from './read-report-file.ts'
import { simplifyCharacter } from './simplify-character.ts'

/** `eduduty check-report FILE`: whether the numbers of a report agree. Exit codes: 0 nothing wrong, 1 something is, 2 unreadable. */
export async function runCheckReportCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('check-report', argv, { json: 'flag' })
  const [shown, ...more] = options.positionals
  if (shown === undefined || more.length > 0)
    throw new AppError('command.usage', { command: 'check-report', reason: '请给出一份报告（.docx、.txt 或 .html）' })
  const report = await readReportFile(resolve(io.cwd, shown), shown)
  const check = checkReport(report, simplifyCharacter)
  if (options.has('json')) writeJson(io, check)
  else io.stdout.write(checkText(shown, check))
  return check.findings.some(({ grade }) => grade === 'wrong') ? exitCodes.wrong : exitCodes.done
}
