import { describe, expect, it } from 'vitest'
import { checkText } from './check-text.ts'

/** A rule, and texts that keep it: each as it is, and with one number of it written wrong. */
const RULES: Readonly<Record<string, readonly (readonly [text: string, from: string, to: string])[]>> = {
  'what there is to each of a stage that is counted elsewhere': [
    [
      '全县小学在校生18432人、初中在校生9015人。\n小学专任教师1152人、初中专任教师751人。\n小学、初中生师比分别为16.0:1、12.0:1。',
      '12.0:1',
      '13.0:1',
    ],
    [
      '小学在校生20148人，初中在校生9936人。\n小学共有教学班504个，平均班额39.98人；初中共有教学班216个，平均班额46.00人。',
      '46.00',
      '48.00',
    ],
    [
      '全县小学教师1210人，初中教师640人。\n小学在校生20570人，初中在校生7680人，生师比依次为17.0:1和12.0:1。',
      '17.0',
      '17.9',
    ],
  ],
  'a table counts as prose does': [
    [
      '类别\t学校数（所）\t在校生（人）\t专任教师（人）\n小学\t312\t186420\t10965\n初中\t104\t92150\t7372\n合计\t416\t278570\t18337\n一、情况\n小学生师比为17.00:1。',
      '17.00',
      '17.60',
    ],
  ],
  'all stages together': [
    [
      '在园幼儿6120人。\n义务教育在校生20455人。\n普通高中在校生3310人，职业高中在校生1205人。\n连同学前教育在内，全县各级各类在校学生31090人。',
      '31090',
      '31890',
    ],
  ],
  'so much for each pupil of a stage': [
    [
      '全县小学在校生41250人，初中在校生20160人。\n公用经费标准为小学每生每年720元、初中940元，小学、初中所需资金分别为2970万元、1895.04万元。',
      '1895.04',
      '1695.04',
    ],
  ],
  'a share of what a stage counts': [
    ['小学生1536人，初中生704人。\n全镇留守儿童392名，占中小学生总数的17.5%。', '17.5', '19.5'],
  ],
  'growth told apart is held against growth': [
    [
      '教育支出98760万元，比上年的92850万元增长6.37%；同口径财政收入比上年增长4.12%，教育支出增速快2.25个百分点。',
      '2.25',
      '2.85',
    ],
    ['教育支出增长7.26%，同期全县财政支出增幅4.81%，前者高出后者2.45个百分点。', '4.81', '4.31'],
  ],
  'what came and went, by the total of a list': [
    ['三年分别公开招聘教师87名、92名和105名，总计284名，同期自然减员213名，净增71名。', '净增71', '净增77'],
    ['学科类机构从原有的26家大幅压减，注销12家、转为非学科类9家，继续保留5家。', '保留5', '保留8'],
  ],
  'several years together': [
    ['两年来，全区补充教师815名。\n2022年补充教师372名，2023年补充443名。', '815', '865'],
    ['2022年新招教师356名，2023年新招418名，两年新进教师占现有4838名专任教师的16.0%。', '16.0', '18.0'],
  ],
  'kindergartens that are not dear': [
    [
      '在园幼儿7650人，在公办园就读4284人，在普惠性民办园就读2601人，接受普惠性学前教育的幼儿达到6885人，普惠性幼儿园覆盖率90.0%。',
      '90.0',
      '98.0',
    ],
    ['全县幼儿园在园幼儿8120人，公办园在园4466人，普惠性民办园在园2842人，非普惠园在园812人。', '812', '819'],
  ],
  'a part by a rate': [
    ['土地出让净收益28400万元，按照10%的比例计提教育资金2840万元。', '2840', '2340'],
    ['所需资金5136.5万元，由中央、省、县按60:20:20的比例分担，县级承担1027.3万元。', '1027.3', '1021.3'],
    ['所需资金由中央、省、县按50:30:20的比例分担。', '30:20', '36:20'],
  ],
  'by how much two numbers told before differ': [
    ['2023年本科上线1426人。2022年本科上线1352人。相比之下，上线人数多出74人。', '74', '79'],
  ],
  'who comes to every course': [['举办培训班24期，参加培训1680人次，平均每期70人。', '每期70', '每期75']],
}

/** Whether a finding names the number at a place. */
const isNamed = (text: string, place: number): boolean => {
  const { claims, findings } = checkText(text)
  return findings.some((one) =>
    one.claims.some((id) => claims.some((claim) => claim.id === id && claim.at.start <= place && claim.at.end > place)),
  )
}

describe.each(Object.entries(RULES))('%s', (_rule, texts) => {
  it.each(texts)('%s %s → %s', (text, from, to) => {
    expect(checkText(text).findings.map(({ computation }) => computation)).toEqual([])
    expect(text).toContain(from)
    const changed = [...to].findIndex((letter, at) => letter !== from[at])
    expect(isNamed(text.replace(from, to), text.indexOf(from) + changed)).toBe(true)
  })
})

describe('a heading of its own line', () => {
  it('is no part of what the paragraph after it counts', () => {
    const text =
      '四、坚持强师固本，队伍活力不断激发\n全县义务教育学校共有专任教师1903人，小学1152人，初中751人。\n小学在校生18432人，初中在校生9012人，生师比依次为16.0:1和12.0:1。'
    expect(checkText(text).findings).toEqual([])
    const found = checkText(text.replace('16.0', '19.0')).findings.map((one) => one.found)
    expect(new Set(found)).toEqual(new Set(['19.0:1']))
  })
})

describe('classes of public schools', () => {
  const text = '全县小学在校生20160人。\n小学开设公办教学班420个班。\n小学平均班额45.00人。'
  it('are not all classes of a stage', () => {
    expect(checkText(text).findings).toEqual([])
    const found = checkText(text.replace('公办', '')).findings.map((one) => one.found)
    expect(found).toEqual(['45.00人'])
  })
})
