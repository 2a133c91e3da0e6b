import { describe, expect, test } from 'vitest'
import { useBrowser } from './browser.ts'

describe('trying out other numbers', () => {
  const { page, open } = useBrowser()

  test('assumed numbers turn verdicts at once, and are kept as a scenario to compare', async () => {
    await open('/evaluation/what-if?node=room_area_per_pupil')
    await page().getByRole('button', { name: '都补足到标准' }).click()
    const changes = page().locator('.what-if-changes')
    await changes.getByText('生均教学及辅助用房面积').first().waitFor()
    expect(await page().locator('.what-if-counts').innerText()).toMatch(
      /^\d+ 项结论变化；\d+ 个数变化，其中 \d+ 个达标与否改变$/,
    )
    const title = `补足用房 ${Date.now()}`
    await page().getByRole('button', { name: '保存方案' }).click()
    await page().getByLabel('方案名称').fill(title)
    await page().getByRole('dialog').getByRole('button', { name: '保存方案' }).click()
    await page().getByText('已保存').waitFor()
    await page().getByRole('button', { name: '全部移除' }).click()
    await page().getByText('结论和各项数字都不变。').waitFor()
    await page().locator('.what-if-inputs').getByPlaceholder('不变').first().fill('很多')
    await page().locator('.what-if-assumptions .wrong').waitFor()
    expect(await page().locator('.what-if-assumptions .wrong').innerText()).toContain('不能是“很多”')
    await page().getByRole('link', { name: '已存方案' }).click()
    await page().getByRole('checkbox', { name: title }).check()
    await page().locator('.scenario-compared').getByText('变化的数', { exact: true }).waitFor()
    expect(await page().locator('.scenario-compared').innerText()).toContain(title)
  })
})
