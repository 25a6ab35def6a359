import type { Breakpoints } from '../runs/breakpoints.ts';
import type { Comparison } from '../runs/comparison.ts';
import type { Run } from '../runs/run.ts';
import type { Sweep } from '../runs/sweep.ts';
import type { SweepFindings } from '../runs/sweep-findings.ts';
import { breakpointsSheet } from './breakpoints.ts';
import { chartSpec } from './chart-spec.ts';
import { drawChart } from './charts.ts';
import { comparisonTable, measuresTable } from './comparison-table.ts';
import { sectionsOf as comparisonSections } from './comparison-view.ts';
import { standing, titleOf } from './comparison-words.ts';
import type { Page } from './page.ts';
import type { Sheet } from './sheet.ts';
import { sweepSheet } from './sweep.ts';
import { verdictOf } from './verdict.ts';
import { sectionsOf } from './view.ts';

export type { Block, Page, Section, Tile } from './page.ts';

/**
 * What a report shows, part by part, for a notebook: no page around it.
 *
 * @example
 * const { title, tone, tiles } = cells.run(run, domainOf(run.kind).page(run));
 * [title, tone, tiles[0].value] // ['Prime time of 10 March 2025', 'good', '12']
 */
export type Parts = Pick<Sheet, 'title' | 'headline' | 'detail' | 'tone' | 'tiles' | 'sections'>;

/** The parts of the report of a run; `page` is what its domain says about it. */
function runParts(run: Run, page: Page): Parts {
  return { title: run.title, ...verdictOf(run, page), tiles: page.tiles, sections: sectionsOf(run, page) };
}

/** The parts of a comparison, its measures as a table first. */
function comparisonParts(comparison: Comparison): Parts {
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
    sections: [measures, ...comparisonSections(comparison)],
  };
}

/**
 * All that a notebook shows of results: the parts of each, and how a chart is drawn.
 *
 * @example
 * const rows = [{ label: 'guaranteed', value: 4 }, { label: 'priority', value: 5 }];
 * const [{ svg }] = await cells.drawChart({ chart: 'bars', caption: 'Spots placed', data: { rows } }, 'spots');
 * svg.startsWith('<svg') // true
 */
export const cells = {
  run: runParts,
  comparison: comparisonParts,
  sweep: (sweep: Sweep, findings: SweepFindings): Parts => sweepSheet(sweep, findings),
  breakpoints: (found: Breakpoints): Parts => breakpointsSheet(found),
  comparisonTable,
  drawChart,
  chartSpec,
} as const;
