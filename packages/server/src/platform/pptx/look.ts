/** A deck for a large room: inches, points and colours. Fonts are named, never embedded. */
export const look = {
  width: 13.333,
  height: 7.5,
  blue: '1F3864',
  red: 'A61C1C',
  ink: '1D2433',
  grey: '6B7280',
  wash: 'EEF2F8',
  line: 'C3CAD6',
  titleFont: '黑体',
  bodyFont: '微软雅黑',
} as const

/** Where the content of a slide stands, in inches. */
export const area = { x: 0.75, y: 1.5, w: 11.83, h: 5.2 } as const
