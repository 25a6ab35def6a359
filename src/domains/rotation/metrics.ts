import { smallestMargin } from '../../audit/margins.ts';
import { gini } from '../../audit/measures.ts';
import { type MetricTile, metricsOver } from '../../audit/metric/metric.ts';
import { countOf, rounded, sumOf } from '../../audit/numbers.ts';
import { cellsOf } from '../../audit/table.ts';
import type { Run } from '../../runs/run.ts';
import { count, dollars, percent } from '../../text/format.ts';
import { type Facts, isPaid, type Stand, type Tier } from './audit/facts/facts.ts';
import { isMoved } from './audit/facts/shift.ts';
import type { Ledger } from './audit/ledger.ts';
import { isOpen } from './audit/tables/obligations.ts';
import type { RotationSettings } from './scenario.ts';

const metric = metricsOver<Ledger, Stand, Run>();

const paidOnes =
  () =>
  ({ spot }: Stand) =>
    isPaid(spot) ? 1 : 0;

const shareOfSpots = (spots: number, { facts }: Ledger): number =>
  facts.paid.length === 0 ? 0 : rounded(spots / facts.paid.length, 6);

const leftOut = (placed: number, { facts }: Ledger): number => facts.paid.length - placed;

const movedOnes =
  ({ facts }: Ledger) =>
  (stand: Stand) =>
    isMoved(facts, stand) ? 1 : 0;

const breaksOf = ({ slots }: Facts) => slots.filter((slot) => !slot.gone);

/** Published spots that this log has in another break, or nowhere. */
const notKept = (kept: number, { changes }: Ledger): number =>
  countOf(changes, ({ change }) => change !== 'new') - kept;

/** Whether so many moved and unresolved spots raise the alert. */
function isAlarming(facts: Facts): boolean {
  const { settings, paid, placed, unplaced } = facts;
  const astray = countOf([...placed.values()], (stand) => isMoved(facts, stand)) + unplaced.length;
  return astray / Math.max(1, paid.length) > settings.alerts.moved_or_unresolved;
}

/** Moved and unresolved spots together raise the alert: the first screen shows their share. */
const alertTile: MetricTile<Run> = {
  label: 'Moved or unresolved',
  text: (_, { metrics }) => percent((metrics.moved_rate ?? 0) + (metrics.unresolved_rate ?? 0)),
  note: (raised, { metrics, scenario }) => {
    const { alerts } = scenario.settings as unknown as RotationSettings;
    const most = percent(alerts.moved_or_unresolved);
    const shares = `${percent(metrics.moved_rate ?? 0)} moved, ${percent(metrics.unresolved_rate ?? 0)} unresolved`;
    return `${shares}; ${raised === 1 ? `alert: above ${most}` : `no alert up to ${most}`}`;
  },
  tone: (raised) => (raised === 1 ? 'poor' : 'good'),
};

const hasPublished = ({ tables }: Run): boolean => (tables.changes?.rows.length ?? 0) > 0;

const spotsOf = (tier: Tier) =>
  metric.value({
    of: ({ facts }) => countOf(facts.spots, (spot) => spot.tier === tier),
    label: `${tier.charAt(0).toUpperCase()}${tier.slice(1)} spots`,
    meaning: `How many spots of the tier ${tier} there are to place.`,
    better: 'neutral',
    unit: 'spots',
  });

const placedOf = (tier: Tier) => ({
  of: () => (stand: Stand) => (stand.spot.tier === tier ? 1 : 0),
  label: `${tier.charAt(0).toUpperCase()}${tier.slice(1)} spots placed`,
  meaning: `How many spots of the tier ${tier} the log airs.`,
  better: 'more' as const,
  unit: 'spots',
});

