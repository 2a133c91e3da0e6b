import { signInMessages } from './messages.ts'

const browsers = [
  ['Edge', /Edg\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
] as const

const systems = [
  ['Windows', /Windows/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['macOS', /Mac OS/],
  ['Linux', /Linux/],
] as const

/** `Chrome 86（Windows）` from what a browser calls itself. */
export function nameBrowser(agent: string): string {
  const browser = browsers.map(([name, pattern]) => [name, pattern.exec(agent)?.[1]]).find(([, version]) => version)
  const system = systems.find(([, pattern]) => pattern.test(agent))?.[0]
  if (browser === undefined) return signInMessages.browser.unknown
  return signInMessages.browser.named(browser.join(' '), system ?? '?')
}
