import { deskMessages } from './messages.ts'

const { items, found, advice } = deskMessages.browser

export interface BrowserFinding {
  readonly key: keyof typeof items
  readonly found: string
  readonly state: keyof typeof deskMessages.browser.state
  /** What to do; empty when nothing. */
  readonly advice: string
}

const FLOOR = 86

/** Looks at everything that can be looked at without asking anybody; `offset`: seconds off the server's clock, undefined when it did not answer. */
export function checkBrowser(offset: number | undefined): readonly BrowserFinding[] {
  return [
    version(),
    offset === undefined
      ? { key: 'server', found: found.noServer, state: 'bad', advice: advice.server }
      : { key: 'server', found: found.on, state: 'good', advice: '' },
    judged('cookies', navigator.cookieEnabled, advice.cookies),
    ...(offset === undefined ? [] : [clock(offset)]),
    connection(),
    screenSize(),
    fonts(),
    { key: 'download', found: '', state: 'unknown', advice: advice.download },
    {
      key: 'print',
      found: typeof window.print === 'function' ? found.on : found.off,
      state: 'unknown',
      advice: advice.print,
    },
  ]
}

function judged(key: BrowserFinding['key'], good: boolean, otherwise: string): BrowserFinding {
  return { key, found: good ? found.on : found.off, state: good ? 'good' : 'bad', advice: good ? '' : otherwise }
}

function version(): BrowserFinding {
  const name =
    /(Edg|OPR|Firefox|Chrome|Chromium|Version)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? found.unknownBrowser
  const chromium = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1]
  const good = chromium !== undefined && Number(chromium) >= FLOOR
  return { key: 'version', found: name, state: good ? 'good' : 'poor', advice: good ? '' : advice.version }
}

function clock(offset: number): BrowserFinding {
  const far = Math.abs(offset) > 30
  return {
    key: 'clock',
    found: found.clock(Math.abs(offset)),
    state: far ? 'poor' : 'good',
    advice: far ? advice.clock : '',
  }
}

function connection(): BrowserFinding {
  const { protocol, hostname } = window.location
  if (protocol === 'https:') return { key: 'secure', found: found.https, state: 'good', advice: '' }
  const local = hostname === 'localhost' || hostname === '127.0.0.1'
  if (local) return { key: 'secure', found: found.local, state: 'good', advice: '' }
  return { key: 'secure', found: found.http, state: 'poor', advice: advice.http }
}

function screenSize(): BrowserFinding {
  const { innerWidth, innerHeight, devicePixelRatio } = window
  const narrow = innerWidth < 1280
  const size = found.screen(innerWidth, innerHeight, Math.round(devicePixelRatio * 100))
  return { key: 'screen', found: size, state: narrow ? 'poor' : 'good', advice: narrow ? advice.screen : '' }
}

const documentFonts = {
  fangsong: ['仿宋', 'FangSong', '仿宋_GB2312', 'STFangsong'],
  kaiti: ['楷体', 'KaiTi', '楷体_GB2312', 'STKaiti'],
  heiti: ['黑体', 'SimHei', 'STHeiti'],
  xiaobiaosong: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK'],
} as const

function fonts(): BrowserFinding {
  const names = Object.entries(documentFonts).map(([key, families]) => ({
    name: nameOf(key),
    there: families.some(isThere),
  }))
  const listed = (there: boolean): string =>
    names
      .filter((font) => font.there === there)
      .map((font) => font.name)
      .join('、')
  const [has, lacks] = [listed(true), listed(false)]
  const text = [...(has === '' ? [] : [found.has(has)]), ...(lacks === '' ? [] : [found.lacks(lacks)])].join('；')
  return { key: 'fonts', found: text, state: lacks === '' ? 'good' : 'poor', advice: lacks === '' ? '' : advice.fonts }
}

function nameOf(key: string): string {
  const name: unknown = Reflect.get(items, key)
  return typeof name === 'string' ? name : key
}

/** A font that is missing is drawn in the fallback: then the width is the fallback's, whichever that is. */
function isThere(family: string): boolean {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return false
  const widthIn = (font: string): number => {
    context.font = `48px ${font}`
    return context.measureText('督导评估 mmmiiill 0123').width
  }
  return ['monospace', 'serif', 'sans-serif'].some(
    (fallback) => widthIn(`"${family}", ${fallback}`) !== widthIn(fallback),
  )
}
