import { strFromU8, strToU8, unzipSync } from 'fflate'
import { fixedZip } from '../fixed-zip.ts'

/** Takes out of a written deck what changes from one writing to the next: dates, times and made-up identifiers; and the empty points of charts. */
export function steadyPackage(pptx: Uint8Array, date: string): Uint8Array {
  const parts = new Map<string, Uint8Array>()
  const unzipped = unzipSync(pptx)
  const renumber = chartNumbers(Object.keys(unzipped))
  for (const [path, content] of Object.entries(unzipped)) {
    if (path.endsWith('/')) continue
    const name = renumber(path)
    if (path.endsWith('.xlsx')) parts.set(name, steadyPackage(content, date))
    else if (/\.(?:xml|rels)$/.test(path)) parts.set(name, strToU8(renumber(steady(strFromU8(content), date))))
    else parts.set(name, content)
  }
  return fixedZip(parts)
}

/** The library counts charts on from one deck to the next; here they begin with 1. */
function chartNumbers(paths: readonly string[]): (text: string) => string {
  const used = paths.flatMap((path) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? [])
  const sorted = used.map(Number).toSorted((a, b) => a - b)
  return (text) =>
    text.replaceAll(
      /(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)(?=\.x)/g,
      (_, name: string, old: string) => `${name}${sorted.indexOf(Number(old)) + 1}`,
    )
}

const steady = (xml: string, date: string): string => {
  const numbers = new Map<string, number>()
  return xml
    .replaceAll(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '')
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, open: string) => `${open}${date}T00:00:00Z`)
    .replaceAll(/\{[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}\}/g, (id) => {
      const number = numbers.get(id) ?? numbers.size + 1
      numbers.set(id, number)
      return `{00000000-0000-4000-8000-${String(number).padStart(12, '0')}}`
    })
}
