import { describe, expect, test } from 'vitest'
import { useBrowser } from './browser.ts'
import { serveGround } from './ground-server.ts'

const address = serveGround()

describe('the editor of standards packs', () => {
  const { page, open, expectRefusals } = useBrowser(address)
  const dialog = () => page().locator('.ant-modal')
  const choose = async (label: string, option: string) => {
    await dialog().getByLabel(label, { exact: true }).click()
    await page().locator('.ant-select-dropdown:visible .ant-select-item', { hasText: option }).first().click()
  }
  const saved = () => page().locator('.save-mark[data-state="saved"]').waitFor()
  const branch = (word: string) =>
    page().locator('.draft-tree section', { has: page().locator('.tree-branch', { hasText: word }) })
  const write = async (text: string) => {
    const formula = page().getByRole('textbox', { name: '公式' })
    await formula.click()
    await page().keyboard.press('Control+a')
    await page().keyboard.type(text)
  }

  test('an official issues a new version: another line with its article, a formula mended, a worked example, installed', async () => {
    // Nothing has been evaluated here: the shell is told so by the server.
    expectRefusals()
    const entered = await page().request.post(`${address()}/api/identity/demo-sign-in`, {
      data: { login_name: 'dudao' },
    })
    expect(entered.ok()).toBe(true)
    await open('/packs')
    await page().getByRole('button', { name: '安装标准包' }).click()
    await dialog().locator('li', { hasText: '学校办学条件核查' }).getByRole('button').click()
    await page().locator('tr', { hasText: '学校办学条件核查' }).first().waitFor()
    await dialog()
      .getByRole('button', { name: /关\s?闭/ })
      .last()
      .click()
    await page().getByRole('button', { name: '起草标准包' }).click()
    await dialog().getByLabel('草稿名称').fill('办学条件修订')
    await choose('标准包版本', '学校办学条件核查')
    await dialog().getByLabel('新版本号').fill('1.1.0')
    await dialog().getByRole('button', { name: '开始编写' }).click()

    await page().locator('.tree-branch', { hasText: '参数' }).click()
    await page().locator('.tree-entry', { hasText: '生均占地线' }).click()
    await page().getByLabel('值', { exact: true }).first().fill('20')
    await page().getByLabel('依据：条款').first().fill('第九条')
    await saved()

    await branch('指标').first().locator('.tree-branch').click()
    await page().locator('.tree-entry', { hasText: '生均占地面积' }).click()
    await write('办学条件表.校园占地 ÷ 学生书')
    await page().locator('.problem-list', { hasText: '学生书' }).first().waitFor()
    await page().locator('.code-formula .cm-lintRange-error').first().waitFor()
    expect(
      await page()
        .getByRole('button', { name: /安\s?装/ })
        .isDisabled(),
    ).toBe(true)
    await write('办学条件表.校园占地 ÷ xss')
    await page().locator('.cm-tooltip-autocomplete li', { hasText: '学生数' }).first().click()
    await page().locator('.problem-bar', { hasText: '没有错误' }).waitFor()
    expect(await page().getByRole('textbox', { name: '公式' }).textContent()).toBe('办学条件表.校园占地 ÷ 学生数')

    await page().getByRole('tab', { name: '算例' }).click()
    await page().getByRole('button', { name: '加一个算例' }).click()
    await dialog().getByLabel('名称', { exact: true }).fill('初中1900÷100=19，低于20')
    await dialog().getByLabel('年度').fill('2024')
    await choose('台账', '办学条件表')
    for (const [label, text] of [
      ['机构编码', 'C1'],
      ['机构名称', '丙初级中学'],
      ['办学层次', '初中'],
      ['运行情况', '正常'],
      ['学籍注册人数', '100'],
      ['校园占地', '1900'],
    ] as const)
      await dialog().getByLabel(label, { exact: true }).fill(text)
    await choose('核对哪一项', '生均占地面积')
    await dialog().getByLabel('评价对象：unit').fill('C1')
    await dialog().getByLabel('精确值').fill('19')
    await choose('结论', '未达标')
    await dialog().getByRole('button', { name: '加上' }).click()
    await page().locator('h2', { hasText: '4 个算例全部相符' }).waitFor()

    await page().getByRole('tab', { name: '对照' }).click()
    await page().locator('li', { hasText: '“18”改为“20”' }).waitFor()
    await page()
      .getByRole('button', { name: /安\s?装/ })
      .click()
    await dialog()
      .getByRole('button', { name: /安\s?装/ })
      .click()
    await page().locator('.page-title', { hasText: '已安装，只能查看' }).waitFor()
    await open('/packs')
    await page().locator('tr', { hasText: '1.1.0' }).first().waitFor()
    await page().locator('tr', { hasText: '办学条件修订' }).locator('td', { hasText: '已安装' }).waitFor()
  })
})
