import { describe, expect, it } from 'vitest'
import { blamedIn, checkText } from './check-text.ts'

describe('what belongs together is found and added up', () => {
  it.each([
    ['全县有学校86所，其中小学52所、初中24所、高中6所、职业学校4所。', 5],
    ['在校学生45678人，其中小学30123人、初中15555人。', 3],
    ['小学教师1180人，初中教师965人，合计2145人。', 3],
    ['教育经费12.36亿元，比上年增加0.84亿元，增长7.29%。', 3],
    ['入园率由92.3%提高到94.1%，提高了1.8个百分点。', 3],
    ['每生每年补助1250元，共资助3200人，发放资金400万元。', 3],
    ['教师3245人，其中本科以上2987人，占92.05%。', 3],
    ['在校生2209人，班级47个，平均班额47人。', 3],
    ['2022年补充教师1118名，2023年补充教师1165名，增长4.2%。', 3],
    ['应入学1234人，实际入学1230人，入学率99.68%。', 3],
    ['公办园在园幼儿6120人、民办园4080人，分别占60%、40%。', 4],
    ['教学楼2012.5平方米，宿舍楼1034.5平方米，合计3047平方米。', 3],
    ['学校58所，其中：小学37所，初中15所，完全中学、职业学校、特殊教育学校各2所。', 4],
    ['规划新建48所。截至11月底，已开工36所，占规划量的75%。', 3],
  ])('%s', (text, confirmed) => {
    const check = checkText(text)
    expect(check.findings).toEqual([])
    expect(check.confirmed).toBe(confirmed)
  })

  it.each([
    ['在校学生45678人，其中小学30123人、初中15655人。', 'wrong 45678人'],
    ['小学教师1180人，初中教师965人，合计2245人。', 'wrong 2245人'],
    ['教育经费12.36亿元，比上年增加0.84亿元，增长9.29%。', 'wrong 9.29%'],
    ['入园率由92.3%提高到94.1%，提高了2.8个百分点。', 'wrong 2.8个百分点'],
    ['入园率由92.3%提高到91.1%。', 'wrong 91.1%'],
    ['每生每年补助1250元，共资助3200人，发放资金410万元。', 'wrong 1250元'],
    ['教师3245人，其中本科以上2987人，占93.05%。', 'wrong 93.05%'],
    ['在校生2209人，班级57个，平均班额47人。', 'wrong 47人'],
    ['应入学1234人，实际入学1230人，入学率98.68%。', 'wrong 98.68%'],
    ['中小学171所，其中普高5所，职业中专1所，初中21所，小学125所，教学点9个。', 'wrong 171所'],
    ['规划新建48所。截至11月底，已开工36所，占规划量的85%。', 'wrong 85%'],
    ['全市在校生98630人。\n小学在校生40127人，初中在校生21840人，高中在校生26663人。', 'wrong 98630人'],
  ])('%s: %s', (text, blamed) => {
    expect(blamedIn(text)).toEqual([blamed])
  })

  it('says how it was computed, and which digit would make it right', () => {
    const [finding] = checkText('2023年，小学教师1180人，初中教师965人，合计2245人。').findings
    expect(finding).toMatchObject({
      sentence: '2023年，小学教师1180人，初中教师965人，合计2245人。',
      computation: '1180人 + 965人 = 2145人，写的是 2245人',
      expected: '2145人',
    })
    expect(finding?.corrections[0]).toMatchObject({ from: '2245人', to: '2145人' })
  })
})

describe('what says nothing is left alone', () => {
  it.each([
    '认真落实“三个增长”和“两个只增不减”，推进一村一幼，编制“十四五”规划。',
    '教师1200人，其中骨干教师300人、高级教师400人。',
    '印发〔2018〕2号文件，第3条规定，2020年9月起执行，咨询电话0771-5551234。',
    '学校86所，其中小学52所、初中24所。',
    '高速铁路1.9万公里，占世界60%以上，铁路12.1万公里。',
  ])('%s', (text) => {
    expect(checkText(text).findings).toEqual([])
  })

  it('calls hidden numbers uncheckable and joins them with nothing', () => {
    const check = checkText('201*年投入*万元，改扩建学校1X所，新增学位500个。')
    expect(check.findings.map(({ grade }) => grade)).toEqual(['uncheckable'])
    expect(check.claims.map(({ text }) => text)).toEqual(['500个'])
  })
})
