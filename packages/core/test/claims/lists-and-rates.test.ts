import { describe, expect, it } from 'vitest'
import { blamedIn } from './check-text.ts'

type Case = readonly [text: string, from: string, to: string, blamed: readonly string[]]

/** Lists and rates whose total, whole or number of heads is told elsewhere, or follows from their own parts. */
const CASES: readonly Case[] = [
  // All kinds of a total told before, by how the list begins or by its shares.
  [
    '2024年教育支出完成81480万元。\n分学段看，学前支出8742万元，同比增长9.5%（2023年为7985万元）；小学支出43126万元，同比增长5.7%（2023年为40812万元）；初中支出29612万元，同比增长6.2%（2023年为27890万元）。',
    '8742',
    '8743',
    ['doubtful 81480万元'],
  ],
  [
    '支出预算76642.35万元。\n三、分类\n教育支出62308.71万元，占81.3%；社会保障支出6517.4万元，占8.5%；卫生健康支出3102.88万元，占4.0%；住房保障支出4713.36万元，占6.1%。',
    '6517.4',
    '6514.4',
    ['wrong 76642.35万元'],
  ],
  // What was spent and what is left are all there was.
  [
    '安排经费56284万元。\n截至年底，支出51942万元，支出进度92.29%，结转4342万元。',
    '51942',
    '51941',
    ['doubtful 56284万元'],
  ],
  ['截至年底，支出51942万元，支出进度92.29%，结转4342万元。', '51942', '81942', ['wrong 92.29%']],
  // Rates of everybody are not above all.
  ['养老保险参保4936人，参保率100%。', '100%', '130%', ['wrong 130%']],
  // Those who came for each place; the heads of a sentence, and not of its parts.
  ['计划招聘130名，录用119名。报名2618人，平均20.1人竞争一个岗位。', '20.1人', '50.1人', ['wrong 50.1人']],
  ['年度培训6240人次，其中线下2180人次、线上4060人次，投入312万元，人均500元。', '312万', '318万', ['wrong 500元']],
  ['全区在校学生53270名，心理教师按生师比1000:1应配53名，现有26名。', '53270', '58270', ['wrong 53名']],
  // An item of a list that is named again; those begun and those not.
  [
    '实际支出96127万元。人员支出72350万元，公用支出9418万元，项目支出14359万元，人员支出占总支出的75.3%。',
    '75.3',
    '35.3',
    ['wrong 35.3%'],
  ],
  ['已开工项目42个，未开工3个，项目开工率93.3%。', '42', '72', ['wrong 93.3%']],
  // The grade that a stretch names; the sides of a ratio.
  [
    '一年级招生4876人，七年级招生5532人。一年级新生中随迁子女812人，占16.7%；七年级新生中随迁子女694人，占12.5%。',
    '12.5',
    '17.5',
    ['wrong 17.5%'],
  ],
  ['其中单位部分9588万元，个人部分4794万元，单位与个人缴费之比为2:1。', '2:1', '7:1', ['wrong 7:1']],
  // What went; what is left of income; a daily rate for all who get it.
  ['大班额由年初的41个降至9个，消除32个。', '9个', '3个', ['wrong 41个']],
  [
    '全年收入2714.6万元，较上年增加126.3万元。全年支出2697.8万元，人员经费最多。年末结余16.8万元。',
    '16.8',
    '66.8',
    ['wrong 2714.6万元'],
  ],
  [
    '补助标准为每生每天5元，全年按200天计算。受益学生9263人（小学生6215人，初中生3048人）。据此测算，全年需膳食补助资金926.30万元。',
    '200天',
    '400天',
    ['wrong 926.30万元'],
  ],
  // Above a goal; above another in brackets, of what the sentence before told; a change from a base, of a level told before.
  ['学前教育毛入园率96.2%，超出省定目标（95%）1.2个百分点。', '1.2', '1.4', ['wrong 1.4个百分点']],
  ['教师年均收入提高到9.31万元。教师年均收入比公务员（9.26万元）高500元。', '500', '800', ['wrong 800元']],
  ['排查食品店217家，取缔14家，整改63家，处罚率6.5%。', '14', '16', ['wrong 6.5%']],
  // A list after a share of something else; changes that make up a change; names of parts in the name of the total.
  [
    '政府债券安排教育项目5个1.26亿元，占全县新增债券9.8亿元的12.9%，分别是：县一中5200万元，城北小学2800万元，实训楼2400万元，特教学校1200万元，第三幼儿园1000万元。',
    '5200',
    '4200',
    ['doubtful 2400万元', 'wrong 1.26亿元'],
  ],
  [
    '“三公”经费预算46.8万元，比上年减少3.4万元。其中公务接待费8.2万元，比上年减少1.1万元；公务用车费38.6万元，比上年减少2.3万元；因公出国费0万元，与上年持平。',
    '减少2.3',
    '减少2.8',
    ['wrong 3.4万元'],
  ],
  [
    '全年实施新建、改扩建项目23个，总投资38640万元。其中，新建幼儿园4所、改扩建中小学19所，新增校舍面积6.84万平方米。',
    '19所',
    '16所',
    ['wrong 23个'],
  ],
  ['计划项目45个，已开工42个，完工35个，在建7个。', '35', '65', ['wrong 42个']],
  // The pupils of a stage, by a sentence of its own or in a bracket, for rates and for what is all of them.
  [
    '在校生41280人。其中小学27460人，初中13820人。\n公用经费按小学每生每年720元、初中每生每年940元的标准安排，小学1977.12万元，初中1299.08万元。',
    '1977.12',
    '1977.17',
    ['wrong 1977.17万元'],
  ],
  [
    '学生总规模为41771人，其中小学27419人、初中14352人。\n寄宿生9638人，占义务教育学生（41771人）的23.1%。',
    '（41771',
    '（41774',
    ['wrong 41774人'],
  ],
  // What was done of all ends their list.
  [
    '发现问题37个，其中账务不规范19个，票据不完整12个，结余偏大6个，截至目前已完成整改34个，完成率91.9%。',
    '12个',
    '13个',
    ['doubtful 37个'],
  ],
  // So many times of all, that were told in another paragraph.
  [
    '全年下校41次，足迹遍及35所学校。\n召开会议12次。\n查处机构21家，其中关停8家、转型13家。心理筛查学生4126名，建档631份。\n到民办学校调研偏少，全年仅6次，占下校总次数的14.6%。',
    '14.6',
    '14.7',
    ['wrong 14.7%'],
  ],
]

