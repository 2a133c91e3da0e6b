import { describe, expect, test } from 'vitest'
import { useBrowser } from './browser.ts'
import { serveGround } from './ground-server.ts'

const address = serveGround()

describe('the pages of organizations, people and the three administrators', () => {
  const { page, open, expectRefusals } = useBrowser(address)
  /** Nothing has been evaluated here: whoever may see results is told so by the server. */
  const noRunYet = expectRefusals
  const dialog = () => page().locator('.ant-modal')
  const panel = () => page().locator('.side-panel')
  const enter = async (login_name: string) => {
    const answer = await page().request.post(`${address()}/api/identity/demo-sign-in`, { data: { login_name } })
    expect(answer.ok()).toBe(true)
  }
  const menu = () => page().locator('.sidebar-groups a span').allInnerTexts()

  test('one click on an identity of the demo county enters, and the menu is what its role may do', async () => {
    await open('/sign-in')
    await page().locator('.public-county', { hasText: '澄湖县' }).waitFor()
    await page().locator('.entrance-demo button', { hasText: '系统管理员' }).click()
    await page().locator('h1', { hasText: '三员工作台' }).waitFor()
    const system = await menu()
    expect(system).toEqual(expect.arrayContaining(['组织机构', '人员账号', '三员工作台', '系统状态']))
    expect(system).not.toContain('评估总览')
    expect(system).not.toContain('审计记录')
    await enter('shenji')
    await open('/')
    await page().locator('h1', { hasText: '三员工作台' }).waitFor()
    expect(await menu()).toContain('审计记录')
    expect(await menu()).not.toContain('安全设置')
  })

  test('a long menu opens by group, also from the keyboard, stays as it was left, and is there in words on a telephone', async () => {
    await enter('dudao')
    // Nothing is evaluated here.
    expectRefusals()
    await open('/archive/papers')
    const sidebar = page().locator('.shell > .sidebar')
    const group = (name: string) => sidebar.getByRole('button', { name, exact: true })
    const isOpen = (name: string) => group(name).getAttribute('aria-expanded')
    expect([await isOpen('佐证档案'), await isOpen('职责')]).toEqual(['true', 'false'])
    await group('职责').focus()
    await page().keyboard.press('Enter')
    await page().keyboard.press('Tab')
    await page().keyboard.press('Enter')
    await page().locator('h1', { hasText: '职责任务' }).waitFor()
    await open('/desk')
    expect([await isOpen('职责'), await isOpen('控辍保学')]).toEqual(['true', 'false'])

    await page().setViewportSize({ width: 375, height: 700 })
    await page()
      .locator('.phone-bar')
      .getByRole('button', { name: /菜\s?单/ })
      .click()
    await page().locator('.phone-menu').getByRole('link', { name: '通知' }).click()
    await page().locator('h1', { hasText: '通知' }).waitFor()
    await page().locator('.phone-menu').waitFor({ state: 'detached' })
  })

  test('renaming a unit is refused at the field for a taken name, previewed with date and document, and kept in its history', async () => {
    await enter('xitong')
    expectRefusals()
    await open('/organizations')
    await page().locator('tr.opens', { hasText: '石桥镇第二小学' }).click()
    await panel().getByRole('button', { name: '更名' }).first().click()
    await dialog().getByLabel('新名称').fill('石桥镇中心小学')
    await dialog().getByLabel('批准文件或原因').fill('澄政发〔2026〕8号')
    await dialog().getByRole('button', { name: '下一步' }).click()
    await dialog().locator('.ant-form-item-explain-error', { hasText: '石桥镇' }).waitFor()
    await dialog().getByLabel('新名称').fill('石桥镇实验小学')
    await dialog().getByRole('button', { name: '下一步' }).click()
    const preview = await dialog().locator('.change-preview').innerText()
    expect(preview).toContain('更名为“石桥镇实验小学”')
    expect(preview).toContain('澄政发〔2026〕8号')
    const today = /\d{4}-\d{2}-\d{2}/.exec(preview)?.[0] ?? ''
    await dialog().getByRole('button', { name: '确定办理' }).click()
    const history = panel().locator('.unit-section', { hasText: '沿革' }).locator('tbody tr')
    await history.filter({ hasText: '石桥镇实验小学' }).waitFor()
    expect(await history.first().innerText()).toMatch(new RegExp(`${today}\\s+至今\\s+石桥镇实验小学`))
    const before = await history.nth(1).innerText()
    expect(before).toContain('石桥镇第二小学')
    expect(before).not.toContain(today)
  })

  test('a grant that one security administrator proposes takes effect when the other has seen it whole and agreed', async () => {
    await enter('anquan')
    await open('/identity/grants')
    await page().getByRole('button', { name: '提出授权' }).click()
    const choose = async (label: string, typed: string, option: string) => {
      await dialog().getByLabel(label, { exact: true }).fill(typed)
      const shown = page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
      await shown.filter({ hasText: option }).first().click()
    }
    await choose('岗位', 'jyzg', '白若溪')
    await choose('角色', '督学', '督学')
    await choose('范围', '石桥镇', '石桥镇')
    await dialog().getByLabel('原因').fill('兼任责任区督学')
    await dialog().getByRole('button', { name: '提交' }).click()
    const row = page().locator('tr', { hasText: '教育专干' }).filter({ hasText: '待复核' })
    await row.waitFor()
    expect(await row.getByRole('button', { name: '同意', exact: true }).count()).toBe(0)
    await enter('fuhe')
    await open('/identity/grants?status=proposed')
    await row.getByRole('button', { name: '同意', exact: true }).click()
    const summary = await dialog().locator('.dialog-facts').innerText()
    for (const said of ['石桥镇', '教育专干', '白若溪', '督学', '石桥镇及以下', '兼任责任区督学', '方思齐'])
      expect(summary).toContain(said)
    await dialog().getByRole('button', { name: '同意', exact: true }).click()
    await page().locator('.ant-message', { hasText: '已生效' }).waitFor()
  })

  test('a number is shown for a written reason, and the auditor sees who looked at whose and why', async () => {
    await enter('jiaoyuju')
    noRunYet()
    await open('/identity/people?q=yqc')
    await page().locator('tr.opens', { hasText: '叶晴川' }).click()
    const phone = panel().locator('.facts > div', { hasText: '手机' })
    expect(await phone.innerText()).toContain('****')
    await phone.getByRole('button', { name: '查看原文' }).click()
    await dialog().getByLabel('事由').fill('核对值班电话')
    await dialog().getByRole('button', { name: '查看原文' }).click()
    await phone.locator('strong', { hasText: /^199\d{8}$/ }).waitFor()
    await enter('shenji')
    await open('/audit?action=identity.reveal')
    const event = page().locator('tr.opens', { hasText: '核对值班电话' })
    expect(await event.innerText()).toMatch(/顾怀远[\s\S]*叶晴川/)
    await event.click()
    expect(await panel().innerText()).toContain('手机号码')
    expect(await panel().innerText()).not.toMatch(/199\d{8}/)
  })

  test('Ctrl+K finds a school by the short initials that people use', async () => {
    await enter('dudao')
    noRunYet()
    await open('/organizations')
    await page().keyboard.press('Control+k')
    await page().locator('.ant-modal input').fill('sqzx')
    // Where there is an evaluation, its figures of the school are found as well.
    const unit = page().locator('.finder button', { hasText: '石桥镇中心小学' }).filter({ hasText: '组织机构' })
    await unit.click()
    await panel().locator('.ant-drawer-title', { hasText: '石桥镇中心小学' }).waitFor()
  })

  test('a page for other posts says so, and gives nothing away', async () => {
    await enter('xuexiao')
    expectRefusals()
    await open('/identity/grants')
    await page().getByText('您的岗位不使用这一页').waitFor()
    const said = await page().locator('main').innerText()
    expect(said).not.toContain('安全管理员（复核）')
  })
})
