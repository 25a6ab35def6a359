import { count, daysAfter, longDate, type Page, plural } from '../../report/page.ts';
import type { Run } from '../../runs/run.ts';
import { metrics } from './metrics.ts';
import { changesSection, obligationsSection, relaxationsSection } from './report/follow-up.ts';
import { isShort, logSection } from './report/log.ts';
import { marginsSection } from './report/margins.ts';
import { outcomesSection } from './report/outcomes.ts';
import { primeSection } from './report/prime.ts';
import { settingsOf } from './report/settings.ts';
import { figureOf, standingOf } from './report/standing.ts';
import { tiersSection } from './report/tiers.ts';
import { tilesOf } from './report/tiles.ts';

/** What the report of a rotation run shows: the log, what it brings in, who was moved or left out, and how tight it is. */
export function rotationPage(run: Run): Page {
  const { market, date, days } = settingsOf(run);
  const when = days === 1 ? longDate(date) : `${longDate(date)} to ${longDate(daysAfter(date, days - 1))}`;
  const subtitle = `${market.id} (${market.zone}), ${when}`;
  if (run.status === 'infeasible' || run.status === 'unknown') return { subtitle, tiles: [], sections: [] };
  const log = logSection(run);
  const short = isShort(run);
  return {
    subtitle: `${subtitle}: ${plural(run.metrics.spots ?? 0, 'spot')} and ${plural(run.metrics.breaks ?? 0, 'break')}, ${count(run.candidates)} candidates`,
    standing: standingOf(run),
    figure: figureOf(run),
    tiles: tilesOf(run),
    sections: [
      ...(short ? [log] : []),
      ...[tiersSection(run), outcomesSection(run), marginsSection(run), primeSection(run)],
      ...[changesSection(run), obligationsSection(run), relaxationsSection(run)],
    ],
    // A week's log is long: it stands after what it means.
    ...(short ? {} : { schedule: log }),
    noun: ['spot', 'spots'],
    metrics,
  };
}
