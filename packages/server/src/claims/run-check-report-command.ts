import { resolve } from 'node:path'
import { checkReport, compareReports, readReport } from '@eduduty/core/claims'
import { AppError } from '../platform/errors/app-error.ts'
import { exitCodes, type Io, writeJson } from '../platform/io.ts'
import { parseOptions } from '../platform/parse-options.ts'
import { simplifyCharacter } from '../platform/simplify-character.ts'
import { changesText, checkText } from './check-text.ts'
import { findReference } from './find-reference.ts'
import { readReportFile } from './read-report-file.ts'

/**
 * `eduduty check-report FILE`: whether the numbers of a report agree with each other, and with a run or an older report
 * where one is given. Exit codes: 0 nothing wrong, 1 something is, 2 unreadable.
 */
export async function runCheckReportCommand(argv: readonly string[], io: Io): Promise<number> {
  const options = parseOptions('check-report', argv, {
    json: 'flag',
    against: 'text',
    subject: 'text',
    compare: 'text',
    data: 'text',
    keys: 'text',
  })
  const [shown, ...more] = options.positionals
  if (shown === undefined || more.length > 0)
    throw new AppError('command.usage', {
      command: 'check-report',
      reason: '请给出一份报告（.docx、.txt 或 .html）',
    })
  const report = await readReportFile(resolve(io.cwd, shown), shown)
  const reference = await findReference(options, io)
  const check = checkReport(report, simplifyCharacter, reference === undefined ? {} : { reference })
  const older = options.text('compare')
  const changes =
    older === undefined
      ? undefined
      : compareReports(
          readReport(report, simplifyCharacter),
          readReport(await readReportFile(resolve(io.cwd, older), older), simplifyCharacter),
        )
  if (options.has('json')) writeJson(io, changes === undefined ? check : { ...check, changes })
  else io.stdout.write(`${checkText(shown, check)}${changes === undefined ? '' : changesText(older ?? '', changes)}`)
  return check.findings.some(({ grade }) => grade === 'wrong') ? exitCodes.wrong : exitCodes.done
}
