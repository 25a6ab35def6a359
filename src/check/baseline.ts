import type { MetricTexts } from '../audit/audit.ts';
import type { Priced } from '../compare/yardstick.ts';
import { nearest } from '../problems/nearest.ts';
import { firstOf, metricText, partText } from '../runs/metric-text.ts';
import type { Run } from '../runs/run.ts';
import { count } from '../text/format.ts';
import type { Baseline, Kept, Policy } from './baseline-file.ts';
import type { Judgement } from './judgement.ts';
import { isBetter, keepBy, keeps, keepText, type Range } from './keep.ts';

/** Ranges that the best net score leaves open, by metric. */
export type Ranges = Readonly<Record<string, Range>>;

/** The values that a baseline keeps: how the run ended, parts of its objective, and its metrics. */
function valuesOf({ status, objective, metrics }: Run, parts: readonly string[]): Values {
  const own = ['net_score', ...parts].filter((name) => Object.hasOwn(objective, name));
  return new Map<string, number | string | null>([
    ['status', status],
    ...own.map((name): [string, number] => [name, objective[name]!]),
    ...Object.entries(metrics),
  ]);
}

type Values = ReadonlyMap<string, number | string | null>;

/** The baseline that a run of a policy gives. What `before` says of how a value is kept, stays. */
export function baselineOf(run: Run, texts: MetricTexts, before?: Baseline, policy?: Policy): Baseline {
  const values = [...valuesOf(run, firstOf(texts))].map(([name, value]): [string, Kept] => {
    const old = before && Object.hasOwn(before.values, name) ? before.values[name] : undefined;
    return [name, { value, keep: old?.keep ?? usual(run, name, texts) }];
  });
  const { scenario, data } = run.provenance;
  return { scenario, data, values: Object.fromEntries(values), ...(policy && { policy }) };
}

/** In percent. A tie in one of many weeks leads to other weeks after it, and no range tells how far. */
const WEEKS_ROOM = 5;

function usual(run: Run, name: string, texts: MetricTexts): Kept['keep'] {
  if (name === 'status') return 'exact';
  if (run.weeks && name !== 'weeks' && name !== 'weeks_optimal') return { within_percent: WEEKS_ROOM };
  return keepBy(name === 'net_score' ? partText(name) : metricText(texts, name));
}

/**
 * Holds a run against its baseline, value by value. A value that does not keep it passes where ties leave it open: where
 * another schedule of the same net score keeps it.
 *
 * @param ranges What ties leave open, where that was looked into.
 * @param there What the schedule is worth under the policy of the baseline, where the settings changed since.
 */
export function judgeBaseline(
  run: Run,
  baseline: Baseline,
  ranges: Ranges = {},
  there?: Priced | undefined,
): readonly Judgement[] {
  const now = valuesOf(run, Object.keys(baseline.values));
  const changed = changes(run, baseline);
  const other = run.provenance.scenario !== baseline.scenario;
  const judged = Object.entries(baseline.values).map(([what, kept]): Judgement => {
    const points = now.get(what);
    if (what === 'net_score' && kept.keep !== 'ignore' && other && points !== undefined) {
      if (there !== undefined) return judgeThere(kept, there);
      if (points !== kept.value) return otherCurrency(kept, points);
    }
    const range = Object.hasOwn(ranges, what) ? ranges[what] : undefined;
    return judge(what, kept, points, range, changed, [...now.keys()]);
  });
  const added = [...now].filter(([name]) => !Object.hasOwn(baseline.values, name));
  // Under other settings, loans and dollars are what they were, and come before points.
  const ordered = other ? [...judged.filter(isThing), ...judged.filter((one) => !isThing(one))] : judged;
  return [...ordered, ...added.map(([name, value]) => newValue(name, value))];
}

const isThing = ({ what }: Judgement): boolean => what !== 'net_score';

