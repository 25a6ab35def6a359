import type { Run } from '../runs/run.ts';
import { interactiveOf, interactiveStyle, type ReportOptions } from './interactive.ts';
import type { Page } from './page.ts';
import { viewOf } from './run/view.ts';
import { loadTemplate, readAsset } from './templates.ts';

/**
 * Draws the report of a run as one self-contained HTML file: no network, and no script where none is asked for. The same run
 * gives the same bytes; no time of day and no duration is in it.
 *
 * @param page what the domain of the run has to say about it
 */
export async function renderReport(run: Run, page: Page, options: ReportOptions = {}): Promise<string> {
  const live = interactiveOf(options);
  const [template, ...css] = await Promise.all([
    loadTemplate('report.hbs'),
    readAsset('style.css'),
    interactiveStyle(live),
  ]);
  return template(await viewOf(run, page, css.join(''), live));
}
