import { mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import type { Finding } from '@eduduty/core/collection'
import type { Assessment, CountyFacade, Mention } from '@eduduty/core/evaluation'
import type { FolderStatistics } from '../collection/index.ts'
import { writeDifferences, writeDocuments } from '../documents/index.ts'
import type { Progress } from '../platform/progress.ts'
import { markWorkbook } from '../platform/workbooks/mark-workbook.ts'
import { findingsByFile } from './assess-folder.ts'
import { ASSESSMENT_FILE, returnedNames } from './output-folder.ts'
import { TRACE_FILE, writeTraces } from './trace-file.ts'

/** One file of the result. */
export interface OutputFile {
  readonly name: string
  readonly title: string
  readonly bytes: number
  readonly type: string
}

export interface Outputs {
  readonly files: readonly OutputFile[]
  readonly mentions: readonly Mention[]
  readonly remarks: readonly string[]
}

/** What is written of. */
export interface Assessed {
  readonly county: CountyFacade
  /** Of frozen data alone, or, where it is absent too, of others: then reports say that they are drafts. */
  readonly status?: 'preview' | 'official'
  readonly read: { readonly statistics: Pick<FolderStatistics, 'differences'> }
}

/**
 * Writes everything that the main job gives into a folder: documents, assessment, traces, workbooks to be mended. Data that
 * came from no folder have no workbooks that could go back.
 */
export async function writeOutputs(
  assessed: Assessed,
  folder: string | undefined,
  building: string,
  progress: Progress,
): Promise<Outputs> {
  const { county } = assessed
  const assessment = county.assessment()
  progress.report('编写申报表和自评报告', 0, 0)
  const documents = await writeDocuments(county, building, assessed.status ?? 'preview')
  await writeFile(join(building, ASSESSMENT_FILE), `${JSON.stringify(assessment, null, 1)}\n`)
  await writeTraces(join(building, TRACE_FILE), county, documents.mentions, progress)
  const returned =
    folder === undefined ? { files: [], remarks: [] } : await returnWorkbooks(assessment, folder, building, progress)
  const differences = await writeDifferences(
    assessed.read.statistics.differences,
    { registers: county.pack.registers, county: assessment.run.county.name, date: county.evaluatedOn },
    building,
  )
  const own = [
    { name: ASSESSMENT_FILE, title: '评估结果（数据）' },
    { name: TRACE_FILE, title: '数字来历（数据）' },
    ...differences,
    ...returned.files,
  ]
  const files = await Promise.all(
    [...documents.files, ...own].map(async ({ name, title }) => ({
      name,
      title,
      bytes: (await stat(join(building, name))).size,
      type: mediaType(name),
    })),
  )
  return { files, mentions: documents.mentions, remarks: [...documents.remarks, ...returned.remarks] }
}

interface Returned {
  readonly files: readonly { readonly name: string; readonly title: string }[]
  readonly remarks: readonly string[]
}

/** Workbooks with refused cells or failed checks go back with red cells; files that cannot be opened are only listed. */
async function returnWorkbooks(
  assessment: Assessment,
  folder: string,
  building: string,
  progress: Progress,
): Promise<Returned> {
  const wrong = assessment.findings.filter((finding) => finding.level === 'error' || finding.level === 'check')
  const groups = [...findingsByFile(wrong)].filter(([name]) =>
    assessment.files.some((file) => file.name === name && file.type !== 'refused'),
  )
  const targets = returnedNames(groups.map(([name]) => name))
  const files: { name: string; title: string }[] = []
  const remarks: string[] = []
  for (const [done, [name, findings]] of groups.entries()) {
    progress.report('标红退回的工作簿', done, groups.length)
    const target = targets.get(name)
    if (target === undefined) continue
    await mkdir(dirname(join(building, target)), { recursive: true })
    try {
      await markWorkbook(join(folder, name), withoutEchoes(findings), join(building, target))
      files.push({ name: target, title: `退回修改：${name}` })
    } catch {
      remarks.push(`${name} 无法标红，错误见 ${ASSESSMENT_FILE}。`)
    }
  }
  return { files, remarks }
}

/** A blank or refused cell is said once: a check that fails only because it holds nothing would say it again. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const cellOf = ({ sheet, cell }: Finding): string => JSON.stringify([sheet, cell])
  const empty = new Set(findings.filter(({ level, cell }) => level === 'error' && cell !== undefined).map(cellOf))
  return findings.filter((finding) => finding.level !== 'check' || !empty.has(cellOf(finding)))
}

function mediaType(name: string): string {
  switch (extname(name).toLowerCase()) {
    case '.xlsx':
      return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    case '.docx':
      return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    case '.json':
      return 'application/json'
    default:
      return 'application/octet-stream'
  }
}
