// How well the report checker finds changed digits, how often it is wrong about right texts, and how long it takes.
// Run after `node scripts/build.mjs`: node bench/check-report.mjs [changes per digit] [folder written by assess]
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { checkReport, paragraphsOf } from '../packages/core/dist/claims/index.js'
import { readReportBytes, readReportFile, simplifyCharacter } from '../packages/server/dist/claims/index.js'
import { readReference } from '../packages/server/dist/claims/read-reference.js'

const each = Number(process.argv[2] ?? 3)
const tests = fileURLToPath(new URL('../packages/core/test/claims/', import.meta.url))
const folder = join(tests, 'corpus')
/** Passages and short texts; reports of some pages. */
const files = ['corpus', 'reports'].flatMap((name) =>
  readdirSync(join(tests, name))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => join(name, file)),
)
const check = (text) => checkReport(paragraphsOf(text), simplifyCharacter)

/** Braces stand around digits that a reader could check by hand. */
function readMarked(source) {
  const marked = []
  let [text, open] = ['', 0]
  for (const letter of source) {
    if (letter === '{') open = text.length
    else if (letter === '}') marked.push([open, text.length])
    else text += letter
  }
  return { text, marked }
}

function errorsOf({ text, marked }) {
  return marked.flatMap(([start, end]) =>
    Array.from({ length: end - start }, (_, order) => start + order)
      .filter((at) => /\d/.test(text[at]))
      .flatMap((at) => {
        const others = [...'0123456789'].filter((one) => one !== text[at] && !(one === '0' && at === start))
        return Array.from({ length: each }, (_, turn) => others[(at * 7 + turn * 4) % others.length]).map((to) => ({
          at,
          text: text.slice(0, at) + to + text.slice(at + 1),
        }))
      }),
  )
}

function gradesAt({ claims, findings }, place) {
  const names = (id) => claims[id] !== undefined && claims[id].at.start <= place && claims[id].at.end > place
  return findings.filter((one) => one.claims.some(names)).map(({ grade }) => grade)
}

function measure(file) {
  const texts = readFileSync(join(tests, file), 'utf8').trimEnd().split('\n===\n').map(readMarked)
  const row = {
    texts: texts.length,
    checkable: 0,
    injected: 0,
    found: 0,
    wrong: 0,
    falseWrong: 0,
    falseDoubtful: 0,
    confirmed: 0,
  }
  for (const one of texts) {
    const clean = check(one.text)
    row.checkable += one.marked.length
    row.falseWrong += clean.findings.filter(({ grade }) => grade === 'wrong').length
    row.falseDoubtful += clean.findings.filter(({ grade }) => grade === 'doubtful').length
    row.confirmed += one.marked.filter(([start]) =>
      clean.claims.some(({ at, confirmed }) => confirmed && at.start <= start && at.end > start),
    ).length
    for (const { at, text } of errorsOf(one)) {
      const grades = gradesAt(check(text), at)
      row.injected += 1
      if (grades.includes('wrong') || grades.includes('doubtful')) row.found += 1
      if (grades.includes('wrong')) row.wrong += 1
    }
  }
  const share = (part, whole) => `${((part / whole) * 100).toFixed(1)} %`
  return {
    texts: row.texts,
    checkable: row.checkable,
    injected: row.injected,
    'found (any grade)': share(row.found, row.injected),
    'found (wrong)': share(row.wrong, row.injected),
    'false wrong': row.falseWrong,
    'false wrong per 100': ((row.falseWrong / row.checkable) * 100).toFixed(2),
    'false doubtful': row.falseDoubtful,
    confirmed: share(row.confirmed, row.checkable),
  }
}

/** About 100 pages: some 65,000 characters of prose and a table after every tenth paragraph. */
async function hundredPages() {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n===\n'))
    .map((text) => readMarked(text).text)
  const cell = (text) => new TableCell({ children: [new Paragraph(text)] })
  const rows = [
    ['学段', '学校（所）', '学生（人）'],
    ['小学', '52', '30123'],
    ['初中', '24', '15555'],
    ['合计', '76', '45678'],
  ]
  const children = []
  for (let size = 0, at = 0; size < 65_000; at += 1) {
    const text = texts[at % texts.length]
    children.push(...text.split('\n').map((line) => new Paragraph(line)))
    if (at % 10 === 9) children.push(new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cell) })) }))
    size += text.length
  }
  return Buffer.from(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

console.table(Object.fromEntries(files.map((name) => [name, measure(name)])))

const bytes = await hundredPages()
const start = performance.now()
const report = await readReportBytes(bytes)
const read = performance.now()
const { claims } = checkReport(report, simplifyCharacter)
const end = performance.now()
console.log(
  `100 pages: ${report.text.length} characters, ${claims.length} numbers; read ${Math.round(read - start)} ms, checked ${Math.round(end - read)} ms`,
)

const run = process.argv[3]
if (run !== undefined)
  for (const name of readdirSync(run).filter((one) => one.endsWith('.docx'))) {
    const reference = await readReference(run, run)
    const {
      claims: all,
      findings,
      confirmed,
      against,
    } = checkReport(await readReportFile(join(run, name), name), simplifyCharacter, { reference })
    const wrong = findings.filter(({ grade }) => grade === 'wrong').length
    console.log(
      `${name}: ${all.length} numbers, ${confirmed} confirmed, ${against.equal} of ${against.matched} equal to the run, ${wrong} wrong`,
    )
  }
