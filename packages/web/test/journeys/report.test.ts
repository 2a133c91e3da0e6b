import { describe, expect, test } from 'vitest'
import { useBrowser } from './browser.ts'
import { serveGround } from './ground-server.ts'

const address = serveGround(['--collection'])

describe('writing a report', () => {
  const { page, open } = useBrowser(address)

  const enter = async (login_name: string) => {
    const answer = await page().request.post(`${address()}/api/identity/demo-sign-in`, { data: { login_name } })
    expect(answer.ok()).toBe(true)
  }
  const button = (name: string | RegExp) => page().getByRole('button', { name })

  /** What other pages of the product do, asked of the interface behind them. */
  const ask = async (method: 'GET' | 'POST', path: string, data?: object): Promise<unknown> => {
    const session: { csrf?: string } = await (await page().request.get(`${address()}/api/identity/session`)).json()
    const headers = { 'x-eduduty-csrf': session.csrf ?? '', origin: address() }
    const answer = await page().request.fetch(`${address()}/api${path}`, {
      method,
      headers,
      ...(data !== undefined && { data }),
    })
    expect(answer.ok()).toBe(true)
    return answer.json()
  }
  const findPeriod = async (): Promise<string> => {
    const periods = JSON.stringify(await ask('GET', '/collection/periods'))
    const found = /"county_code":"(\d+)","period_id":"([^"]+)","title":"[^"]*优质均衡/.exec(periods)
    return `${found?.[1]}/${found?.[2]}`
  }
  const evaluate = (period: string) => ask('POST', `/evaluation/periods/${period}`, { kind: 'official' })
  /** The form of 湖滨街道中心小学, which only waits to be frozen. */
  const freeze = async (period: string) => {
    const [county, id] = period.split('/')
    const tasks: unknown = await ask('GET', `/collection/tasks?period=${id}`)
    const row = JSON.stringify(tasks)
      .split('{')
      .find((one) => one.includes('湖滨街道中心小学') && one.includes('"verified"'))
    const task = /"task_id":"([^"]+)"/.exec(row ?? '')?.[1]
    await ask('POST', `/collection/tasks/${county}/${task}/freeze`, { reason: '' })
  }

  test('from an evaluation to the signed file: words are typed, one sends and another signs', async () => {
    await enter('dudao')
    const period = await findPeriod()
    await evaluate(period)
    await open('/reports')
    await button('建立报告稿').click()
    await button(/^建立 \d+ 份$/).click()
    await page().locator('.ledger a').first().click()
    await page().locator('.report-table .chart svg').first().waitFor()
    const paragraph = page().locator('.report-open').first()
    await paragraph.click()
    await page().locator('.cm-content').waitFor()
    await page().keyboard.type('全县另行投入120万元。在校生45678人，其中小学30123人、初中15655人。一所学校有学生')
    await button('插入数字').click()
    const picker = page().getByRole('dialog')
    await picker.getByLabel('单位').click()
    await page().keyboard.type('xx')
    await page().locator('.ant-select-item-option', { hasText: '县实验小学' }).first().click()
    await picker.getByLabel('数字名称或拼音首字母').fill('ywjyxss')
    const wanted = picker.getByRole('button', { name: '义务教育学生数' })
    await wanted.waitFor()
    // The list follows the typed initials a moment later; a row that still moves is not pressed.
    await expect.poll(() => picker.locator('.report-figures li').count()).toBe(1)
    await wanted.click()
    await picker.waitFor({ state: 'detached' })
    await page().keyboard.type('就读。')
    await page().locator('.report-editor').getByRole('button', { name: '完成' }).click()
    await page().locator('.cm-content').waitFor({ state: 'detached' })
    expect(await paragraph.innerText()).toMatch(/全县另行投入120万元。.*一所学校有学生\d+人就读。$/)

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

    // Another school is frozen; what that does to the report is looked at place by place before it is sent.
    await freeze(period)
    await evaluate(period)
    await page().reload()
    await button('更新数字').click()
    await page().locator('.ant-popover').getByRole('button', { name: '更新数字' }).click()
    await page().getByRole('tab', { name: '待复核' }).click()
    const waiting = page().getByRole('tabpanel').locator('.report-places li')
    await waiting.first().waitFor()
    expect(await paragraph.innerText()).toContain('全县另行投入120万元')
    for (let left = await waiting.count(); left > 0; left -= 1) {
      await page().locator('.report-marks').first().getByRole('button').last().click()
      await expect.poll(() => waiting.count(), { timeout: 60_000 }).toBeLessThan(left)
    }

    await button('送审').click()
    await page().getByRole('dialog').getByRole('button', { name: '送审' }).click()
    await button('撤回送审').waitFor()
    expect(await page().locator('.report-open').count()).toBe(0)
    expect(await button('签发').count()).toBe(0)

    const report = new URL(page().url()).pathname
    await enter('xianzhang')
    await open(report)
    await button('签发').click()
    // Figures of a preview evaluation: signed as it is only by who says so, and why.
    const dialog = page().getByRole('dialog')
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('textbox').fill('先供会议讨论')
    await dialog.getByRole('button', { name: '签发' }).click()
    await page().getByText('已签发', { exact: true }).first().waitFor()
    await page().getByRole('tab', { name: '版本' }).click()
    const kept = page().getByRole('link', { name: '签发的文件' })
    const file = await page().request.get(new URL((await kept.getAttribute('href')) ?? '', address()).href)
    expect(file.headers()['content-type']).toContain('wordprocessingml')
  })

  test('a sentence leads to its papers and back, and an indicator to its own', async () => {
    await enter('dudao')
    await open('/reports')
    await page().locator('.ledger a').first().click()
    const panel = page().locator('.side-panel')
    const table = page().locator('.report-block', { hasText: '资源配置各项达标学校数' }).first()
    const proof = table.getByRole('button', { name: '看佐证' })
    await proof.waitFor()
    // In sight although nothing points at the paragraph; what edits it is not.
    expect(await proof.evaluate((element) => getComputedStyle(element).opacity)).toBe('1')
    await proof.focus()
    await page().keyboard.press('Enter')
    await panel.getByText('这一段数字的佐证材料').waitFor()
    const paper = panel.locator('.archive-evidence a').first()
    const title = await paper.innerText()
    await paper.click()
    await page().waitForURL('**/archive?**')
    await panel.getByText(title).first().waitFor()
    await page().goBack()
    await panel.getByText('这一段数字的佐证材料').waitFor()
    await page().keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(new URL(page().url()).searchParams.get('evidence')).toBeNull()

    await open('/evaluation/indicators/gov_03')
    await page().getByRole('link', { name: '看佐证目录' }).first().click()
    await page().waitForURL('**/archive?**indicator=gov_03**')
    await page().locator('tr.opens', { hasText: '音乐、美术教室逐间面积清单' }).first().waitFor()
  })
})
