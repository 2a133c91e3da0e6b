import { type Finding, findCellPlace } from '../../collection/index.ts'
import type { Evaluation } from '../../evaluation/index.ts'
import { findOutliers } from './find-outliers.ts'
import type { Outlier } from './outlier.ts'
import { PEER_KIND, peerCheckOf, peerChecks } from './peer-checks.ts'

/** Outliers as findings for the list of questions to a unit. */
export function outlierFindings(evaluation: Evaluation): readonly Finding[] {
  return findOutliers(evaluation).map((outlier) => outlierFinding(evaluation, outlier))
}

export function outlierFinding(evaluation: Evaluation, { register, row, column, message }: Outlier): Finding {
  const { source } = row.source
  const name = evaluation.data.nameOf(row.unit)
  const code = peerCheckOf(column)
  return {
    level: 'check',
    code,
    message: `${name}：${message}`,
    advice: '请核实；情况属实的，请写明原因',
    file: source.file,
    sheet: source.sheet,
    ...(column === undefined ? {} : findCellPlace(source, column)),
    register,
    ...(column === undefined ? {} : { column }),
    unit: row.unit,
    unit_name: name,
    check: peerChecks[code].check,
    check_kind: PEER_KIND,
  }
}
