import { createHash } from 'node:crypto'
import { needStateTitles, retentionTitles } from '@eduduty/core/archive'
import { cellText } from '@eduduty/core/audit'
import { chinaTime } from '@eduduty/core/calendar'
import type { FileStore } from '../../platform/files/file-store.ts'
import { streamZip, type ZipPart } from '../../platform/stream-zip.ts'
import type { Dossier } from './dossier-rows.ts'
import { type Filed, fileAll, type Packed } from './file-dossier.ts'
import { writeWordSheet } from './word-sheet.ts'

/**
 * 卷宗: a folder for each item with its files, a list of hashes, and a sheet that says of every material where it stands.
 * Read while it is sent: of all files never more than a piece is in memory. What is damaged is
 * named, never left out in silence; so is what does not
 * leave: papers with unmasked data of children, and what was judged insufficient.
 */
export function streamDossier(dossier: Dossier, files: FileStore): AsyncGenerator<Uint8Array> {
  const filed = fileAll(dossier)
  return streamZip(partsOf(dossier, filed, files))
}

async function* partsOf(dossier: Dossier, filed: readonly Filed[], files: FileStore): AsyncGenerator<ZipPart> {
  const { county_code: county } = dossier.catalogue
  for (const file of filed.flatMap(({ files: own }) => own)) {
    if (file.keptBack !== undefined || !(await files.has(county, file.paper.sha256))) continue
    yield { name: file.path, content: hashed(file, files.read(county, file.paper.sha256)) }
  }
  yield { name: '清单.csv', content: manifestOf(filed) }
  yield { name: '完整性检查表.xlsx', content: checkSheet(dossier, filed) }
}

async function* hashed(file: Packed, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of content) {
    hash.update(chunk)
    yield chunk
  }
  file.hash = hash.digest('hex')
}

function stateOf({ hash, paper, keptBack: why }: Packed): string {
  if (why !== undefined) return why
  if (hash === undefined) return '文件丢失，没有装入'
  return hash === paper.sha256 ? '完好' : '文件损坏，内容与归档时不同'
}

const csvLine = (cells: readonly string[]): Uint8Array =>
  Buffer.from(`${cells.map((cell) => `"${cellText(cell).replaceAll('"', '""')}"`).join(',')}\r\n`)

/** With the mark that tells spreadsheets the encoding. */
function* manifestOf(filed: readonly Filed[]): Generator<Uint8Array> {
  yield Buffer.from('\ufeff')
  yield csvLine(['路径', 'SHA-256', 'SM3', '字节数', '上传人', '上传时间（北京时间）', '检查'])
  for (const file of filed.flatMap(({ files }) => files)) {
    const { paper } = file
    const when = chinaTime(new Date(paper.uploaded_at))
    yield csvLine([file.path, paper.sha256, paper.sm3, String(paper.bytes), paper.uploaded_by, when, stateOf(file)])
  }
}

const columns: readonly { readonly title: string; readonly width: number }[] = [
  { title: '归档号', width: 14 },
  { title: '指标', width: 36 },
  { title: '应交材料', width: 32 },
  { title: '应交单位', width: 26 },
  { title: '状态', width: 10 },
  { title: '原因', width: 36 },
  { title: '材料', width: 36 },
  { title: '文件', width: 20 },
  { title: '保管期限', width: 10 },
  { title: '页数', width: 7 },
  { title: '迟交', width: 8 },
  { title: '催交期限', width: 12 },
]

/** Written only when all files have been read: it says of each what was found. */
async function* checkSheet({ catalogue, today }: Dossier, filed: readonly Filed[]): AsyncGenerator<Uint8Array> {
  yield await writeWordSheet({ name: '完整性检查表', header: catalogue.title, date: today, columns }, checkRows(filed))
}

function* checkRows(filed: readonly Filed[]): Generator<readonly string[]> {
  for (const { need, files } of filed) {
    const { row } = need
    yield [
      ...[row.file_no, `${row.indicator_no} ${row.indicator_title}`, row.title, row.unit_name],
      ...[needStateTitles[row.state], row.because, files.map(({ path }) => path).join('\n')],
      files.map(stateOf).join('\n'),
      files.map(({ paper: { retention } }) => (retention === null ? '' : retentionTitles[retention])).join('\n'),
      files.map(({ paper: { pages } }) => String(pages ?? '')).join('\n'),
      ...[row.papers.some(({ is_late: late }) => late) ? '迟交' : '', row.requested_due ?? ''],
    ]
  }
}
