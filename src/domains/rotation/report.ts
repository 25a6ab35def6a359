import { pageOf } from '../../report/chapter.ts';
import { daysAfter, longDate } from '../../text/dates.ts';
import { count, plural } from '../../text/format.ts';
import { metrics } from './metric-texts.ts';
import { aired } from './report/aired.ts';
import { displaced } from './report/displaced.ts';
import { changedOf, changes, obligations, relaxations } from './report/follow-up.ts';
import { findings, liveEvents } from './report/live-events.ts';
import { longLog, shortLog } from './report/log.ts';
import { margins } from './report/margins.ts';
import { outcomes } from './report/outcomes.ts';
import { prime } from './report/prime.ts';
import { settingsOf } from './report/settings.ts';
import { figureOf, standingOf } from './report/standing.ts';
import { tiers } from './report/tiers.ts';
import { tilesOf } from './report/tiles.ts';

/**
 * The chapters of a log: what it brings in, who was moved or left out, and how tight it is. The log itself stands before
 * them where it is short, and behind them where it is long.
 */
const chapters = [
  displaced,
  shortLog,
  tiers,
  outcomes,
  margins,
  prime,
  liveEvents,
  aired,
  changes,
  obligations,
  relaxations,
  findings,
  longLog,
];

/** What the report of a rotation run shows. */
export const rotationPage = pageOf(chapters, {
  subtitle: (run) => {
    const { market, date, days } = settingsOf(run);
    const when = days === 1 ? longDate(date) : `${longDate(date)} to ${longDate(daysAfter(date, days - 1))}`;
    return `${market.id} (${market.zone}), ${when}`;
  },
  extent: ({ metrics: { spots, breaks }, candidates }) =>
    `${plural(spots ?? 0, 'spot')} and ${plural(breaks ?? 0, 'break')}, ${count(candidates)} candidates`,
  standing: standingOf,
  figure: figureOf,
  tiles: tilesOf,
  noun: ['spot', 'spots'],
  schedule: 'log',
  changed: changedOf,
  choice: 'which spot airs in which break',
  metrics,
});
