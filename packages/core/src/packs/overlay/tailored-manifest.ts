import type { PackSource } from '../parse-pack.ts'
import type { PackProblem } from '../problem.ts'
import type { Overlay } from '../schema/overlay.ts'
import type { Pack } from '../schema/pack.ts'
import { matchesVersion } from './matches-version.ts'

/**
 * The higher level's pack under the overlay's name. Its registers stay its own, so that data are collected once; its
 * worked examples are answers to its own figures and go.
 */
export function tailoredManifest(base: Pack, { pack }: Overlay): Pack {
  const { reference_day, county, uses } = base.pack
  const { golden: _, ...rest } = base
  return {
    ...rest,
    pack: {
      ...pack,
      ...(reference_day !== undefined && { reference_day }),
      ...(county !== undefined && { county }),
      ...(uses !== undefined && { uses }),
    },
    registers: base.registers.map((register) => ({ ...register, home: register.home ?? base.pack.id })),
  }
}

/** What the manifest of an overlay must not say, and whether it was written for this version. */
export function manifestProblems({ pack: base }: Pack, { pack }: Overlay, source: PackSource): PackProblem[] {
  const problems: PackProblem[] = []
  const { overlays } = pack
  if (overlays !== undefined && !matchesVersion(base.version, overlays.version))
    problems.push({
      code: 'overlay_version',
      message: `这个细化包是对 ${base.id} 的 ${overlays.version} 版写的，现有的是 ${base.version} 版。`,
      ...source.place(['pack', 'overlays', 'version']),
      suggestion: `逐条核对上级标准包的改动（eduduty pack diff），再把 version 改为 ${base.version}。`,
    })
  for (const key of ['reference_day', 'county'] as const)
    if (pack[key] !== undefined)
      problems.push({
        code: 'overlay_manifest',
        message: `细化包不写 ${key}，一律用上级标准包的。`,
        ...source.place(['pack', key], 'key'),
        suggestion: '删去这一行。',
      })
  return problems
}
