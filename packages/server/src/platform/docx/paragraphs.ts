import { AlignmentType, LineRuleType, Paragraph, TextRun } from 'docx'
import { printableText } from '../printable-text.ts'
import { font, grid, size } from './geometry.ts'

const exactLine = { line: grid.linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const

type Face = (typeof font)[keyof typeof font]

export function run(text: string, face: Face, halfPoints: number): TextRun {
  const tight = halfPoints === size.body ? { characterSpacing: grid.characterSpacing } : {}
  return new TextRun({ text: printableText(text), font: face, size: halfPoints, ...tight })
}

/** A title may say itself where its lines break. */
export function titleParagraph(text: string): Paragraph {
  const lines = text.split('\n')
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 700, lineRule: LineRuleType.EXACT, before: grid.linePitch, after: grid.linePitch },
    children: lines.flatMap((line, index) =>
      index === 0
        ? [run(line, font.title, size.title)]
        : [new TextRun({ break: 1 }), run(line, font.title, size.title)],
    ),
  })
}

/** 一、in 黑体, （一） in 楷体, deeper levels like the body. */
export function headingParagraph(level: number, text: string): Paragraph {
  const face = level === 1 ? font.heading : level === 2 ? font.subheading : font.body
  return new Paragraph({
    keepNext: true,
    spacing: exactLine,
    outlineLevel: level - 1,
    indent: { firstLineChars: 200, firstLine: 640 },
    children: [run(text, face, size.body)],
  })
}

export function bodyParagraph(sentences: readonly string[], stays = false): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    ...(stays && { keepNext: true, keepLines: true }),
    spacing: exactLine,
    indent: { firstLineChars: 200, firstLine: 640 },
    children: sentences.map((sentence) => run(sentence, font.body, size.body)),
  })
}

export function addresseeParagraph(text: string): Paragraph {
  return new Paragraph({ spacing: exactLine, children: [run(text, font.body, size.body)] })
}

/** 落款 and 成文日期: on the right, four characters from the edge, kept together. */
export function signatureParagraph(text: string, first: boolean): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    keepLines: true,
    keepNext: first,
    spacing: first ? { ...exactLine, before: grid.linePitch } : exactLine,
    indent: { right: 1280 },
    children: [run(text, font.body, size.body)],
  })
}

/** 发文字号, centred above the title. */
export function numberParagraph(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: exactLine,
    children: [run(text, font.body, size.body)],
  })
}

/** A document ends with a paragraph; after a table it takes next to no room. */
export function emptyParagraph(): Paragraph {
  return new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, children: [] })
}

export function captionParagraph(text: string, stays: 'with next' | 'alone'): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: stays === 'with next',
    spacing: { ...exactLine, before: 120 },
    children: [run(text, font.heading, size.caption)],
  })
}

/** Holds the place of a drawing; its line grows with what stands in it. */
export function markerParagraph(marker: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 120, after: 0 },
    children: [new TextRun(marker)],
  })
}
