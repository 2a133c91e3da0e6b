const LEAD =
  /^(?:截至|截止|到|至|其中|目前|现有|全年|一年来|近年来|我们?|今年|去年|上年|本年度?|当年|据统计|同时|另外|另|此外|并|且|以及|和|与|及|为|是|则|也|还|已|又|再|先后|累计|共有|共计|合计|总计|共|有|分别|约|达到?|平均|比上年|较上年|同比|环比|等|的|了|在(?![校编职园读籍])|对|:|、|;|\(|\)|\.|\d{4}年度?|\d+月底?)+/
const TAIL =
  /(?:共计|合计|总计|共有|共|分别|各|约为?|达到了?|达|大约|为|是|有|近|超过|超|逾|不足|已有|只有|仅有|仅|高达|多达|至少|不少于|不低于|增加到|提高到|下降到|增至|升至|降至|到|至|控制在|的|了|在(?![校编职园读籍])|:|\()+$/

/** The name of a quantity: the words before its number without dates, verbs of being and conjunctions. */
export function quantityWords(near: string, after: string, before: string): string {
  const own = trimmed(near)
  if (own.length >= 2) return own
  const noun = /^[^,;。、:()\d的]{2,10}/.exec(after)?.[0] ?? ''
  if (noun !== '') return own + noun
  // The clause names nothing: the clause before it does.
  return own === '' ? trimmed(before.split(/[,;。]/).findLast((part) => trimmed(part).length >= 2) ?? '') : own
}

function trimmed(text: string): string {
  let words = text.replace(/["“”'‘’《》]/g, '')
  for (let rounds = 0; rounds < 4; rounds += 1) {
    const shorter = words.replace(LEAD, '').replace(TAIL, '')
    if (shorter === words) break
    words = shorter
  }
  return words.slice(-24)
}
