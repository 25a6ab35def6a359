import type { Run } from '../runs/run.ts';
import { liveOf, liveStyle, type ReportOptions } from './live.ts';
import type { Page } from './page.ts';
import { checkPage } from './schema.ts';
import { loadTemplate, readAsset } from './templates.ts';
import { viewOf } from './view.ts';

/**
 * Draws the report of a run as one self-contained HTML file: no network, and no script where none is asked for. The same run
 * gives the same bytes; no time of day and no duration is in it.
 *
 * @param page what the domain of the run has to say about it
 * @throws Error when the page lacks something that the templates print (a fault of the domain, not of the reader)
 */
export async function renderReport(run: Run, page: Page, options: ReportOptions = {}): Promise<string> {
  checkPage(page);
  const live = liveOf(options);
  const [template, ...css] = await Promise.all([loadTemplate('report.hbs'), readAsset('style.css'), liveStyle(live)]);
  return template(await viewOf(run, page, css.join(''), live));
}
