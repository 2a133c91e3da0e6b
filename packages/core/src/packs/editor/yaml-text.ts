import { Document, isCollection, isMap, isPair, isScalar, isSeq, type Node, Scalar, visit } from 'yaml'

const SHORT = 100

/** A value as the lines of a block, without a line break at the end. Short inner groups stand on one line, as people write them. */
export function blockText(value: unknown): string {
  const document = new Document(value)
  visit(document, {
    Collection: (_, node, path) => {
      if (path.filter((step) => isCollection(step)).length > 0 && isShort(node)) node.flow = true
    },
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = Scalar.BLOCK_LITERAL
    },
  })
  return document.toString({ lineWidth: 0, singleQuote: true }).trimEnd()
}

/** A value on one line, as it stands within brackets. */
export function flowText(value: unknown): string {
  const document = new Document([value])
  if (isSeq(document.contents)) document.contents.flow = true
  const text = document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false }).trim()
  return text.slice(1, -1).trim()
}

function isShort(node: unknown): boolean {
  if (!isMap(node) && !isSeq(node)) return false
  const parts = node.items.flatMap((item) => (isPair(item) ? [item.key, item.value] : [item]))
  const texts = parts.map((part) => (isScalar(part) ? String(part.value) : '\n'))
  return texts.every((text) => !text.includes('\n')) && texts.join(', ').length <= SHORT
}

/** A one-line text in the manner of the scalar that it replaces. */
export function scalarText(value: unknown, before: Node, inFlow: boolean): string {
  const style = isScalar(before) ? before.type : undefined
  if (typeof value === 'string' && style === Scalar.QUOTE_SINGLE) return `'${value.replaceAll("'", "''")}'`
  if (typeof value === 'string' && style === Scalar.QUOTE_DOUBLE) return JSON.stringify(value)
  return inFlow ? flowText(value) : blockText(value)
}

/** Every line but the first moved to the right. */
export function indented(text: string, spaces: number): string {
  return text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(spaces)}`)
}
