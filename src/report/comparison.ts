import type { Comparison } from '../runs/comparison.ts';
import { comparisonView } from './comparison-view.ts';
import { loadTemplate, readAsset } from './templates.ts';

export { changeText, headlines as comparisonHeadlines, valueText } from './comparison-format.ts';
export { findingOf as comparisonFinding } from './comparison-words.ts';

/**
 * Draws a comparison as one self-contained HTML file: no script, no network, static charts. The same comparison gives
 * the same bytes.
 */
export async function renderComparison(comparison: Comparison): Promise<string> {
  const [template, ...css] = await Promise.all([
    loadTemplate('comparison.hbs'),
    readAsset('style.css'),
    readAsset('comparison.css'),
  ]);
  return template(await comparisonView(comparison, css.join('\n')));
}
