/** The layout that the invented statistics are read by: nobody has checked the real one of 2025. */
export const layoutFile = '教基表式（演示）.yaml'

export const layoutText = `# 演示县虚构的 2025 年统计表式，只用来读这个文件夹里的演示工作簿。
# 真实的 2025 年表式没有核实；正式使用前请对照当年的报表制度另写一份（docs/statistics.md）。
statistics:
  - id: demo_2025
    title: 演示县2025年表式（虚构）
    since: 2025
    until: 2025
    like: basic_education_2021
    basis: { document: 演示县虚构的教育事业统计报表, note: 沿用2021、2022年的栏目文字 }
    verified: { grade: C, source: 演示用，没有对照2025年的报表制度 }
    sheets:
      # 本县各校另行填报体育馆，不按室内体育用房计。
      - id: buildings
        number: 教基5170
        figures:
          - id: teaching
            title: 教学及辅助用房
            row: [教学及辅助用房]
            column: [本学年校舍建筑面积/合计]
            unit: 平方米
            into: [{ register: school_form, column: teaching_area }]
          - id: indoor_sport
            title: 室内体育用房
            row: [教学及辅助用房/室内体育用房, 室内体育用房]
            column: [本学年校舍建筑面积/合计]
            unit: 平方米
            into: [{ register: school_form, column: indoor_sport_area }]
`
