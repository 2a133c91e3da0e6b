// Opens every page and writes pictures: node test/take-screenshots.mjs URL FOLDER [WIDTHxHEIGHT]. For looking, not for comparing; the picture of the README is 1-overview.png of the demo county.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const [base, folder, size = '1366x768'] = process.argv.slice(2)
const [width, height] = size.split('x').map(Number)
mkdirSync(folder, { recursive: true })
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
const page = await browser.newPage({ viewport: { width, height } })
page.on(
  'console',
  (message) => ['error', 'warning'].includes(message.type()) && console.log(message.type(), message.text()),
)
page.on('pageerror', (error) => console.log('pageerror', error.message))
const shot = async (name) => {
  await page.waitForTimeout(500)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wide > 0) console.log(name, 'is too wide by', wide)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
const open = async (path) => {
  await page.goto(base + path)
  await page.waitForSelector('main h1, main h2')
  await page.waitForLoadState('networkidle')
}

// The demo county's 督导办; a server of made-up data has somebody signed in already.
await page.request.post(`${base}/api/identity/demo-sign-in`, { data: { login_name: 'dudao' } })
await open('/evaluation')
await shot('1-overview')
await page.locator('main .ledger').first().locator('tr.opens').first().click()
await shot('2-item')
await open('/evaluation/schools')
await shot('3-schools')
await page.locator('tr.opens').nth(2).click()
await shot('4-school-panel')
await open('/evaluation/schools')
await page.locator('td .figure').nth(3).click()
await shot('5-trace')
const input = page.locator('.trace-drawer .trace-section .figure').first()
if ((await input.count()) > 0) await input.click()
await shot('6-trace-cell')
await open('/evaluation/dispersions')
await shot('7-dispersions')
await page.pdf({ path: join(folder, 'dispersions.pdf'), format: 'A4', landscape: true, displayHeaderFooter: false })
await open('/collection')
await shot('8-findings')
const finding = page.locator('tr.opens').first()
if ((await finding.count()) > 0) await finding.click()
await shot('9-finding-panel')
await open('/collection?tab=files')
await shot('10-files')
await open('/collection?tab=coverage')
await shot('11-coverage')
await open('/evaluation/documents')
await shot('12-documents')
await open('/evaluation')
await page.pdf({ path: join(folder, 'overview.pdf'), format: 'A4', landscape: true })
await open('/evaluation/schools')
await page.pdf({ path: join(folder, 'schools.pdf'), format: 'A4', landscape: true })
await page.keyboard.press('Control+k')
await page.keyboard.type('第一')
await shot('13-finder')
await browser.close()
