import { describe, expect, test } from 'vitest'
import { useBrowser } from './browser.ts'

describe('the workbench', () => {
  const { page, open, expectRefusals } = useBrowser()

  test('leads from the framework to one indicator: how it is computed, its schools, and a figure down to its chain', async () => {
    await open('/evaluation/indicators')
    const link = page().locator('main .ledger a').first()
    const title = await link.innerText()
    await link.click()
    await page().waitForURL('**/evaluation/indicators/*')
    await page().locator('main h1', { hasText: title }).waitFor()
    for (const heading of ['怎样算', '上报情况', '批注'])
      await page().locator('main h2', { hasText: heading }).first().waitFor()
    await page().locator('main .figure').first().click()
    await page().locator('.trace-drawer').getByText('公式', { exact: true }).waitFor()
  })

  test('narrows an indicator to the schools that fail it, and the address keeps it', async () => {
    await open('/evaluation/indicators?state=unmet')
    const rows = page().locator('main .ledger tbody tr:not(.ledger-group)')
    await rows.first().waitFor()
    for (const text of await rows.allInnerTexts()) expect(text).toContain('未达标')
  })

  test('has a page for leaders that prints on one sheet, and whole or not at all', async () => {
    await open('/evaluation/brief')
    await page().locator('.brief').getByText('还没有报').waitFor()
    const red = page().locator('.brief-table')
    expect(await red.getByRole('columnheader').allInnerTexts()).toEqual([
      '项目',
      '现状',
      '要求',
      '补齐要多少',
      '责任单位',
    ])
    expect(await red.innerText()).toMatch(/个未达标：.+/)
    const pdf = await page().pdf({ format: 'A4', preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
    await page().emulateMedia({ media: 'print' })
    expect(await page().locator('.page-head').isVisible()).toBe(false)
    await page().emulateMedia({ media: 'screen' })
    // Without its figures there is no sheet, rather than one without names.
    expectRefusals()
    await page().route('**/figures?*', (route) => route.abort())
    await open('/evaluation/brief')
    await page().getByRole('button', { name: '再试一次' }).waitFor()
    expect(await red.count()).toBe(0)
    await page().unroute('**/figures?*')
    await page().getByRole('button', { name: '再试一次' }).click()
    await red.waitFor()
  })

  test('fills a wall with tiles that say in words how each township stands, without the frame', async () => {
    await page().setViewportSize({ width: 1920, height: 1080 })
    await open('/evaluation/cockpit?wall=1')
    const tiles = page().locator('.township-tile')
    await tiles.first().waitFor()
    for (const text of await tiles.allInnerTexts()) expect(text).toMatch(/达标|待定|不适用/)
    expect(await page().locator('.sidebar').isVisible()).toBe(false)
    const size = await page().evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
    ])
    expect(size).toEqual([1920, 1080])
    await page().getByRole('link', { name: '退出大屏' }).click()
    await page().locator('.sidebar').waitFor()
  })
})
