import type { TemplateFault } from '@eduduty/core/documents'
import type { PackPlan } from '@eduduty/core/evaluation'
import { type XmlGeneralNode, type XmlNode, xml } from 'easy-template-x'
import { examineTemplate } from './examine-template.ts'
import { openTemplate } from './open-template.ts'
import { listParts, ParagraphWalk, type TextPiece, type WalkedParagraph } from './walk-paragraphs.ts'

/** The same document with its faults in red, each followed by what is wrong. Errors: `reports.template_unreadable`. */
export async function markTemplate(bytes: Uint8Array, plan: PackPlan): Promise<Uint8Array> {
  const { faults } = await examineTemplate(bytes, plan)
  const docx = await openTemplate(bytes)
  const paragraphs: WalkedParagraph[] = []
  const parts = await listParts(docx)
  for (const source of parts) paragraphs.push(...new ParagraphWalk(source, await source.part.xmlRoot()).paragraphs)
  for (const fault of faults.toReversed()) {
    const paragraph = paragraphs[fault.paragraph]
    if (paragraph !== undefined) markIn(paragraph, fault)
  }
  for (const { part } of parts) await part.save()
  return await docx.export(Buffer)
}

/** Faults are marked from the last to the first, so that those before keep their places. */
function markIn(paragraph: WalkedParagraph, fault: TemplateFault): void {
  const end = fault.start + Math.max(1, fault.length)
  const touched = paragraph.pieces.filter(
    ({ node, start }) => start < end && start + (node.textContent?.length ?? 0) > fault.start,
  )
  const last = touched.at(-1)
  const run = last === undefined ? undefined : runOf(last)
  if (last === undefined || run === undefined) return
  const remark = xml.create.cloneNode(run, true)
  setText(remark, `【✗ ${fault.message}。${fault.advice}】`)
  redden(remark, true)
  const rest = splitOff(run, last, end)
  for (const piece of touched) {
    const touchedRun = runOf(piece)
    if (touchedRun !== undefined) redden(touchedRun, false)
  }
  xml.modify.insertAfter(remark, run)
  if (rest !== undefined) xml.modify.insertAfter(rest, remark)
}

const runOf = ({ node }: TextPiece): XmlNode | undefined => xml.query.findParentByName(node, 'w:r') ?? undefined

/** What stands in the run behind the fault becomes a run of its own; undefined where nothing does. */
function splitOff(run: XmlNode, { node, start }: TextPiece, end: number): XmlNode | undefined {
  const text = node.textContent ?? ''
  const at = end - start
  const texts = (run.childNodes ?? []).filter(({ nodeName }) => nodeName === 'w:t')
  if (at >= text.length || texts.length !== 1) return undefined
  const rest = xml.create.cloneNode(run, true)
  setText(rest, text.slice(at))
  node.textContent = text.slice(0, at)
  return rest
}

function setText(run: XmlNode, text: string): void {
  const keep = (run.childNodes ?? []).filter(({ nodeName }) => nodeName === 'w:rPr')
  xml.modify.removeChildren(run, (child) => !keep.includes(child))
  const holder = xml.create.generalNode('w:t', { attributes: { 'xml:space': 'preserve' } })
  xml.modify.appendChild(holder, xml.create.textNode(text))
  xml.modify.appendChild(run, holder)
}

function redden(run: XmlNode, isRemark: boolean): void {
  let properties = (run.childNodes ?? []).find(({ nodeName }) => nodeName === 'w:rPr')
  if (properties === undefined) {
    properties = xml.create.generalNode('w:rPr')
    xml.modify.insertChild(run, properties, 0)
  }
  xml.modify.removeChildren(properties, ({ nodeName }) => /^w:(?:color|highlight|b|vanish)$/.test(nodeName))
  for (const part of [
    ...(isRemark ? [xml.create.generalNode('w:b')] : []),
    valued('w:color', 'C00000'),
    ...(isRemark ? [] : [valued('w:highlight', 'yellow')]),
  ])
    insertProperty(properties, part)
}

const valued = (name: string, value: string): XmlGeneralNode =>
  xml.create.generalNode(name, { attributes: { 'w:val': value } })

/** The order of run properties is fixed by the standard; what may stand before is kept before. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  'w:b': ['w:rStyle', 'w:rFonts'],
  'w:color': [
    ...['w:rStyle', 'w:rFonts', 'w:b', 'w:bCs', 'w:i', 'w:iCs', 'w:caps', 'w:smallCaps', 'w:strike', 'w:dstrike'],
    ...['w:outline', 'w:shadow', 'w:emboss', 'w:imprint', 'w:noProof', 'w:snapToGrid', 'w:vanish', 'w:webHidden'],
  ],
  'w:highlight': [
    ...['w:rStyle', 'w:rFonts', 'w:b', 'w:bCs', 'w:i', 'w:iCs', 'w:caps', 'w:smallCaps', 'w:strike', 'w:dstrike'],
    ...['w:outline', 'w:shadow', 'w:emboss', 'w:imprint', 'w:noProof', 'w:snapToGrid', 'w:vanish', 'w:webHidden'],
    ...['w:color', 'w:spacing', 'w:w', 'w:kern', 'w:position', 'w:sz', 'w:szCs'],
  ],
}

function insertProperty(properties: XmlNode, part: XmlGeneralNode): void {
  const before = BEFORE[part.nodeName] ?? []
  const at = (properties.childNodes ?? []).filter(({ nodeName }) => before.includes(nodeName)).length
  xml.modify.insertChild(properties, part, at)
}
