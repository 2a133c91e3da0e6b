import library from 'pptxgenjs'

export type Deck = InstanceType<typeof library.default>
export type DrawnSlide = library.default.Slide
export type TextOptions = library.default.TextPropsOptions
export type ChartOptions = library.default.IChartOpts
export type ChartData = library.default.OptsChartData

type Constructor = typeof library.default

/** The library describes itself as a CommonJS module, but comes as an ECMAScript module: its class is the import itself. */
const isConstructor = (value: unknown): value is Constructor => typeof value === 'function'

export function newDeck(): Deck {
  const found: unknown = library
  if (!isConstructor(found)) throw new Error('pptxgenjs has another shape than expected')
  return new found()
}
