import type { Assessment } from '@eduduty/core/evaluation'
import { Assessment as AssessmentSchema } from '@eduduty/core/evaluation'
import { Check } from 'typebox/value'
import { describe, expect, inject, test } from 'vitest'
import { api, useBrowser } from './browser.ts'

const pages = ['/evaluation', '/evaluation/schools', '/evaluation/dispersions', '/collection', '/evaluation/documents']
const words = { met: '达标', unmet: '未达标', undecided: '待定', not_applicable: '不适用', error: '错误' }

async function latest(): Promise<Assessment> {
  const found = await api('/evaluation/runs/latest')
  if (!Check(AssessmentSchema, found)) throw new Error('the assessment breaks its contract')
  return found
}

describe('the verdict', () => {
  const { page, open, expectRefusals } = useBrowser()

  test('stands on the first page with its light, its reasons and every item', async () => {
    const assessment = await latest()
    await open('/evaluation')
    const verdict = page().locator('.verdict')
    expect(await verdict.innerText()).toContain(assessment.verdict.text)
    expect(await verdict.locator('h2').innerText()).toContain(words[assessment.verdict.state])
    for (const reason of assessment.verdict.reasons.slice(0, 3)) expect(await verdict.innerText()).toContain(reason)
    const more = verdict.getByRole('button', { name: /^另有/ })
    if ((await more.count()) > 0) await more.click()
    for (const reason of assessment.verdict.reasons) expect(await verdict.innerText()).toContain(reason)
    const openItems = assessment.sections.flatMap((section) => section.items).filter((item) => item.deciding.length > 0)
    const owing = openItems[0]?.deciding[0]
    expect(await verdict.innerText()).toContain(owing?.unit_name ?? '待定')
    const items = assessment.sections.reduce((sum, section) => sum + section.items.length, 0)
    expect(await page().locator('main section').filter({ hasText: '判断项目' }).locator('tr.opens').count()).toBe(items)
  })

  test('no page is wider than a 1366 screen or needs a newer browser; each names county, year and unit', async () => {
    const { run } = await latest()
    for (const path of pages) {
      await open(path)
      const wide = await page().evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wide, path).toBe(0)
      const line = await page().locator('.page-head p').innerText()
      expect(line, path).toContain(run.county.name)
      expect(line, path).toContain(`${run.year} 年度`)
      expect(line, path).toContain('单位')
      const styles = await page().evaluate(() =>
        [...document.querySelectorAll('style')].map((style) => style.textContent).join(),
      )
      // What Chromium 86 cannot read it leaves out; that must hit nothing this page uses.
      for (const [rule] of styles.matchAll(/[^{}]*:has\([^{}]*(?=\{)/g))
        expect(rule, path).toMatch(/borderless|tabs-card|option-selected/)
      expect(styles, path).not.toMatch(/:where\(|@layer|color-mix\(|@container|(?:^|[;{])inset:|dev-only/)
    }
  })

  test('an item opens its panel beside the tree, and the address keeps it', async () => {
    await open('/evaluation')
    const row = page().locator('tr.opens').first()
    await row.click()
    const panel = page().locator('.side-panel')
    await panel.getByText('依据', { exact: true }).waitFor()
    expect(new URL(page().url()).searchParams.get('item')).not.toBeNull()
    await page().reload()
    await panel.getByText('公式', { exact: true }).waitFor()
  })

  test('a school that owes data leads to its line in the table of schools, opened', async () => {
    await open('/evaluation')
    const link = page().locator('.owed a').first()
    const name = (await link.innerText()).replace(/（.*$/, '')
    await link.click()
    await page().locator('.side-panel').getByText(name).first().waitFor()
    const lines = page().locator('main tr.opens')
    await lines.first().waitFor()
    const names = await lines.allInnerTexts()
    for (const one of names) expect(one).toContain(name)
  })

  test('says what to do while there is no run', async () => {
    await page().route('**/api/evaluation/runs', (route) => route.fulfill({ json: [] }))
    await open('/evaluation')
    expect(await page().locator('main').innerText()).toContain('还没有评估结果')
    expect(await page().locator('main').innerText()).toContain('评估上报的数据')
    await page().locator('main').getByRole('link', { name: '去上报期' }).click()
    await page().waitForURL('**/collection/periods')
  })

  test('passes on the sentence of the server when it refuses, and recovers on a second try', async () => {
    expectRefusals()
    let failing = true
    await page().route('**/api/evaluation/runs', (route) =>
      failing
        ? route.fulfill({ status: 503, json: { title: '忙', detail: '数据库正在备份，请稍后再试。' } })
        : route.continue(),
    )
    await open('/evaluation')
    expect(await page().locator('[role=alert]').innerText()).toContain('数据库正在备份，请稍后再试。')
    failing = false
    await page().getByRole('button', { name: '再试一次' }).click()
    await page().locator('.verdict').waitFor()
  })

  test('prints without the frame, with county, time and run', async () => {
    const { run } = await latest()
    await open('/evaluation')
    await page().emulateMedia({ media: 'print' })
    expect(await page().locator('.sidebar').isVisible()).toBe(false)
    expect(await page().locator('.print-head').innerText()).toContain(run.county.name)
    expect(await page().locator('.print-foot').innerText()).toMatch(new RegExp(`打印时间 \\d{4}-.*${run.id}`))
  })

  test('offers the files of the run for download', async () => {
    await open('/evaluation/documents')
    const links = page().locator('a[download]')
    expect(await links.count()).toBeGreaterThan(0)
    const response = await fetch(new URL((await links.first().getAttribute('href')) ?? '', inject('url')))
    expect(response.status).toBe(200)
  })
})
