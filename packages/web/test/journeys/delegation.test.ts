import { describe, expect, test } from 'vitest'
import { useBrowser } from './browser.ts'
import { serveGround } from './ground-server.ts'

const address = serveGround()

/** Days from today, as the demo county's calendar has them. */
const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

describe('work handed to a colleague for some days', () => {
  const { page, open, expectRefusals } = useBrowser(address)
  const panel = () => page().locator('.side-panel')
  const dialog = () => page().locator('.ant-modal')
  const waiting = () => page().locator('tr.opens', { hasText: '组织秋季入学' })

  const enter = async (login_name: string, path: string) => {
    const answer = await page().request.post(`${address()}/api/identity/demo-sign-in`, { data: { login_name } })
    expect(answer.ok()).toBe(true)
    await open(path)
  }
  /** What other pages of the product do, asked of the interface behind them. */
  const send = async (path: string, data: object) => {
    const session: { csrf?: string } = await (await page().request.get(`${address()}/api/identity/session`)).json()
    const headers = { 'x-eduduty-csrf': session.csrf ?? '', origin: address() }
    const answer = await page().request.post(`${address()}/api${path}`, { headers, data })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
  /** A task that waits for the bureau to accept it. */
  const issueTask = async () => {
    const tree: { county: string } = await (await page().request.get(`${address()}/api/organizations/tree`)).json()
    const { county } = tree
    const year = Number(day(0).slice(0, 4))
    const days = { soon_days: 30, silent_days: 60 }
    const { plan } = await send('/duties/plans', { county, year, title: '任务分解', document: '', ...days })
    const { tasks } = await send(`/duties/plans/${county}/${plan}/tasks`, {
      title: '组织秋季入学',
      wording: '',
      lists: ['任务清单'],
      units: ['D02'],
      cooperating: [],
      post: '局长',
      due_on: day(20),
      deliverable: '',
      milestones: [],
    })
    await send(`/duties/tasks/${county}/${tasks[0]}/deeds`, { deed: 'issue', says: '' })
  }

  test('the colleague does it under both names and nothing personal, and no longer when it is taken back', async () => {
    await enter('dudao', '/desk')
    await issueTask()
    await enter('jiaoyuju', '/desk/delegations')
    await page().getByRole('button', { name: '请人代办' }).click()
    await dialog().getByLabel('由谁代办').fill('纪采薇')
    await page().locator('.ant-select-item-option', { hasText: '纪采薇' }).click()
    await dialog().getByLabel('结束日期（含当日）').fill(day(2))
    await dialog().getByLabel('原因').fill('赴市里开会')
    await dialog().getByRole('button', { name: '请人代办' }).click()
    const given = page().locator('tr', { hasText: '赴市里开会' })
    await given.filter({ hasText: '正在代办' }).waitFor()
    expect(await given.innerText()).toContain('签发')

    await enter('kongchuo', '/desk')
    await waiting().filter({ hasText: '代顾怀远办理' }).click()
    await page().locator('.acting-bar', { hasText: '正在代顾怀远办理' }).waitFor()
    await panel().getByRole('button', { name: '接收', exact: true }).click()
    await dialog().getByRole('button', { name: '接收', exact: true }).click()
    await panel().getByText('纪采薇（代顾怀远）').first().waitFor()
    await panel().getByLabel('关闭').click()
    await panel().waitFor({ state: 'detached' })
    await page().getByRole('button', { name: '退出代办' }).click()
    await page().locator('.acting-bar').waitFor({ state: 'detached' })

    await enter('jiaoyuju', '/desk/delegations')
    await given.getByRole('button', { name: /收\s?回/ }).click()
    await page()
      .locator('.ant-popover')
      .getByRole('button', { name: /确\s?定/ })
      .click()
    await given.filter({ hasText: '已收回' }).waitFor()
    await enter('kongchuo', '/desk/delegations')
    expectRefusals()
    await page().locator('tr', { hasText: '赴市里开会' }).filter({ hasText: '已收回' }).waitFor()
    expect(await page().getByRole('button', { name: '去代办' }).count()).toBe(0)
    await open('/desk')
    await page().locator('.inbox-list').waitFor()
    expect(await page().getByText('代顾怀远办理').count()).toBe(0)
  })
})
