import type { Parts } from '../../report/run/parts.ts';
import type { Comparison } from '../comparison.ts';
import { measuresTable } from './table.ts';
import { sectionsOf } from './view.ts';
import { standing, titleOf } from './words.ts';

/**
 * The parts of a comparison, its measures as a table first.
 *
 * @example
 * const wide = await evening.with({ rules: { separation: 1800 } }).run();
 * comparisonParts(compareRuns([run, wide])).sections[0].id // 'measures'
 */
export function comparisonParts(comparison: Comparison): Parts {
  const measures = {
    id: 'measures',
    title: 'What was measured',
    lead: '',
    blocks: [{ type: 'table' as const, caption: 'Every run, measure by measure', table: measuresTable(comparison) }],
  };
  return {
    title: titleOf(comparison),
    ...standing(comparison),
    tiles: [],
    sections: [measures, ...sectionsOf(comparison)],
  };
}
