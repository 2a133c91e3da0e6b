import { type ScopeDataArgs, TemplateHandler } from 'easy-template-x'

/** What the library asks for at each tag, given the tags around it. */
export type TagAnswer = (path: readonly (string | number)[]) => string | boolean | { readonly times: number }

/**
 * The library as templates use it: names are formulas, so brackets are no options of its own, and the answer to each
 * tag is asked for with the tag's whole text.
 */
export function templateHandler(answer: TagAnswer): TemplateHandler {
  return new TemplateHandler({
    delimiters: { tagOptionsStart: '⟦', tagOptionsEnd: '⟧' },
    maxXmlDepth: 200,
    scopeDataResolver: ({ path }: ScopeDataArgs) => {
      const said = answer(path.map((part) => (typeof part === 'number' ? part : part.rawText)))
      return typeof said === 'object' ? Array.from({ length: said.times }, () => ({})) : said
    },
  })
}
