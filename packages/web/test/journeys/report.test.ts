import { describe, expect, test } from 'vitest'
import { useBrowser } from './browser.ts'
import { serveGround } from './ground-server.ts'

const address = serveGround(['--appraisal'])

describe('writing a report', () => {
  const { page, open } = useBrowser(address)

  const enter = async (login_name: string) => {
    const answer = await page().request.post(`${address()}/api/identity/demo-sign-in`, { data: { login_name } })
    expect(answer.ok()).toBe(true)
  }
  const button = (name: string | RegExp) => page().getByRole('button', { name })

  test('from an evaluation to the signed file: words are typed, one sends and another signs', async () => {
    await enter('dudao')
    await open('/reports')
    await button('建立报告稿').click()
    await button(/^建立 \d+ 份$/).click()
    await page().locator('.ledger a').first().click()
    const paragraph = page().locator('.report-open').first()
    await paragraph.click()
    await page().locator('.cm-content').waitFor()
    await page().keyboard.type('全县另行投入120万元。在校生45678人，其中小学30123人、初中15655人。')
    // This evaluation has figures of townships only, none of the county that the report is about.
    await button('插入数字').click()
    const picker = page().getByRole('dialog')
    await picker.getByText('没有找到这样的数字').waitFor()
    await page().locator('.ant-modal-close').click()
    await picker.waitFor({ state: 'detached' })
    await page().locator('.cm-content').click()
    await page().keyboard.press('Control+Enter')
    await page().locator('.cm-content').waitFor({ state: 'detached' })
    expect(await paragraph.innerText()).toContain('全县另行投入120万元')

    // What was typed by hand is told apart from what comes from the evaluation.
    await page().getByRole('tab', { name: '手写数字' }).click()
    const loose = page().locator('.report-side')
    await loose.getByText('另行投入120万元').waitFor()
    expect(await loose.locator('li').count()).toBe(4)

    // They do not add up: found, led back to, and said to be settled.
    await button('核对数字').click()
    await page().getByText('30123人 + 15655人 = 45778人').waitFor()
    await page().keyboard.press('j')
    await page().getByText('45678人 → 45778人').first().waitFor()
    expect(await page().locator('.claim-paper .claim-active').innerText()).toContain('45678人')
    await button('已处理').click()
    await page().getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page().locator('.claim-finding .ant-tag').getByText('已处理').waitFor()
    await page().getByRole('link', { name: '回到报告稿这一段' }).click()

    await button('送审').click()
    await page().getByRole('dialog').getByRole('button', { name: '送审' }).click()
    await button('撤回送审').waitFor()
    expect(await page().locator('.report-open').count()).toBe(0)
    expect(await button('签发').count()).toBe(0)

    const report = new URL(page().url()).pathname
    await enter('xianzhang')
    await open(report)
    await button('签发').click()
    await page().getByRole('dialog').getByRole('button', { name: '签发' }).click()
    await page().getByText('已签发', { exact: true }).first().waitFor()
    await page().getByRole('tab', { name: '版本' }).click()
    const kept = page().getByRole('link', { name: '签发的文件' })
    const file = await page().request.get(new URL((await kept.getAttribute('href')) ?? '', address()).href)
    expect(file.headers()['content-type']).toContain('wordprocessingml')
  })
})
