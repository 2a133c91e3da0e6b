import { dayInWords } from '../../calendar/index.ts'
import { countCharacters, type ReportModel, textGrid } from '../../documents/index.ts'

/** What stands on a 联系卡; a blank is printed as a dash. */
export interface CardFacts {
  readonly name: string
  readonly sex: string
  readonly birth_on: string
  readonly school: string
  readonly address: string
  readonly kind: string
  readonly carer: string
  readonly guardian: string
  readonly guardian_phone: string
  readonly helper: string
  readonly helper_post: string
  readonly helper_phone: string
  readonly measures: string
  readonly unit: string
  readonly on: string
  /** Who had it made, when and what for. */
  readonly mark: string
}

const orDash = (text: string): string => (text.trim() === '' ? '——' : text)

/** The card that is left with a family: whom to call, and what was promised. */
export function layOutCard(card: CardFacts, file: string): ReportModel {
  const rows: readonly (readonly [string, string])[] = [
    ['儿童姓名', `${card.name}　${card.sex}`],
    ['出生日期', card.birth_on === '' ? '' : dayInWords(card.birth_on)],
    ['类别', card.kind],
    ['就读学校', card.school],
    ['家庭住址', card.address],
    ['监护人', card.guardian],
    ['监护人电话', card.guardian_phone],
    ['现在的照料人', card.carer],
    ['结对帮扶人', `${card.helper}　${card.helper_post}`],
    ['帮扶人电话', card.helper_phone],
    ['帮扶措施', card.measures],
  ]
  const grid = textGrid(
    rows.map(([name, text]) => [name, orDash(text)]),
    { heading: 0 },
  )
  return {
    file,
    title: '关爱儿童联系卡',
    addressee: undefined,
    signer: card.unit,
    date: dayInWords(card.on),
    dropped: 0,
    characters: countCharacters(card.measures),
    blocks: [
      { kind: 'table', title: '', widths: [22, 60], grid, flows: true },
      { kind: 'paragraph', sentences: [{ text: card.mark, figures: [], priority: 0 }] },
    ],
  }
}
