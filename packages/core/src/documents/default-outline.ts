import type { Outline } from '../packs/index.ts'

/** The report of a pack that declares none: what is met, what is not, what is not known, and who is to act. */
export const defaultOutline: Outline = {
  id: 'default_report',
  title: '{县名}{年度}年度\n{标准名称}评估报告',
  file: '评估报告.docx',
  max_characters: 5000,
  sections: [
    {
      heading: '',
      level: 1,
      body: [
        {
          sentences: [
            { text: '按照{标准名称}（{标准文号}），以{评价日期}为统计时点，根据填报数据逐项评估如下。' },
            { text: '评估结论：{认定结论}。' },
            { text: '[[{评分说明}]]' },
            { text: '截至报告形成时，{未报说明}。', unknown: '应报送的报表均已收齐。' },
          ],
        },
      ],
    },
    {
      heading: '一、已达标事项',
      level: 1,
      body: [
        {
          sentences: [
            {
              issues: {
                states: ['met'],
                single: '{标题}达标[[，为{指标值}]][[，标准为{标准}]]。',
                many: '{标题}应评{应评数}个，均达标[[，标准为{标准}]]。',
                none: '没有已能认定达标的事项。',
              },
              priority: 5,
            },
          ],
        },
      ],
    },
    {
      heading: '二、未达标事项',
      level: 1,
      body: [
        {
          sentences: [
            {
              issues: {
                states: ['unmet', 'error'],
                single: '{标题}未达标[[，为{指标值}]][[，标准为{标准}]][[，{差距}]][[，责任单位为{责任单位}]]。',
                many: '{标题}应评{应评数}个，未达标{未达标数}个：{名单}{等}[[，标准为{标准}]][[，合计{差距}]][[，责任单位为{责任单位}]]。',
                none: '没有未达标事项。',
                numbered: true,
              },
            },
          ],
        },
      ],
    },
    {
      heading: '三、待补报后认定的事项',
      level: 1,
      body: [
        {
          sentences: [
            {
              issues: {
                states: ['undecided'],
                single: '{标题}暂不能认定[[，须补报{未报项目}]]。',
                many: '{标题}暂不能认定[[，须补报{未报项目}]]。',
                none: '没有要等数据报来才能认定的事项。',
                grouped: true,
              },
            },
          ],
        },
      ],
    },
  ],
}
