import { describe, expect, test } from 'vitest'
import { useBrowser } from './browser.ts'
import { serveGround } from './ground-server.ts'

const address = serveGround(['--appraisal'])

describe('trying out other numbers', () => {
  const { page, open } = useBrowser(address)

  test('turns verdicts at once, says what cannot be assumed, and keeps a scenario to compare', async () => {
    const answer = await page().request.post(`${address()}/api/identity/demo-sign-in`, {
      data: { login_name: 'dudao' },
    })
    expect(answer.ok()).toBe(true)
    await open('/evaluation/what-if')
    const field = page().locator('.what-if-inputs').getByPlaceholder('不变').first()
    await field.fill('很多')
    const refusal = page().locator('.what-if-assumptions .wrong')
    await refusal.waitFor()
    expect(await refusal.innerText()).toContain('不能是“很多”')
    await field.fill('9')
    await page().locator('.what-if-changes tbody tr').first().waitFor()
    expect(await page().locator('.what-if-counts').innerText()).toMatch(
      /^\d+ 项结论变化；\d+ 个数变化，其中 \d+ 个达标与否改变$/,
    )
    const saving = page().getByRole('button', { name: '保存方案' })
    await saving.click()
    await page().getByLabel('方案名称').fill('多开几次会')
    await page().getByRole('dialog').getByRole('button', { name: '保存方案' }).click()
    await page().getByText('已保存').waitFor()
    await page().getByRole('button', { name: '全部移除' }).click()
    await page().getByText('结论和各项数字都不变。').waitFor()
    await page().getByRole('link', { name: '已存方案' }).click()
    await page().getByRole('checkbox', { name: '多开几次会' }).check()
    const compared = page().locator('.scenario-compared')
    await compared.getByText('变化的数', { exact: true }).waitFor()
    expect(await compared.innerText()).toContain('多开几次会')
  })
})
