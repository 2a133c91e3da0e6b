import type { PackProblem } from '../../packs/index.ts'
import { isUnauthorised, type ProvedStep } from './prove-overlay.ts'

/** Relaxations that nothing allows, each at its place in the overlay; with its authority, a reminder that it relaxes. */
export function overlayProblems(proof: readonly ProvedStep[]): PackProblem[] {
  return proof.flatMap((proved): PackProblem[] => {
    const { step, effect, because } = proved
    if (effect !== '放宽' && effect !== '无法判断') return []
    const what = `“${step.title}”${effect === '放宽' ? '放宽了上级的要求' : '是收紧还是放宽无法判断'}：${because.join('；')}。`
    if (!isUnauthorised(proved)) {
      const { document = '', article = '' } = step.authority ?? {}
      return [{ code: 'overlay_relaxes', message: `${what}依据${document}${article}。`, ...step.place, warning: true }]
    }
    const suggestion =
      step.kind === 'added'
        ? '细化包里新增的这一项会使上级的要求变松，请删去。'
        : '改成更严的写法；确有文件准许放宽的，在这一条写 authority: { document: 文件与文号, article: 条款 }。'
    return [{ code: 'overlay_relaxes', message: what, ...step.place, suggestion }]
  })
}
