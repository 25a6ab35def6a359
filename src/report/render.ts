import type { Run } from '../runs/run.ts';
import type { Page } from './page.ts';
import { checkPage } from './schema.ts';
import { loadTemplate, readAsset } from './templates.ts';
import { viewOf } from './view.ts';

/**
 * Draws the report of a run as one self-contained HTML file: no script, no network, static charts. The same run gives
 * the same bytes; no time of day and no duration is in it.
 *
 * @param page what the domain of the run has to say about it
 * @throws Error when the page lacks something that the templates print (a fault of the domain, not of the reader)
 */
export async function renderReport(run: Run, page: Page): Promise<string> {
  checkPage(page);
  const [template, css] = await Promise.all([loadTemplate('report.hbs'), readAsset('style.css')]);
  return template(await viewOf(run, page, css));
}
