import type { Comparison } from '../runs/comparison.ts';
import { comparisonView } from './comparison-view.ts';
import { liveOf, liveStyle, type ReportOptions } from './live.ts';
import { loadTemplate, readAsset } from './templates.ts';

export { changeText, headlines as comparisonHeadlines, valueText } from './comparison-format.ts';
export { findingOf as comparisonFinding } from './comparison-words.ts';

/**
 * Draws a comparison as one self-contained HTML file: no network, and no script where none is asked for. The same
 * comparison gives the same bytes.
 */
export async function renderComparison(comparison: Comparison, options: ReportOptions = {}): Promise<string> {
  const live = liveOf(options);
  const [template, style, own, more] = await Promise.all([
    loadTemplate('comparison.hbs'),
    readAsset('style.css'),
    readAsset('comparison.css'),
    liveStyle(live),
  ]);
  return template(await comparisonView(comparison, `${style}\n${own}${more}`, live));
}
