import type { Finding, TaskFinding, UploadEntry } from '@eduduty/core/collection'
import type { FailedCheck } from '@eduduty/core/consistency'
import type { WantedRows } from '../upload/choose-rows.ts'
import type { UploadOutcome } from '../upload/receive-upload.ts'
import type { TriedFile } from './try-file.ts'

/** A rule that does not hold for what was imported. */
interface BrokenRule {
  readonly severity: 'hard' | 'soft'
  readonly title: string
  readonly message: string
}

/** What came of importing one file: the JSON document of the command. */
export interface ImportReport {
  /** `checked`: only looked at. */
  readonly status: UploadEntry['status'] | 'checked'
  readonly dry_run: boolean
  readonly file: string
  readonly register: string
  readonly table: string
  readonly unit: string
  readonly unit_name: string
  readonly period?: string
  readonly year: number
  readonly rows: number
  readonly cells_changed?: number
  /** Cells that were refused. */
  readonly faults: number
  readonly blank_cells?: number
  readonly hard_errors: number
  readonly soft_errors: number
  readonly says: string
  readonly findings: readonly Finding[]
  readonly checks: readonly BrokenRule[]
  /** The copy with red cells, beside the file. */
  readonly marked?: string
}

interface Circumstances extends WantedRows {
  readonly file: string
  readonly dryRun: boolean
  readonly period?: string
  readonly marked: string | undefined
}

/** Of a file that was taken, or would have been. */
export function reportOfUpload(
  around: Circumstances,
  { upload, task, reading, findings }: UploadOutcome,
): ImportReport {
  return {
    status: upload.status,
    ...frameOf(around),
    rows: upload.rows_taken,
    cells_changed: upload.cells_changed,
    faults: upload.faults,
    blank_cells: task.blank_cells,
    hard_errors: task.hard_errors,
    soft_errors: task.soft_errors,
    says: upload.says,
    findings: reading,
    checks: findings.filter(({ kind }) => kind === 'check' || kind === 'outlier').map(ruleOf),
    ...(around.marked !== undefined && { marked: around.marked }),
  }
}

/** Of a file that was only read and checked. */
export function reportOfTrial(around: Circumstances, { rows, faults, reading, checks }: TriedFile): ImportReport {
  const rules = checks.map(failedRule)
  const severities = new Map((around.pack.pack.checks ?? []).map(({ id, severity }) => [id, severity]))
  const ofRows = reading.filter(({ level }) => level === 'check')
  const hardRows = ofRows.filter(({ check }) => severities.get(check ?? '') === '强制').length
  const hard = rules.filter(({ severity }) => severity === 'hard').length
  return {
    status: 'checked',
    ...frameOf(around),
    rows,
    faults,
    hard_errors: hard + hardRows,
    soft_errors: rules.length - hard + ofRows.length - hardRows,
    says: `可以采用 ${rows} 行${faults > 0 ? `，${faults} 处有错` : ''}`,
    findings: reading,
    checks: rules,
    ...(around.marked !== undefined && { marked: around.marked }),
  }
}

function frameOf({ file, dryRun, period, row, pack }: Circumstances) {
  return {
    dry_run: dryRun,
    file,
    register: row.register,
    table: pack.register(row.register).title,
    unit: row.unit_code,
    unit_name: row.unit_name,
    ...(period !== undefined && { period }),
    year: row.year,
  }
}

const ruleOf = ({ severity, title, message }: TaskFinding): BrokenRule => ({ severity, title, message })

const failedRule = ({ severity, title, message }: FailedCheck): BrokenRule => ({
  severity: severity === '强制' ? 'hard' : 'soft',
  title,
  message,
})

/** Nothing in what was imported is wrong; blanks and questions may be left. */
export function isRight({ faults, hard_errors }: ImportReport): boolean {
  return faults + hard_errors === 0
}

/** Findings of each kind that are shown on a screen. */
const SHOWN = 20

export function reportText(report: ImportReport): string {
  const { dry_run, table, unit_name, year, says, marked, blank_cells = 0, hard_errors, soft_errors } = report
  const head = `《${table}》${unit_name} ${year}年：${dry_run ? '（只检查，没有写入）' : ''}${says}`
  const left = [
    blank_cells > 0 ? `必填未填 ${blank_cells} 格` : '',
    hard_errors > 0 ? `强制性错误 ${hard_errors} 条` : '',
    soft_errors > 0 ? `核实性错误 ${soft_errors} 条` : '',
  ].filter((part) => part !== '')
  const wrong = report.findings.filter(({ level }) => level === 'error' || level === 'check')
  const repaired = report.findings.filter(({ level }) => level === 'repair').length
  return `${[
    head,
    ...(left.length === 0 ? [] : [`表里还有：${left.join('，')}`]),
    ...listed(wrong.map(findingLine)),
    ...listed(report.checks.map(({ severity, message }) => `${severity === 'hard' ? '强制' : '核实'}　${message}`)),
    ...(repaired === 0 ? [] : [`另有 ${repaired} 处写法不规范，已整理后采用（--json 可看明细）`]),
    ...(marked === undefined ? [] : [`标红的副本：${marked}；改好后直接重新导入它即可`]),
  ].join('\n')}\n`
}

function findingLine({ sheet = '', cell = '', message, advice }: Finding): string {
  return `${`${sheet} ${cell}`.trim()}　${message}${advice === undefined ? '' : `。${advice}`}`
}

function listed(lines: readonly string[]): readonly string[] {
  const more = lines.length - SHOWN
  return [...lines.slice(0, SHOWN).map((line) => `  ${line}`), ...(more > 0 ? [`  … 另有 ${more} 条`] : [])]
}
