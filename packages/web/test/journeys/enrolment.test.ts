import { describe, expect, test } from 'vitest'
import { useBrowser } from './browser.ts'
import { serveGround } from './ground-server.ts'
import { tinyPdf } from './tiny-pdf.ts'

const address = serveGround()

describe('a case of a child out of school', () => {
  const { page, open, expectRefusals } = useBrowser(address)
  const told = (words: string) => page().locator('.ant-message', { hasText: words }).first().waitFor()
  const dialog = () => page().locator('.ant-modal')
  const form = () => page().locator('.case-step-form')

  const enter = async (login_name: string, path: string) => {
    const answer = await page().request.post(`${address()}/api/identity/demo-sign-in`, { data: { login_name } })
    expect(answer.ok()).toBe(true)
    await open(path)
  }
  /** Files a certificate with the step whose form is open. */
  const file = async (name: string) => {
    const chosen = page().waitForEvent('filechooser')
    await form().locator('button', { hasText: '上传证明' }).click()
    await (await chosen).setFiles({ name, mimeType: 'application/pdf', buffer: tinyPdf('back at school') })
    await form().getByText(name).waitFor()
  }
  /** Takes a step of the case that is open. */
  const step = async (title: string, fields: Readonly<Record<string, string>>, certificate?: string) => {
    await page().locator('.case-ways button', { hasText: title }).click()
    for (const [label, text] of Object.entries(fields)) await form().getByLabel(label, { exact: true }).fill(text)
    if (certificate !== undefined) await file(certificate)
    await form().getByRole('button', { name: title, exact: true }).click()
    await told('已记录')
    await form().waitFor({ state: 'detached' })
  }
  /** No time runs until the county has said how long it is: by the suggestions, on the page where the case leads. */
  const decideLimits = async (place: string) => {
    await page().locator('.case-turn', { hasText: '期限未定' }).waitFor()
    await page().locator('.case-side', { hasText: '请找' }).waitFor()
    await enter('dudao', '/desk')
    await page().locator('main', { hasText: '控辍保学的期限和次数' }).waitFor()
    await open(place)
    await page().getByRole('link', { name: '去确定' }).click()
    await page().getByText('还有 19 项尚未确定').waitFor()
    await page().getByLabel('销案后个人信息保管几年：多少').fill('300')
    await page().keyboard.press('Tab')
    await page().getByText('不能超过100年').waitFor()
    await page().getByRole('button', { name: '采用全部建议值' }).click()
    await page().getByRole('button', { name: '确定', exact: true }).click()
    await page().getByText('请写文件的日期').waitFor()
    await page().getByLabel('依据的文件（名称、文号）').fill('某县控辍保学办法〔2025〕3号')
    // A typed day counts although the button is pressed at once, as on a telephone, where the field keeps the focus.
    await page().getByLabel('文件的日期').fill('2025-01-15')
    await page().getByRole('button', { name: '确定', exact: true }).dispatchEvent('click')
    // How often children in care are visited has no suggestion: it stays open.
    await page().getByText('还有 4 项尚未确定').waitFor()
  }
  const choose = async (label: string, option: string) => {
    await page().getByLabel(label, { exact: true }).click()
    await page().locator('.ant-select-item-option', { hasText: option }).first().click()
  }

  test('is reported, visited from a telephone without network, written up, and closed by the county', async () => {
    expectRefusals()
    await enter('xuexiao', '/enrolment/cases')
    await page().getByText('没有在办的个案').waitFor()
    await page().getByRole('button', { name: '报告疑似辍学' }).dblclick()
    await dialog().getByRole('button', { name: '报告并立案' }).click()
    await dialog().getByText('请写学生姓名').waitFor()
    await dialog().getByLabel('学生姓名').fill('柏小舟')
    await choose('户籍或居住地乡镇（街道）', '石桥镇')
    await dialog().getByLabel('怎样知道的').fill('连续三天没有到校')
    await dialog().getByRole('button', { name: '报告并立案' }).dblclick()
    await page().locator('.case-turn', { hasText: '石桥镇中心小学' }).waitFor()
    expect(await page().locator('main').innerText()).not.toContain('柏小舟')
    const place = new URL(page().url()).pathname
    await decideLimits(place)
    await enter('xuexiao', place)
    await page().locator('.case-turn', { hasText: '还有' }).waitFor()
    await open('/enrolment/cases')
    await page().locator('tr.opens', { hasText: '石桥镇' }).first().waitFor()
    expect(await page().locator('tr.opens').count()).toBe(1)

    await page().setViewportSize({ width: 360, height: 740 })
    await open('/enrolment/visits')
    await page().getByRole('button', { name: '记录走访' }).click()
    await page().getByLabel('走访人员').fill('班主任')
    await page().getByLabel('走访情况').fill('见到祖母，孩子在镇上')
    await page().context().setOffline(true)
    await page().getByRole('button', { name: '发送', exact: true }).click()
    await page().locator('.visit-outbox', { hasText: '未发送' }).waitFor()
    const kept = await page().evaluate(() => JSON.stringify(window.localStorage))
    expect(kept).toContain('见到祖母')
    expect(kept).not.toContain('柏')
    await page().context().setOffline(false)
    await page().locator('.visit-outbox', { hasText: '已发送' }).waitFor()
    expect(await page().evaluate(() => JSON.stringify(window.localStorage))).not.toContain('见到祖母')

    await page().setViewportSize({ width: 1366, height: 768 })
    await open(place)
    await page().locator('.case-refused', { hasText: '书面报告' }).waitFor()
    for (const course of ['第一次谈话', '第二次谈话']) {
      await page().locator('.case-ways button', { hasText: '劝返' }).first().click()
      await form().getByLabel('劝返人员').fill('班主任')
      await choose('不上学的原因', '厌学')
      await form().getByLabel('劝返经过').fill(course)
      await form().getByRole('button', { name: '劝返', exact: true }).click()
      await page().locator('.case-event', { hasText: course }).waitFor()
    }
    await step('书面报告', { 劝返经过: '两次劝返无效' })
    await page().locator('.case-turn', { hasText: '等石桥镇（教育专干 白若溪）办理' }).waitFor()
    expect(await page().locator('.case-side table.plain tbody tr').count()).toBe(3)
    const returned = { 复学班级: '五年级（2）班', 证明材料的文号或名称: '复学证明〔2026〕1号' }
    await step('复学', returned, '复学证明.pdf')

    await page().locator('.case-ways button', { hasText: '提请销案' }).click()
    await choose('去向', '转学')
    await form().getByLabel('证明材料的文号或名称').fill('接收证明〔2026〕2号')
    await form().getByRole('button', { name: '提请销案', exact: true }).click()
    await form().getByText('请上传证明的文件').waitFor()
    await file('接收证明.pdf')
    await form().getByRole('button', { name: '提请销案', exact: true }).click()
    await page().locator('.case-turn', { hasText: '县级' }).waitFor()

    await enter('dudao', place)
    await page().locator('.case-ways button', { hasText: '同意销案' }).click()
    await form().getByRole('button', { name: '同意销案', exact: true }).click()
    await page().locator('.case-turn', { hasText: '已销案' }).waitFor()
    await open('/enrolment/cases?view=closed')
    await page().locator('tr.opens', { hasText: '转学' }).waitFor()
  })

  test('goes to another school: sent back with a reason, offered again, taken', async () => {
    await enter('xuexiao', '/enrolment/cases')
    await page().getByRole('button', { name: '报告疑似辍学' }).click()
    await dialog().getByLabel('学生姓名').fill('桑小桐')
    await choose('户籍或居住地乡镇（街道）', '石桥镇')
    await dialog().getByLabel('怎样知道的').fill('毕业后没有到初中报到')
    await dialog().getByRole('button', { name: '报告并立案' }).click()
    await page().locator('.case-turn', { hasText: '石桥镇中心小学' }).waitFor()
    const place = new URL(page().url()).pathname
    const offer = async (reason: string) => {
      await page().getByRole('button', { name: '转交', exact: true }).click()
      await dialog().getByLabel('学校', { exact: true }).fill('石桥镇初级中学')
      await page().locator('.ant-select-item-option', { hasText: '石桥镇初级中学' }).first().click()
      await dialog().getByLabel('原因').fill(reason)
      await dialog().getByRole('button', { name: '发出转交' }).click()
      await page().locator('.case-handover', { hasText: '待接收' }).waitFor()
      expect(await page().getByRole('button', { name: '转交', exact: true }).count()).toBe(0)
    }
    await offer('应升入你校')

    await enter('chuzhong', '/desk')
    await page().locator('tr.opens', { hasText: '接收转来的学生' }).click()
    await page().locator('.case-handovers', { hasText: '应升入你校' }).waitFor()
    expect(await page().locator('tr.opens').count()).toBe(0)
    await page().getByRole('button', { name: '退回', exact: true }).click()
    await dialog().getByRole('button', { name: '退回', exact: true }).click()
    await dialog().getByText('退回的，请写明原因').waitFor()
    await dialog().getByLabel('答复').fill('不在本学区')
    await dialog().getByRole('button', { name: '退回', exact: true }).click()
    await told('已退回')

    await enter('xuexiao', '/desk?tab=copied')
    await page().locator('tr.opens', { hasText: '转交被退回' }).click()
    await page().locator('.case-handover', { hasText: '已退回' }).getByText('不在本学区').waitFor()
    await offer('已与教育局核对学区')

    await enter('chuzhong', '/enrolment/cases')
    await page().getByRole('button', { name: '接收', exact: true }).click()
    await dialog().getByRole('button', { name: '接收', exact: true }).click()
    await told('已接收')
    await page().locator('tr.opens').first().click()
    await page().locator('.case-turn', { hasText: '石桥镇初级中学' }).waitFor()
    await page().locator('.case-event', { hasText: '由石桥镇中心小学转到石桥镇初级中学' }).waitFor()

    await enter('xuexiao', place)
    await page().locator('.case-former').waitFor()
    expect(await page().locator('.case-steps').count()).toBe(0)
    await open('/enrolment/cases?view=former')
    await page().locator('tr.opens', { hasText: '转出' }).waitFor()
  })
})
