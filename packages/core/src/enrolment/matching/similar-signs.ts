/** Signs of names that are taken for each other when they are written or typed by hand. Each line is one group. */
const groups = `
己已巳 戊戌戍 末未 土士 日曰 人入 千干于 天夫 王玉主 大太犬 刀力 贝见 儿几 冶治 汨汩 析折 拆析 卯卵 免兔 侯候 晴睛 
坚竖 坪枰评 宇字 宁守 安宴 宜宣 完宗 官宫 实买 室空 家宋 苹萍 芳芬 茵菌 荣莹 荟荷 莉茉 莲连 菁青 蓓培 蕊芯 薇微
杨扬 林材 柏拍 柯河 桐铜 栋拣 桦华 梅海 楠南 榕溶 樱缨 淇其 沁泌 洋样 浩皓 涛祷 淑椒 清请 渊洲 湘相 源原 溪奚
玥明月 玲铃 珊册 珍诊 玮伟 琪棋 琳林 瑛英 瑜愉 瑞端 璐路 瑶摇 珂河柯 昊吴 旭旦 昕听 晨辰 晗含 晓浇 晖挥辉 
俊竣峻 杰木 佳住 侃佩 俏悄 倩清 健键 偲思 傲敖 博搏 勋助 勇男 勤勒 卓早 厚原 可司 吉告 君尹 启后 呈星 哲折 嘉喜
坤神 城诚成 基其 培陪 塔搭 墨黑 壮状 夏复 奕弈亦 妍研 妮泥 姗珊 姝妹 娅哑 娇桥 婉宛 婧靖 婷停亭 媛缓 嫣焉 孟盂 孝考
少小 尧晓 岚风 岩炭 峰锋烽 崇祟 巍魏 帆凡 希布 幸辛 庆厌 康唐 廷延 建健 弘宏 张弥 彤丹 彦产 彬林 心必 志态 怡台 思恩
恺凯 悦说 惠慧 慈兹 懿壹 戈弋 扬场 振震 捷婕 敏每 文交 斌武 方万 旋施 昌冒 易昜 春舂 显湿 景影 智知 曦羲 朗郎 朝潮
民氏 永水 汉仅 江汪 沛市 波坡 泽择 洁吉 流琉 浦甫 淳谆 添舔 渝愉 温湿 滢莹 潇箫 灵录 炎淡 炫眩 焕换 煜昱 熙照 燕蒸
爱受 牧枚 珈加 琛深 琦绮 瑾谨 璇旋 甜话 申由甲田 畅肠 益盖 盛成 睿容 磊石 祥详 祺琪 禹属 秀季 秋秒 程呈 穆移 立丘
童重 竹行 筠均 箐菁 粤奥 素索 红江 纯钝 经轻 绍招 维唯 绮椅 翔祥 翠卒 耀跃 聪总 胜性 腾滕 舒舍 良艮 艺亿 节市 若苦
苏办 茂戊 茜西 荔励 菲非 萌明 蓉容 蔚尉 蕾雷 虎虚 衡行 裕俗 言信 诗待持 诺若 谦廉 豪毫 贤坚 赫赤 超起 轩杆 辰晨 迅讯
远运 逸免 邦帮 郁都 鑫森 钧均 银很 锐悦 锦绵 镇填 长张 闻间 阳阴 陆际 雅推 雪雷 雯雲文 霖淋 霞霄 静睁 韵均 颖频 顺须
飞乙 馨声 骏俊 高亭 魁鬼 鸣鸟 鸿鸣 鹏朋 麒其 麟鳞 龙尤 
刘列 陈阵 赵越 黄苗 周同 吴吕 徐涂 孙弥 马乌 朱未 胡湖 郭邻 何向 罗岁 梁粱 宋末 郑邓 谢射 韩朝 冯马 曹遭 彭膨 曾会
萧肃 田由 董重 袁哀 潘番 蒋将 蔡祭 余佘 杜社 叶时 程和 苏芬 魏巍 吕昌 丁于 任仁 沈忱 姚桃 卢芦 姜美 崔催 钟种 谭潭
陆陌 汪江 范犯 金全 石右 廖寥 贾贲 韦书 夏厦 付什 方万 邹皱 熊能 白自 孟盂 秦泰 邱丘 侯候 江汇 尹君 薛薜 闫闰 段段
雷雪 龙尤 史吏 陶淘 贺资 毛手 郝赤 顾项 龚龙 邵邰 钱线 覃潭 武式 戴截 莫草 孔扎 汤场 
`

const groupsOf = new Map<string, Set<number>>()
for (const [at, group] of groups.split(/\s+/).entries())
  for (const sign of group) groupsOf.set(sign, (groupsOf.get(sign) ?? new Set()).add(at))

/** Whether two different signs look so much alike that one is often written for the other. */
export function isSimilarSign(one: string, other: string): boolean {
  const mine = groupsOf.get(one)
  const theirs = groupsOf.get(other)
  if (mine === undefined || theirs === undefined) return false
  for (const at of mine) if (theirs.has(at)) return true
  return false
}
