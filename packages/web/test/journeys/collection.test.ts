import { describe, expect, test } from 'vitest'
import { drawStatistics } from '../../../core/test/statistics/draw-statistics.ts'
import { primarySchool } from '../../../core/test/statistics/statistics-plan.ts'
import { xlsxOf } from '../../../server/test/statistics/drawn-files.ts'
import { patience, useBrowser } from './browser.ts'
import { serveGround } from './ground-server.ts'

const address = serveGround()

/** Days from today, as the demo county's calendar has them. */
const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

describe('the pages of collecting', () => {
  const { page, open, expectRefusals } = useBrowser(address)
  const dialog = () => page().locator('.ant-modal')
  const cell = (column: string) => page().locator(`td[data-row=form][data-column=${column}]`)
  const saved = () => page().locator('.page-action [role=status]', { hasText: '全部已保存' }).waitFor()
  const state = (word: string) => page().locator('.fill-facts .state-mark', { hasText: word }).waitFor()

  const enter = async (login_name: string) => {
    const answer = await page().request.post(`${address()}/api/identity/demo-sign-in`, { data: { login_name } })
    expect(answer.ok()).toBe(true)
  }
  /** Opens a table of the school from the list, as a clerk would. */
  const openTable = async (title: string) => {
    await open('/collection/tasks')
    await page().locator('.ledger a', { hasText: title }).first().click()
    await page().locator('.grid-table').waitFor()
  }
  const type = async (column: string, text: string) => {
    await cell(column).click()
    await page().keyboard.type(text)
    await page().keyboard.press('Enter')
  }
  /** The button on the page, then the same word in the dialog that it opens. */
  const doIt = async (word: string, reason?: string) => {
    await page().locator('.page-action').getByRole('button', { name: word, exact: true }).click()
    if (reason !== undefined) await dialog().getByLabel('理由').fill(reason)
    await dialog().getByRole('button', { name: word, exact: true }).click()
  }

  /** A year of duties: a duty becomes the task of one township, which takes it up and reports; the office confirms. */
  const workOnDuty = async () => {
    await enter('dudao')
    await open('/duties')
    await page().getByRole('button', { name: '开始一年的任务分解' }).click()
    await dialog()
      .getByRole('button', { name: /^开\s?始$/ })
      .click()
    await page().locator('a.primary-link', { hasText: '任务分解' }).click()
    await page().locator('tr.opens', { hasText: '签订教育责任书' }).click()
    const panel = page().locator('.side-panel')
    const units = panel.locator('.ant-form-item', { hasText: '每个单位一项任务' })
    await units.locator('.ant-select-clear').click()
    await units.locator('input').fill('石桥镇')
    await page().locator('.ant-select-item-option', { hasText: '石桥镇' }).first().click()
    await panel.getByLabel('期限').fill(day(40))
    // A day that was typed is taken when its field is left, a moment before a hand would reach the button.
    await panel.getByLabel('期限').press('Enter')
    await panel.getByRole('button', { name: '记下并选上' }).click()
    await page().getByRole('button', { name: '由 1 项职责建任务' }).click()
    // What was said to be made is what the page shows.
    await page().locator('.ant-message', { hasText: '建了 1 项任务' }).waitFor()
    const made = page().locator('tr.opens', { hasText: '签订教育责任书' }).locator('td').last()
    expect(await made.innerText()).toBe('1')
    expect(await page().getByRole('button', { name: '下达全部（1）' }).isEnabled()).toBe(true)
    await page().getByRole('button', { name: '下达全部（1）' }).click()
    await dialog().locator('tr', { hasText: '石桥镇' }).getByText(day(40)).waitFor()
    await dialog().getByRole('button', { name: '下达', exact: true }).click()
    await page().locator('.ant-message', { hasText: '下达了 1 项任务' }).waitFor()
    const take = async (person: string, deed: string, says?: string) => {
      await enter(person)
      await open('/duties')
      await page().locator('tr.opens', { hasText: '签订教育责任书' }).click()
      await panel.locator('.duty-deeds').getByRole('button', { name: deed, exact: true }).click()
      if (says !== undefined) await dialog().getByLabel('说明').fill(says)
      await dialog().getByRole('button', { name: deed, exact: true }).click()
      await panel.locator('.duty-history', { hasText: deed }).waitFor()
    }
    await take('shiqiao', '接收')
    await take('shiqiao', '报完成', '已与各村签订')
    await take('dudao', '确认完成')
    await page().keyboard.press('Escape')
    await page().locator('tr.opens', { hasText: '已完成' }).waitFor()
  }

  /** What a meeting has decided becomes a task in one go; of the tasks a pledge is made, and noted as signed. */
  const decideAndPledge = async () => {
    await open('/duties/mechanisms')
    await page().getByRole('button', { name: '登记会议' }).click()
    await dialog().getByLabel('种类').click()
    await page().locator('.ant-select-item-option', { hasText: '政府常务会' }).click()
    await dialog().getByLabel('会议名称').fill('第9次常务会')
    await dialog().getByLabel('教育方面的议题').fill('校车安全')
    await dialog().getByLabel('决定').fill('排查校车')
    await dialog().getByRole('button', { name: '登记会议' }).click()
    const panel = page().locator('.side-panel')
    await panel.locator('.duty-decisions', { hasText: '未交办' }).getByRole('button', { name: '转为任务' }).click()
    await dialog().getByLabel('责任岗位').fill('镇长')
    await dialog().getByLabel('承办单位').fill('石桥镇')
    await page().locator('.ant-select-item-option', { hasText: '石桥镇' }).first().click()
    // The list of units stays open over the button until something else is clicked.
    await dialog().locator('.ant-modal-title').click()
    await dialog().getByRole('button', { name: '建立并下达' }).click()
    await panel.locator('.duty-origin-tasks', { hasText: '石桥镇' }).waitFor()
    await panel.locator('.duty-decisions', { hasText: '办理中' }).waitFor()
    await open('/duties/pledges?level=乡镇&text=石桥镇')
    await page().getByRole('button', { name: '生成责任书（1）' }).click()
    await page().locator('.ant-popconfirm').getByRole('button').last().click()
    await page().locator('tr', { hasText: '已生成' }).getByRole('button', { name: '登记签订' }).click()
    await dialog().getByLabel('责任方签字人').fill('镇长')
    await dialog().getByRole('button', { name: '登记签订' }).click()
    await page().locator('tr', { hasText: '已签订' }).waitFor()
  }

  test('a period is opened in three steps; who owes is reminded, and sees it until they have read it; a duty is given out, reported and confirmed; a decision becomes a task, and tasks a signed pledge', async () => {
    await enter('dudao')
    expectRefusals()
    await open('/collection/periods')
    await page().getByRole('button', { name: '开放上报期' }).click()
    const drawer = page().locator('.side-panel')
    await drawer.getByLabel('标准包').fill('优质均衡')
    await page().locator('.ant-select-item-option', { hasText: '优质均衡' }).first().click()
    await drawer.getByLabel('名称').fill('浏览器试报')
    await drawer.getByLabel('开始日期').fill(day(-1))
    await drawer.getByLabel('截止日期').fill(day(20))
    await drawer.getByRole('button', { name: '下一步' }).click()
    await drawer.locator('tr', { hasText: '学校补充表' }).getByRole('checkbox', { name: '先初审' }).check()
    await drawer.getByRole('button', { name: '下一步' }).click()
    await drawer.getByRole('button', { name: '开放' }).click()
    await page().locator('h1', { hasText: '浏览器试报' }).waitFor()
    await page().locator('tr', { hasText: '石桥镇中心小学' }).getByRole('checkbox').check()
    await page().getByRole('button', { name: '一键催报' }).click()
    await dialog().getByLabel('另外要说的话').fill('请今天报齐')
    await dialog().getByRole('button', { name: '发出催报' }).click()
    await page().locator('.ant-message', { hasText: '已催报 1 个单位' }).waitFor()
    await enter('xuexiao')
    await open('/')
    await page()
      .locator('.reminder-bar', { hasText: /还没有上报，.* 截止。请今天报齐/ })
      .waitFor()
    await page().getByRole('button', { name: '知道了' }).click()
    await page().locator('.reminder-bar').waitFor({ state: 'detached' })
    await workOnDuty()
    await decideAndPledge()
  })

  test('a block pasted from a spreadsheet is saved; the wrong cell stays as typed and is named among the problems', async () => {
    await enter('xuexiao')
    await openTable('学校填报表')
    await page().context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page().evaluate(() => navigator.clipboard.writeText('18\r\n0\r\n一二\r\n6\r\n'))
    await cell('classes').click()
    await page().keyboard.press('Control+v')
    await saved()
    await page().locator('.problem', { hasText: '“一二”不是数' }).waitFor()
    expect(await cell('classes').locator('input').inputValue()).toBe('18')
    expect(await cell('classes_26_30').innerText()).toContain('一二')
    expect(await cell('classes_26_30').getAttribute('aria-invalid')).toBe('true')
    await page().reload()
    await page().locator('.grid-table').waitFor()
    expect(await cell('classes_31_35').innerText()).toContain('6')
    expect(await cell('classes_26_30').innerText()).toContain('一二')
    expect(await page().locator('.page-action').getByRole('button', { name: '上报' }).isDisabled()).toBe(true)
  })

  test('the figures behind the seven indicators are taken from the statistics workbook with one click, and say where they came from', async () => {
    await enter('xuexiao')
    await openTable('学校填报表')
    const year = Number((await page().locator('.grid-table thead').innerText()).match(/20\d\d/)?.[0])
    const school = { ...primarySchool, code: '2199000201', name: '石桥镇中心小学', year }
    const buffer = Buffer.from(await xlsxOf(drawStatistics(school).map((pad) => pad.draw())))
    const chosen = page().waitForEvent('filechooser')
    await page().locator('.page-action').getByRole('button', { name: '从教基取数' }).click()
    await (await chosen).setFiles({ name: '教基.xlsx', mimeType: 'application/octet-stream', buffer })
    await dialog().waitFor()
    expect(await dialog().innerText()).toContain('没有对照')
    // What was pasted before differs and waits for a decision; all the rest is blank.
    await dialog().getByLabel('全部勾选').check()
    await dialog()
      .getByRole('button', { name: /^全部采用/ })
      .click()
    await dialog().waitFor({ state: 'detached' })
    for (const [column, text] of [
      ['primary_pupils', '1198'],
      ['primary_bachelor', '51'],
      ['backbone_teachers', '13'],
      ['music_teachers', '3'],
      ['teaching_area', '6120.5'],
      ['ground_area', '9350'],
      ['equipment_value', '318.25'],
      ['multimedia_rooms', '32'],
    ] as const)
      await page().locator(`td[data-row=form][data-column=${column}]`, { hasText: text }).waitFor()
    await cell('equipment_value').click()
    await page().getByRole('tab', { name: '本格' }).click()
    await page().locator('.event-list', { hasText: '采用教基报表：教基.xlsx 教基5176 D19' }).waitFor()
  })

  test('a table is filled and submitted; the township sends one cell back, the rest stays locked, and the school corrects it', async () => {
    await enter('xuexiao')
    await openTable('学校补充表')
    await type('senior_pupils', '120')
    await type('last_year_pupils', '300')
    await saved()
    await doIt('上报')
    await state('已上报')
    await enter('shiqiao')
    await open('/collection/tasks?at_me=true')
    await page().locator('.ledger tr', { hasText: '石桥镇中心小学' }).getByRole('link', { name: '初审' }).click()
    await cell('senior_pupils').click()
    await page().getByRole('tab', { name: '本格' }).click()
    await page().getByRole('button', { name: '退回这一格' }).click()
    await page().getByRole('button', { name: '退回所选各格' }).click()
    await dialog().getByLabel('退回原因').fill('与学籍人数不符')
    await dialog().getByRole('button', { name: '退回', exact: true }).click()
    await state('已退回')
    await enter('xuexiao')
    await openTable('学校补充表')
    await page().locator('.problem-returned', { hasText: '与学籍人数不符' }).waitFor()
    expect(await cell('last_year_pupils').getAttribute('aria-readonly')).toBe('true')
    await type('senior_pupils', '118')
    await saved()
    await page().locator('.problem-returned').waitFor({ state: 'detached' })
    await doIt('上报')
    await state('已上报')
  })

  test('two people change one cell: the second sees both texts and chooses, and nothing is overwritten before', async () => {
    await enter('xuexiao')
    await openTable('学校填报表')
    const other = await page().context().browser()?.newContext()
    const head = await other?.newPage()
    if (other === undefined || head === undefined) throw new Error('no second browser')
    head.setDefaultTimeout(patience)
    await other.request.post(`${address()}/api/identity/demo-sign-in`, { data: { login_name: 'xiaozhang' } })
    await head.goto(page().url())
    await head.locator('.grid-table').waitFor()
    await type('migrant_pupils', '31')
    await saved()
    await head.locator('td[data-column=migrant_pupils]').click()
    await head.keyboard.type('29')
    await head.keyboard.press('Enter')
    const conflict = head.locator('.ant-modal', { hasText: '与别人填的不一致' })
    await conflict.waitFor()
    const row = await conflict.locator('tbody tr').innerText()
    expect(row).toContain('29')
    expect(row).toContain('31')
    await conflict.locator('input[type=radio]').nth(1).check()
    await conflict.getByRole('button', { name: '按所选处理' }).click()
    await conflict.waitFor({ state: 'detached' })
    await head.reload()
    await head.locator('td[data-column=migrant_pupils]', { hasText: '31' }).waitFor()
    await other.close()
  })
})
