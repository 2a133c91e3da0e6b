import { describe, expect, test } from 'vitest'
import { useBrowser } from './browser.ts'

describe('the tables', () => {
  const { page, open } = useBrowser()
  const rows = () => page().locator('main tr.opens')

  test('order and filters of the school table stand in the address; numbers sort as numbers', async () => {
    await open('/evaluation/schools')
    await rows().first().waitFor()
    const all = await rows().count()
    const number = page().locator('td .figure', { hasText: /^\d/ }).first()
    const column = await number
      .locator('xpath=ancestor::td')
      .evaluate((cell) => (cell instanceof HTMLTableCellElement ? cell.cellIndex : -1))
    await page().locator('thead th').nth(column).locator('.sort').click()
    await page().waitForURL(/sort=/)
    const key = new URL(page().url()).searchParams.get('sort') ?? ''
    const shown = await page().locator(`td .figure[data-figure^="${key}@"] .figure-number`).allInnerTexts()
    const numbers = shown.map(Number).filter((number) => !Number.isNaN(number))
    expect(numbers.length).toBeGreaterThan(3)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    await page().locator('.fail-count.link').first().click()
    await page().waitForURL(/fails=/)
    const failing = await rows().count()
    expect(failing).toBeGreaterThan(0)
    expect(failing).toBeLessThan(all)
    const name = (await rows().first().locator('td').first().innerText()).replace(/\s*未报$/, '')
    await page().getByLabel('名称或代码').fill(name)
    await page().waitForURL(/q=/)
    await page().reload()
    await rows().first().waitFor()
    expect(await rows().first().innerText()).toContain(name)
    expect(new URL(page().url()).searchParams.get('sort')).toBe(key)
    expect(await rows().count()).toBeLessThanOrEqual(failing)
  })

  test('the picked coefficient is taken apart: S ÷ mean is the coefficient, and the parts make the whole', async () => {
    await open('/evaluation/dispersions')
    await rows()
      .filter({ hasText: /\d\.\d{3}/ })
      .last()
      .click()
    await page().waitForURL(/pick=/)
    const detail = page().locator('.dispersion-detail')
    const [mean = 0, deviation = 0, coefficient = 0] = (
      await detail.locator('.numbers .figure-number').allInnerTexts()
    ).map(Number)
    expect(Math.abs(deviation / mean - coefficient)).toBeLessThan(0.02)
    const shares = await detail.locator('tbody td:nth-child(4) .figure-number').allInnerTexts()
    expect(shares.map(Number).reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, -0.5)
    expect(await detail.locator('svg path').count()).toBeGreaterThan(3)
  })

  test('the list of who owes data names whole tables, and the items that a reported table lacks', async () => {
    await open('/collection?tab=coverage')
    const owed = page().locator('table[aria-label="上报情况"] tbody tr', { has: page().locator('td:nth-child(3)') })
    await owed.first().waitFor()
    const texts = await owed.locator('td:nth-child(3)').allInnerTexts()
    const items = texts.filter((text) => text !== '')
    expect(items).toContain('全表')
    expect(items.some((item) => item !== '全表')).toBe(true)
    expect(
      await page()
        .getByRole('tab', { name: /上报情况/ })
        .innerText(),
    ).toBe(`上报情况（缺 ${items.length}）`)
  })

  test('works from the keyboard: rows by arrow, panel by Enter, out by Escape, search by Ctrl+K', async () => {
    await open('/evaluation/schools')
    await rows().first().focus()
    await page().keyboard.press('ArrowDown')
    await page().keyboard.press('Enter')
    const panel = page().locator('.side-panel')
    const second = (await rows().nth(1).locator('td').first().innerText()).replace(/\s*未报$/, '')
    await panel.getByText(second).first().waitFor()
    await page().keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    expect(
      await rows()
        .nth(1)
        .evaluate((row) => document.activeElement === row),
    ).toBe(true)
    await page().keyboard.press('Control+k')
    await page().locator('.ant-modal input').fill(second)
    await page().locator('.finder button', { hasText: second }).first().waitFor()
    await page().keyboard.press('Enter')
    await page().waitForURL(/subject=|item=|trace=/)
  })
})