/** Held against the baseline in its own points: what the schedule nets there, and not what it nets here. */
function judgeThere({ value, keep }: Kept, { objective, why }: Priced): Judgement {
  const base = { by: 'baseline', what: 'net_score', expected: keepText(keep, value) } as const;
  const net = objective?.net_score;
  if (why !== null || net === undefined || typeof value !== 'number') {
    const reason = `settings changed since the baseline was taken, and under its policy this schedule has no price (${why ?? 'it has none of its values'}), so that nothing is said of its points; --update records it`;
    return { ...base, actual: 'no price', verdict: 'failed', reason };
  }
  const nets = `under the policy of the baseline this schedule nets ${count(net)}`;
  const moved = `${nets}, which is ${count(by(value, net))} ${net < value ? 'less' : 'more'} than the ${count(value)} it had`;
  const actual = shown(net);
  if (!keeps(keep, value, { least: net, most: net })) return { ...base, actual, verdict: 'failed', reason: moved };
  if (isBetter(keep, value, net))
    return { ...base, actual, verdict: 'better', reason: `${moved}: --update records it` };
  return { ...base, actual, verdict: 'kept', reason: net === value ? `${nets}, as it had` : moved };
}

/** Of an old file, which does not hold its policy. Points of two policies are two currencies: neither more is better. */
function otherCurrency({ value, keep }: Kept, now: number | string | null): Judgement {
  const reason = `settings changed since the baseline was taken, and points of two policies cannot be compared: it was ${shown(value)} and is ${shown(now)}; --update records it`;
  const expected = keepText(keep, value);
  return { by: 'baseline', what: 'net_score', expected, actual: shown(now), verdict: 'failed', reason };
}

function newValue(what: string, value: number | string | null): Judgement {
  const reason = `the baseline does not know ${what} yet: --update records it`;
  return { by: 'baseline', what, expected: 'anything', actual: shown(value), verdict: 'new', reason };
}

function judge(
  what: string,
  { value, keep }: Kept,
  now: number | string | null | undefined,
  range: Range | undefined,
  changed: string,
  known: readonly string[],
): Judgement {
  const base = { by: 'baseline', what, expected: keepText(keep, value), actual: shown(now) } as const;
  if (keep === 'ignore') return { ...base, verdict: 'kept', reason: 'recorded, and not judged' };
  if (now === undefined) {
    const close = nearest(what, known);
    const maybe = close === undefined ? '' : ` Maybe ${close} took its place.`;
    return { ...base, verdict: 'failed', reason: `the run has no ${what} any more.${maybe}` };
  }
  if (typeof value !== 'number' || typeof now !== 'number') {
    if (value === now) return { ...base, verdict: 'kept', reason: 'as in the baseline' };
    return { ...base, verdict: 'failed', reason: `it was ${shown(value)}: ${changed}` };
  }
  if (keeps(keep, value, { least: now, most: now })) {
    if (!isBetter(keep, value, now)) return { ...base, verdict: 'kept', reason: 'as in the baseline' };
    return { ...base, verdict: 'better', reason: `better than the baseline by ${by(value, now)}: --update records it` };
  }
  const moved = `it ${now < value ? 'fell' : 'rose'} by ${by(value, now)}`;
  // A range in which the value itself does not lie is that of another question.
  if (range && keeps('exact', now, range) && keeps(keep, value, range)) {
    const reason = `${moved}, and schedules of the same net score have ${range.least} to ${range.most}: ties decide it`;
    return { ...base, verdict: 'tied', reason };
  }
  const open = range && range.least !== range.most ? ` (best schedules have ${range.least} to ${range.most})` : '';
  return { ...base, verdict: 'failed', reason: `${moved}${open}: ${changed}` };
}

/** The likely cause, from the hashes of what was asked. */
function changes({ provenance }: Run, { scenario, data }: Baseline): string {
  const settings = provenance.scenario !== scenario;
  const tables = provenance.data !== data;
  if (settings && tables) return 'settings and data changed since the baseline was taken';
  if (settings) return 'settings changed since the baseline was taken';
  if (tables) return 'the data changed since the baseline was taken';
  return 'neither settings nor data changed, so that the engine itself gives something else';
}

const shown = (value: number | string | null | undefined): string =>
  value === undefined ? 'none' : value === null ? 'no value' : String(value);

/** A difference to the six decimals that metrics have. */
const by = (before: number, now: number): number => Math.round(Math.abs(now - before) * 1e6) / 1e6;