/** The metrics of a log. Rates and fill are fractions, margins seconds or spots, value is in dollars. */
export const logMetrics = {
  spots: metric.value({
    of: ({ facts }) => facts.paid.length,
    label: 'Spots',
    meaning: 'How many spots there are to place. Fill is not counted.',
    better: 'neutral',
    unit: 'spots',
  }),
  placed: metric.sum({
    of: paidOnes,
    label: 'Spots placed',
    meaning: 'How many spots the log airs.',
    better: 'more',
    unit: 'spots',
    headline: true,
    terminal: { label: 'placed', of: 'spots' },
    tile: {
      note: (_, { metrics: { spots, unplaced } }) =>
        `of ${count(spots ?? 0)}; ${unplaced ? count(unplaced) : 'none'} left out`,
    },
  }),
  moved: metric.sum({
    of: movedOnes,
    label: 'Spots moved from their wish',
    meaning:
      'How many placed spots air further from their wish than their tolerance allows, or are made good elsewhere. Any other spot without a wish is never moved.',
    better: 'less',
    unit: 'spots',
    headline: true,
  }),
  unplaced: metric.sum({
    of: paidOnes,
    as: leftOut,
    label: 'Spots left out',
    meaning: 'How many spots the log does not air.',
    better: 'less',
    unit: 'spots',
  }),
  moved_rate: metric.sum({
    of: movedOnes,
    as: shareOfSpots,
    label: 'Share of spots moved',
    meaning: 'Spots moved divided by all spots.',
    better: 'less',
    unit: 'share',
  }),
  unresolved_rate: metric.sum({
    of: paidOnes,
    as: (placed, ledger) => shareOfSpots(leftOut(placed, ledger), ledger),
    label: 'Share of spots left out',
    meaning: 'Spots left out divided by all spots.',
    better: 'less',
    unit: 'share',
  }),
  alert: metric.value({
    of: ({ facts }) => (isAlarming(facts) ? 1 : 0),
    label: 'Alert raised (1) or not (0)',
    meaning:
      '1 where spots moved and spots left out together are a larger part of all spots than alerts.moved_or_unresolved allows; else 0.',
    better: 'less',
    tile: alertTile,
  }),
  guaranteed_spots: spotsOf('guaranteed'),
  guaranteed_placed: metric.sum({
    ...placedOf('guaranteed'),
    headline: true,
    terminal: { label: 'guaranteed', of: 'guaranteed_spots' },
    tile: {
      label: 'Guaranteed placed',
      text: (placed, { metrics: { guaranteed_spots: all } }) => `${count(placed)} of ${count(all ?? 0)}`,
      note: (placed, { metrics: { guaranteed_spots: all } }) =>
        placed === all ? 'all of them' : `${count((all ?? 0) - placed)} left out`,
      tone: (placed, { metrics }) => (placed === metrics.guaranteed_spots ? 'good' : 'poor'),
    },
  }),
  priority_spots: spotsOf('priority'),
  priority_placed: metric.sum(placedOf('priority')),
  remnant_spots: spotsOf('remnant'),
  remnant_placed: metric.sum(placedOf('remnant')),
  value: metric.sum({
    of:
      () =>
      ({ spot }) =>
        spot.value,
    as: (cents) => cents / 100,
    label: 'Value placed',
    meaning: 'What the placed spots are worth: dollars for a thousand impressions times thousands of impressions.',
    better: 'more',
    unit: 'dollars',
    headline: true,
    frontier: true,
    about: 'value',
    terminal: 'value',
    tile: { note: (_, { tables }) => `of ${dollars(sumOf(cellsOf(tables.tiers, 'value_total'), Number))} booked` },
  }),
  fill: metric.sum({
    of:
      () =>
      ({ spot }) =>
        isPaid(spot) ? spot.seconds : 0,
    as: (seconds, { facts }) => {
      const room = sumOf(breaksOf(facts), (slot) => slot.seconds);
      return room === 0 ? null : rounded(seconds / room, 6);
    },
    label: 'Seconds of breaks sold',
    meaning:
      'Seconds of placed spots divided by the seconds of all breaks. Breaks that a live event took away do not count.',
    better: 'more',
    unit: 'share',
    terminal: 'breaks full',
    tile: { label: 'Fill', note: (_, { metrics }) => `of the seconds of ${count(metrics.breaks ?? 0)} breaks` },
  }),
  breaks: metric.value({
    of: ({ facts }) => breaksOf(facts).length,
    label: 'Breaks',
    meaning: 'How many breaks there are. Breaks that a live event took away do not count.',
    better: 'neutral',
    unit: 'breaks',
  }),
  obligations_open: metric.value({
    of: ({ owed }) => countOf(owed, isOpen),
    label: 'Spots owed',
    meaning: 'How many spots are still owed to advertisers: neither aired, nor credited, nor expired.',
    better: 'less',
    unit: 'spots',
    headline: true,
    terminal: 'owed',
    tile: {
      label: 'Obligations open',
      note: (open) => (open === 0 ? 'nothing is owed' : 'to be made good'),
      tone: (open) => (open === 0 ? 'good' : 'fair'),
    },
  }),
  changes: metric.sum({
    of:
      ({ facts }) =>
      ({ spot, at }) =>
        isPaid(spot) && facts.publishedIn(spot.id) === at.id ? 1 : 0,
    as: notKept,
    label: 'Published spots moved or dropped',
    meaning: 'How many spots of the log published last air in another break now, or not at all.',
    better: 'less',
    unit: 'spots',
    tile: {
      label: 'Changes',
      text: (changes, run) => (hasPublished(run) ? count(changes) : '–'),
      note: (_, run) => (hasPublished(run) ? 'published spots moved or dropped' : 'no log was published before'),
    },
  }),
  smallest_separation_margin: metric.value({
    of: ({ margins }) => smallestMargin(margins, ['separation', 'competitive', 'creative']),
    label: 'Tightest distance',
    meaning:
      'The least number of seconds by which two spots are further apart than the rules separation, competitive and creative ask. It has no value where these rules bound no two spots.',
    better: 'more',
    unit: 'seconds',
    tile: {
      label: 'Smallest distance to spare',
      text: (seconds) => `${count(seconds)} s`,
      note: 'beyond what separations ask for',
      none: '–',
    },
  }),
  smallest_cap_margin: metric.value({
    of: ({ margins }) => smallestMargin(margins, ['rolling_cap', 'cap_block', 'cap_day']),
    label: 'Tightest cap',
    meaning:
      'The least number of spots that could still air under any cap of an advertiser. It has no value where there is no cap.',
    better: 'more',
    unit: 'spots',
  }),
  gini: metric.value({
    of: ({ shares }) => (shares.length === 0 ? null : rounded(gini(shares.map(({ seconds }) => seconds)), 6)),
    label: 'Gini of airtime, advertisers',
    meaning:
      'How unequal the seconds on air are among the advertisers: 0 means that all get the same, and near 1 means that one gets nearly all.',
    better: 'less',
    terminal: 'gini',
  }),
};
