import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking']

/** Milliseconds. What a person waits for comes; when it comes depends on who else uses the machine. */
export const patience = 90_000

interface Journey {
  readonly page: () => Page
  /** Opens a page of the product and waits until its heading stands. */
  readonly open: (path: string) => Promise<void>
  /** A failed request is expected from here on; it is not to be counted as a complaint. */
  readonly expectRefusals: () => void
}

/**
 * One browser for a file and one page for a test; whatever the browser complains of fails the test. `address`: of a
 * server of the file's own, else the one that all journeys share.
 */
export function useBrowser(address = (): string => inject('url')): Journey {
  let browser: Browser | undefined
  let page: Page | undefined
  let complaints: string[] = []
  let refusals = false
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args })
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    complaints = []
    refusals = false
    page = await browser?.newPage({ viewport: { width: 1366, height: 768 } })
    page?.setDefaultTimeout(patience)
    page?.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page?.on('pageerror', (error) => complaints.push(error.message))
  })
  afterEach(async () => {
    await page?.close()
    expect(complaints.filter((text) => !(refusals && text.startsWith('Failed to load resource')))).toEqual([])
  })
  const get = () => {
    if (page === undefined) throw new Error('no page')
    return page
  }
  return {
    page: get,
    open: async (path) => {
      await get().goto(address() + path)
      await get().waitForSelector('main h1, main h2')
    },
    expectRefusals: () => {
      refusals = true
    },
  }
}

/** JSON of the interface behind the page, to compare with what is shown. */
export async function api(path: string): Promise<unknown> {
  const response = await fetch(`${inject('url')}/api${path}`)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.json()
}