describe('lists and rates', () => {
  it.each(CASES)('%s %s → %s', (text, from, to, blamed) => {
    expect(blamedIn(text)).toEqual([])
    expect(text).toContain(from)
    expect(blamedIn(text.replace(from, to))).toEqual(blamed)
  })

  it.each([
    // Kinds of something else; shares of a part; a list that goes on.
    '教育支出完成81480万元。\n分学段看，小学新增学位625个，初中新增学位340个，高中新增学位170个。',
    '支出56284万元。\n项目支出中，设备1200万元，占12.0%；校舍5316万元，占53.2%。',
    // Rates that may be above all; what is left of another year.
    '学前毛入园率101.3%，预算完成率104.6%，收入执行率102.2%。',
    '全年收入2714.6万元，支出2697.8万元。年初结余52.3万元。',
    // A rate that is paid to some; a ratio that sets what is due of others.
    '每生每天5元，全年按200天计算。另拨设备资金86万元，受益学生9263人。',
    '超出省定目标（95.5%）约1.2个百分点。',
    // Not the only kinds; changes of parts that leave some out.
    '实施新建项目23个。其中，新建幼儿园4所、改造厕所29间。',
    '经费46.8万元，比上年减少3.4万元。其中接待费8.2万元，比上年减少1.1万元；用车费25.9万元，比上年减少1.3万元。',
  ])('leaves alone: %s', (text) => {
    expect(blamedIn(text)).toEqual([])
  })
})
