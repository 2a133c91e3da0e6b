import { parentPort, workerData } from 'node:worker_threads'
import { checkRead, describeChanges, linkFigures, type ReportText, readReport } from '@eduduty/core/claims'
import { simplifyCharacter } from '../../platform/simplify-character.ts'
import { FileRefused } from '../../platform/workbooks/refusal.ts'
import { readReportBytes } from '../read-report-file.ts'
import { ReportRefused, reasonOfCode } from '../report-refused.ts'
import type { CheckedReport, CheckInput, CheckReply, CheckRequest } from './check-protocol.ts'
import { referenceOfParts } from './reference-parts.ts'

/** Entry of the thread that reads and checks one report. */
async function main(request: CheckRequest): Promise<CheckReply> {
  try {
    return { checked: check(await reportOf(request.input), request) }
  } catch (cause) {
    if (cause instanceof ReportRefused) return { refused: cause.message }
    if (cause instanceof FileRefused) return { refused: reasonOfCode(cause.finding.code, cause.finding.message) }
    throw cause
  }
}

async function reportOf(input: CheckInput): Promise<ReportText> {
  const report = 'report' in input ? input.report : await readReportBytes(Buffer.from(input.bytes), input.name)
  if (report.text.trim() === '') throw new ReportRefused('里面没有文字，可能是扫描的图片，请先识别成文字')
  return report
}

function check(report: ReportText, { against, older }: CheckRequest): CheckedReport {
  const reference = against && referenceOfParts(against)
  const read = readReport(report, simplifyCharacter)
  return {
    report,
    check: checkRead(read, simplifyCharacter, reference === undefined ? {} : { reference }),
    figures: reference === undefined ? [] : linkFigures(read, reference, simplifyCharacter),
    ...(older && { changes: describeChanges(read, readReport(older, simplifyCharacter)) }),
  }
}

parentPort?.postMessage(await main(workerData))
