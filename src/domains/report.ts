import type { Domain } from '../domain.ts';
import { checkExpectations, expectedOf } from '../expect/expect.ts';
import { expectationsOf } from '../expect/report.ts';
import { leftOutSection } from '../explain/left-out-report.ts';
import { givenPage } from '../given/report/report.ts';
import { priceListSection } from '../prices/report.ts';
import { changedOf } from '../publish/report.ts';
import type { ReportOptions } from '../report/interactive.ts';
import type { Page } from '../report/page.ts';
import { renderReport as render } from '../report/render.ts';
import type { Run } from '../runs/run.ts';
import { alternativesSection } from '../ties/alternatives/report.ts';
import { rangesSection } from '../ties/report.ts';
import { determinedText } from '../ties/words.ts';
import { domainOf } from './find.ts';

/**
 * What the report of a run shows beyond what every kind has in common, without a word of HTML.
 *
 * @example
 * pageOf(run).sections.map(({ id }) => id).includes('tiers') // true
 */
export const pageOf = (run: Run, kinds: readonly Domain[] = []): Page =>
  withExpectations(run, ownPage(run, kinds), kinds);

function ownPage(run: Run, kinds: readonly Domain[]): Page {
  const { page, horizon, leftOut, metrics } = domainOf(run.kind, kinds);
  const own = run.weeks && horizon ? horizon.page(run) : page(run);
  if (run.given !== undefined) return givenPage(run, run.given, own, metrics);
  const left = leftOut && leftOutSection(run, leftOut);
  const findings = [alternativesSection(run), priceListSection(run), rangesSection(run, own)].filter(
    (section) => section !== undefined,
  );
  const determined = determinedText(run, own);
  const changes = changedOf(run.since ?? [], own.noun);
  return {
    ...own,
    ...(determined !== undefined && { determined }),
    ...(changes && {
      changed: [...(own.changed ?? []), ...changes.changed],
      first: [changes.section, ...(own.first ?? [])],
    }),
    sections: left ? [...own.sections, left] : own.sections,
    findings,
  };
}

/** A page with what the scenario expects of the run: in its verdict, and in the first section. */
function withExpectations(run: Run, page: Page, kinds: readonly Domain[]): Page {
  const { metrics = {}, schedule } = domainOf(run.kind, kinds);
  const found = checkExpectations(run, expectedOf(run, run.scenario.expect ?? {}), schedule.table);
  const judged = expectationsOf(run, found, metrics, page.noun);
  if (judged === undefined) return page;
  const { expectations, section } = judged;
  const { first = [] } = page;
  // What failed comes before who gets what; what is as it should be, after it.
  return { ...page, expectations, first: expectations.failed.length > 0 ? [section, ...first] : [...first, section] };
}

/** How a report is drawn, and of which kinds its run may be. */
export interface RenderOptions extends ReportOptions {
  /** Kinds of your own, before those that Evenhand has. */
  readonly kinds?: readonly Domain[] | undefined;
}

/**
 * Draws the report of a run as one HTML file; `{ interactive: true }` makes one whose charts answer to the mouse.
 *
 * @throws Refusal where an interactive one is asked for and its script was never built.
 * @example
 * const html = await renderReport(run);
 * /<title>(.*)<\/title>/.exec(html)?.[1] // 'Prime time of 10 March 2025'
 */
export const renderReport = (run: Run, { kinds, ...options }: RenderOptions = {}): Promise<string> =>
  render(run, pageOf(run, kinds), options);
