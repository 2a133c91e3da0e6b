import { describe, expect, test } from 'vitest'
import { useBrowser } from './browser.ts'
import { serveGround } from './ground-server.ts'

const address = serveGround(['--appraisal'])

describe('the pages of appraisals', () => {
  const { page, open } = useBrowser(address)
  const panel = () => page().locator('.side-panel')
  const enter = async (login_name: string) => {
    const answer = await page().request.post(`${address()}/api/identity/demo-sign-in`, { data: { login_name } })
    expect(answer.ok()).toBe(true)
  }

  test('a township rates what is left, with a reason where it says something else, and reports; the office sees it', async () => {
    await enter('shiqiao')
    await open('/appraisal')
    await page().locator('td a', { hasText: '去办' }).click()
    await page().locator('h1', { hasText: '石桥镇' }).waitFor()
    const unrated = page().locator('tr.opens', { hasText: '未评' })
    await unrated.first().waitFor()
    const left = await unrated.count()
    expect(left).toBeGreaterThan(1)
    for (let done = 0; done < left; done += 1) {
      await unrated.first().click()
      await panel().getByLabel('依据', { exact: true }).fill('见台账与会议纪要')
      const lower = panel().getByText('未做到（0）')
      const isLower = done === left - 1 && (await lower.count()) > 0
      if (isLower) {
        await lower.click()
        await panel().getByLabel('与计算值不同的原因').fill('材料不全，自行降档')
      }
      await panel().getByRole('button', { name: '保存', exact: true }).click()
      // Saved only when the row behind the panel says so.
      await page().waitForFunction(
        (rest) =>
          [...document.querySelectorAll('tr.opens')].filter((row) => row.textContent?.includes('未评')).length === rest,
        left - done - 1,
      )
      await panel().getByLabel('关闭').click()
      await panel().waitFor({ state: 'detached' })
    }
    await page().getByRole('button', { name: '上报自评' }).click()
    await page()
      .locator('.ant-modal')
      .getByRole('button', { name: /上\s?报/ })
      .click()
    await page().locator('.appraisal-now', { hasText: '自评已报' }).waitFor()
    await enter('dudao')
    await open('/appraisal?at_me=true')
    await page().locator('td a', { hasText: '石桥镇' }).waitFor()
  })

  test('the office sees all units in their order, and those without a result apart; a township sees no ranking', async () => {
    await enter('dudao')
    await open('/appraisal/yearly')
    const ranked = page().locator('table[aria-label="排名"] tbody tr')
    await ranked.first().waitFor()
    expect(await ranked.count()).toBe(3)
    expect(await ranked.first().textContent()).toContain('澄江街道')
    expect(await ranked.first().textContent()).toContain('102.0')
    const apart = page().locator('table[aria-label="没有名次的单位"]')
    expect(await apart.textContent()).toContain('石桥镇')
    await enter('shiqiao')
    await open('/appraisal/yearly')
    await page().getByText('还没有可以排名的考核').waitFor()
  })
})
