import { interactiveOf, interactiveStyle, type ReportOptions } from '../../report/interactive.ts';
import { loadTemplate, readAsset } from '../../report/templates.ts';
import type { Comparison } from '../comparison.ts';
import { comparisonView } from './view.ts';

export { changeText, headlines as comparisonHeadlines, valueText } from './format.ts';
export { findingOf as comparisonFinding } from './words.ts';

/**
 * Draws a comparison as one self-contained HTML file: no network, and no script where none is asked for. The same
 * comparison gives the same bytes.
 *
 * @example
 * const wide = await evening.with({ rules: { separation: 1800 } }).run();
 * const comparison = compareRuns([run, wide]);
 * /<title>(.*)<\/title>/.exec(await renderComparison(comparison))?.[1]
 * // 'prime-evening@separation 1800 against prime-evening'
 */
export async function renderComparison(comparison: Comparison, options: ReportOptions = {}): Promise<string> {
  const live = interactiveOf(options);
  const [template, style, own, more] = await Promise.all([
    loadTemplate('comparison.hbs'),
    readAsset('style.css'),
    readAsset('comparison.css'),
    interactiveStyle(live),
  ]);
  return template(await comparisonView(comparison, `${style}\n${own}${more}`, live));
}
