import type { Run } from '../../runs/run.ts';
import type { ReportDocument } from '../document.ts';
import type { Page } from '../page.ts';
import { verdictOf } from './verdict.ts';
import { sectionsOf } from './view.ts';

/**
 * What a report shows, part by part, for a notebook: no page around it.
 *
 * @example
 * const { title, tone, tiles } = runParts(run, pageOf(run));
 * [title, tone, tiles[0].value] // ['Prime time of 10 March 2025', 'good', '12']
 */
export type Parts = Pick<ReportDocument, 'title' | 'headline' | 'detail' | 'tone' | 'tiles' | 'sections'>;

/**
 * The parts of the report of a run; `page` is what its domain says about it.
 *
 * @example
 * runParts(run, pageOf(run)).sections.at(-1)?.id // 'quarantine'
 */
export function runParts(run: Run, page: Page): Parts {
  const verdict = verdictOf(run, page);
  const detail = [verdict.detail, ...furtherOf(page)].filter((text) => text !== '').join(' ');
  return { title: run.title, ...verdict, detail, tiles: page.tiles, sections: sectionsOf(run, page) };
}

/** What stands below the verdict in a report: what changed, and what is determined. */
function furtherOf({ changed = [], determined }: Page): readonly string[] {
  return [
    ...changed.map(({ since, text }) => `Changed since ${since}: ${text}`),
    // Where nobody asked, a cell is no place to say how a command line asks.
    ...(determined === undefined || determined.option !== undefined ? [] : [`Determined: ${determined.text}`]),
  ];
}
