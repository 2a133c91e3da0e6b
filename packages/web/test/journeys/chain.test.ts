import { describe, expect, inject, test } from 'vitest'
import { useBrowser } from './browser.ts'

describe('the chain of a figure', () => {
  const { page, open, expectRefusals } = useBrowser()
  const drawer = () => page().locator('.trace-drawer')

  test('leads from a figure of a school to the lit cell of its workbook in three clicks', async () => {
    await open('/evaluation/schools')
    await page().locator('td .figure', { hasText: /^\d/ }).first().click()
    await drawer().getByText('代入数值').waitFor()
    await drawer().getByRole('button', { name: '直达源单元格' }).click()
    const lit = drawer().locator('.excerpt-lit').first()
    await lit.waitFor()
    expect(await lit.innerText()).not.toBe('')
  })

  test('is walked step by step: inputs down, path on top, back with the browser', async () => {
    await open('/evaluation/schools')
    await page().locator('td .figure', { hasText: /^\d/ }).first().click()
    const input = drawer().locator('.trace-section', { hasText: '由下列数值算得' }).locator('.figure').first()
    const title = await drawer().locator('h2').innerText()
    await input.click()
    await drawer().locator('.trace-crumbs').waitFor()
    expect(await drawer().locator('.trace-crumbs').innerText()).toContain(title)
    const below = await drawer().locator('h2').innerText()
    expect(below).not.toBe(title)
    await drawer().locator('.trace-section', { hasText: '被下列数值引用' }).getByText(title).first().waitFor()
    await page().goBack()
    await drawer().locator('h2', { hasText: title }).waitFor()
  })

  test('a coefficient names its schools, its limit with article and date, deviation ÷ mean, sentences and cells', async () => {
    await open('/evaluation/dispersions')
    await page().locator('td .figure', { hasText: /^\d/ }).first().click()
    await drawer().getByText('参加计算的数值').first().waitFor()
    const parameters = await drawer().locator('.trace-section', { hasText: '引用的标准值' }).innerText()
    expect(parameters).toMatch(/\d{4}-\d{2}-\d{2}/)
    await drawer().getByText('写进了这些地方').waitFor()
    const numbers = (await drawer().locator('.formula-numbers').innerText()).match(/([\d.]+) ÷ ([\d.]+) = ([\d.]+)/)
    const [deviation = 0, mean = 0, result = 0] = (numbers ?? []).slice(1).map(Number)
    expect(result).toBeGreaterThan(0)
    expect(Math.abs(deviation / mean - result)).toBeLessThan(0.02)
    await drawer().getByRole('button', { name: '直达源单元格' }).click()
    await drawer().locator('.trace-sources .excerpt-lit').first().waitFor()
    await drawer().locator('.figure-table .figure').first().click()
    await drawer().getByText('由下列数值算得').waitFor()
  })

  test('every figure on the pages is known to the server', async () => {
    const asked = new Set<string>()
    for (const path of ['/evaluation', '/evaluation/schools', '/evaluation/dispersions']) {
      await open(path)
      await page().locator('main .figure').first().waitFor()
      const shown = await page()
        .locator('main .figure')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-figure') ?? ''))
      expect(shown.length, path).toBeGreaterThan(0)
      for (const id of shown.filter((_, at) => at % Math.ceil(shown.length / 40) === 0)) asked.add(id)
    }
    for (const id of asked) {
      const response = await fetch(`${inject('url')}/api/evaluation/runs/latest/figures/${encodeURIComponent(id)}`)
      expect(response.status, id).toBe(200)
      await response.arrayBuffer()
    }
  })

  test('a link to a figure that this run does not hold says so and leads back to the page', async () => {
    expectRefusals()
    await open('/evaluation?trace=nowhere@nobody')
    await drawer().getByText('这次评估里没有这个数值').waitFor()
    expect(await drawer().getByRole('button', { name: '再试一次' }).count()).toBe(0)
    await drawer().getByRole('button', { name: '关闭，回到页面' }).click()
    await drawer().waitFor({ state: 'hidden' })
    expect(new URL(page().url()).searchParams.has('trace')).toBe(false)
  })

  test('a finding shows its cell, in words of the form, and gives the workbook to send back', async () => {
    await open('/collection?level=error')
    await page().locator('tr.opens', { hasText: '›' }).first().click()
    await page().locator('.side-panel .excerpt-lit').waitFor()
    const panel = page().locator('.side-panel')
    const link = panel.getByRole('link', { name: '下载退回修改的工作簿' })
    await link.waitFor()
    expect(decodeURIComponent((await link.getAttribute('href')) ?? '')).toContain('/documents/退回修改/')
    const text = await panel.innerText()
    expect(text).toContain('栏目')
    expect(text).not.toMatch(/[a-z]+_[a-z]+/)
  })
})
