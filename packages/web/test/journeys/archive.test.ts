import { describe, expect, test } from 'vitest'
import { useBrowser } from './browser.ts'
import { serveGround } from './ground-server.ts'
import { tinyPdf } from './tiny-pdf.ts'

const address = serveGround()

/** Days from today, as the demo county's calendar has them. */
const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

describe('the pages of the evidence archive', () => {
  const { page, open, expectRefusals } = useBrowser(address)
  const dialog = () => page().locator('.ant-modal')
  const panel = () => page().locator('.side-panel')
  const row = () => page().locator('tr.opens', { hasText: '石桥镇中心小学' }).first()
  const told = (words: string) => page().locator('.ant-message', { hasText: words }).waitFor()

  const enter = async (login_name: string, path: string) => {
    const answer = await page().request.post(`${address()}/api/identity/demo-sign-in`, { data: { login_name } })
    expect(answer.ok()).toBe(true)
    await open(path)
  }
  const choose = async (button: string, files: { name: string; content: Buffer }[]) => {
    const chosen = page().waitForEvent('filechooser')
    await panel().getByRole('button', { name: button, exact: true }).click()
    const sent = files.map(({ name, content }) => ({ name, mimeType: 'application/octet-stream', buffer: content }))
    await (await chosen).setFiles(sent)
  }
  /** The office opens the school's need, and the paper in it that is to be read. */
  const lookAt = async (title: string) => {
    await row().click()
    await panel().getByRole('button', { name: title, exact: true }).click()
    await panel().locator('canvas').waitFor()
  }

  test('a unit is asked for a paper, sends one, is told what it lacks, sends it anew, and is done', async () => {
    expectRefusals()
    await enter('dudao', '/archive')
    await page().getByRole('button', { name: '建立目录' }).click()
    await dialog().getByLabel('标准包').fill('优质均衡')
    await page().locator('.ant-select-item-option', { hasText: '优质均衡' }).first().click()
    await dialog().getByRole('button', { name: '建立', exact: true }).click()
    await row().waitFor()
    await row().getByRole('checkbox').check()
    await page().getByRole('button', { name: '催交', exact: true }).click()
    await dialog().getByLabel('提交期限').fill(day(10))
    await dialog().getByLabel('要说的话').fill('请交盖章的扫描件')
    await dialog().getByRole('button', { name: '发出催交' }).click()
    await page().getByRole('button', { name: '确认发出', exact: true }).click()
    await told('已向 1 个单位催交 1 项')

    await enter('xuexiao', '/archive?requested=true')
    await page().locator('.reminder-bar', { hasText: '请交盖章的扫描件' }).waitFor()
    await page().getByRole('button', { name: '知道了' }).click()
    await page().locator('.reminder-bar').waitFor({ state: 'detached' })
    await row().click()
    await choose('选文件', [
      { name: '培训记录.pdf', content: tinyPdf('no seal') },
      { name: '安装.exe', content: Buffer.from('MZ\u0000\u0001 program') },
    ])
    const receipt = panel().locator('.archive-receipt')
    await receipt.getByText('收下 1 件，没有收下 1 件').waitFor()
    expect(await receipt.locator('tr', { hasText: '安装' }).innerText()).toContain('没有收下')
    const describing = receipt.getByRole('region', { name: '填写材料信息' })
    await describing.getByLabel('落款日期').fill(day(-30))
    await describing.getByLabel('形成单位').fill('石桥镇中心小学')
    await describing.getByRole('button', { name: '保存 1 件材料信息' }).click()
    await told('1 件的材料信息已保存')
    await panel().locator('.state-mark', { hasText: '待审' }).first().waitFor()

    await enter('dudao', '/archive?state=unread')
    await row()
      .getByRole('button', { name: /^审核“/ })
      .click()
    await panel().locator('canvas').waitFor()
    expect(await panel().getByRole('button', { name: '催交', exact: true }).count()).toBe(0)
    await panel().getByRole('button', { name: '不充分', exact: true }).click()
    await panel().getByText('请写明缺什么、怎么补').waitFor()
    await panel().getByLabel('意见').fill('缺公章')
    await panel().getByRole('button', { name: '不充分', exact: true }).click()
    await told('已审为不充分')

    await enter('xuexiao', '/archive?state=weak')
    await row().getByText('缺公章').waitFor()
    await lookAt('培训记录')
    await panel().getByRole('link', { name: '材料信息、版本与下载' }).click()
    await choose('换新版', [{ name: '培训记录（盖章）.pdf', content: tinyPdf('sealed') }])
    await told('已换新版')
    await panel().locator('.number', { hasText: '第 2 版' }).waitFor()

    await enter('dudao', '/archive?state=unread')
    await lookAt('培训记录')
    await panel().getByRole('button', { name: '充分', exact: true }).click()
    await told('已审为充分')
    await open('/archive?state=ready')
    await row().locator('.state-mark', { hasText: '齐全' }).waitFor()
  })
})
