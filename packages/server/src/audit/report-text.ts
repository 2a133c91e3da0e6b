import type { VerifyReport } from '@eduduty/core/audit'
import { chinaTime } from '@eduduty/core/calendar'

/** The report of a verification as lines for a terminal or a file. */
export function reportText(report: VerifyReport, checkpointFile: string): string {
  const { chains, findings } = report
  const events = chains.reduce((sum, chain) => sum + chain.events, 0)
  const wrong = findings.filter((finding) => finding.severity === 'wrong')
  const notes = findings.filter((finding) => finding.severity === 'note')
  return [
    `已核验 ${chains.length} 条审计链、${events} 条记录；核对检查点 ${report.checkpoints} 个（${checkpointFile}）。`,
    ...chains.map(chainLine),
    wrong.length === 0 ? '没有发现改动。' : `发现 ${wrong.length + report.left_out} 处问题：`,
    ...wrong.flatMap((finding) => [`  ${finding.says}`, `    ${finding.advice}`]),
    ...(report.left_out > 0 ? [`  另有 ${report.left_out} 处没有逐条列出。`] : []),
    ...(notes.length > 0 ? ['需要说明：'] : []),
    ...notes.flatMap((finding) => [`  ${finding.says}`, `    ${finding.advice}`]),
    `时间倒退不超过 ${report.tolerance_seconds} 秒的不算问题；最近检查点之后的记录如被整段截去，核验不能发现。`,
    '',
  ].join('\n')
}

function chainLine(chain: VerifyReport['chains'][number]): string {
  const { county, events, first_at, last_at, last_checkpoint } = chain
  const span = first_at === undefined ? '' : `，${chinaTime(first_at)} 至 ${chinaTime(last_at ?? first_at)}`
  const checkpoint =
    last_checkpoint === undefined
      ? '没有相符的检查点'
      : `最近检查点：第 ${last_checkpoint.no} 条（${chinaTime(last_checkpoint.at)}）`
  return `  ${county}：${events} 条${span}；${checkpoint}`
}
