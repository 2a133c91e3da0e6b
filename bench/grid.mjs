// From the press of a key to the picture that shows it, in a grid of 2,000 cells, all drawn and filled.
// Run: node bench/grid.mjs [rows] [keys of each kind]; one row has 8 cells. Chromium as in CHROMIUM_PATH.
// Each press is measured within the page from the time stamp of its event to the first task after the next frame.
import { performance } from 'node:perf_hooks'
import { chromium } from 'playwright-core'
import { serveGridPage } from '../packages/web/test/grid-page/serve-grid-page.mjs'

const ROWS = Number(process.argv[2] ?? 250)
const KEYS = Number(process.argv[3] ?? 150)
const { url, close } = await serveGridPage()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
const started = performance.now()
await page.goto(`${url}/?rows=${ROWS}&full=yes&groups=no`)
await page.waitForSelector('td[data-row]')
console.log(
  `${ROWS * 8} 格，首次画出 ${Math.round(performance.now() - started)} ms，其中单元格节点 ${await page.locator('td[data-row]').count()} 个`,
)

await page.evaluate(() => {
  window.presses = []
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => window.presses.push(performance.now() - timeStamp)
        channel.port2.postMessage(0)
      })
    },
    true,
  )
})

/** Presses keys one by one, each after the picture of the one before, and tells the times of those that match. */
async function measure(name, press) {
  await page.evaluate(() => {
    window.presses = []
  })
  for (let at = 0; at < KEYS; at += 1) {
    const before = await page.evaluate(() => window.presses.length)
    await press(at)
    await page.waitForFunction((count) => window.presses.length > count, before)
  }
  const times = (await page.evaluate(() => window.presses)).toSorted((a, b) => a - b)
  const part = (share) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1)
  console.log(`${name}：中位 ${part(0.5)} ms，95% ${part(0.95)} ms，最长 ${part(1)} ms（${times.length} 次）`)
}

await page.locator('td[data-row="s2"][data-column="pupils"]').click()
await measure('输入一位数字', () => page.keyboard.press('7'))
await page.keyboard.press('Enter')
await measure('回车，收下并下移', async (at) => {
  await page.keyboard.insertText(String(at))
  await page.keyboard.press('Enter')
})
await measure('方向键移动', (at) => page.keyboard.press(at % 2 === 0 ? 'ArrowUp' : 'ArrowRight'))
await measure('Shift+方向键选定', (at) => page.keyboard.press(at % 40 < 20 ? 'Shift+ArrowDown' : 'Shift+ArrowUp'))
await browser.close()
close()
