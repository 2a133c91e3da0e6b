/** Page of an official document after GB/T 9704-2012. Lengths in twentieths of a point unless said otherwise. */
export const page = {
  width: 11906,
  height: 16838,
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474, header: 851, footer: 1417 },
} as const

export const textWidth = page.width - page.margin.left - page.margin.right
export const textHeight = page.height - page.margin.top - page.margin.bottom

/**
 * 22 lines of 28 characters. The text block is 27.6 characters wide, so each is set closer by a quarter of a point:
 * a character grid would say the same, but LibreOffice reads it as 20 characters.
 */
export const grid = { linePitch: 579, characterSpacing: -5 } as const

/** Sizes in half points: 二号, 三号, 四号, 五号. */
export const size = { title: 44, body: 32, pageNumber: 28, table: 21, caption: 28 } as const

const face = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name })

/** Fonts are named, never embedded; every run names its East Asian font. */
export const font = {
  title: face('方正小标宋简体'),
  body: face('仿宋'),
  heading: face('黑体'),
  subheading: face('楷体'),
  pageNumber: face('宋体'),
} as const
