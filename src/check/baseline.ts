import type { MetricTexts } from '../audit/audit.ts';
import { nearest } from '../problems/nearest.ts';
import { firstOf, metricText, partText } from '../runs/metric-text.ts';
import type { Run } from '../runs/run.ts';
import type { Baseline, Kept } from './baseline-file.ts';
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

/** The baseline that a run gives. What `before` says of how a value is kept, stays. */
export function baselineOf(run: Run, texts: MetricTexts, before?: Baseline): Baseline {
  const values = [...valuesOf(run, firstOf(texts))].map(([name, value]): [string, Kept] => {
    const old = before && Object.hasOwn(before.values, name) ? before.values[name] : undefined;
    return [name, { value, keep: old?.keep ?? usual(run, name, texts) }];
  });
  const { scenario, data } = run.provenance;
  return { scenario, data, values: Object.fromEntries(values) };
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
 */
export function judgeBaseline(run: Run, baseline: Baseline, ranges: Ranges = {}): readonly Judgement[] {
  const now = valuesOf(run, Object.keys(baseline.values));
  const changed = changes(run, baseline);
  const judged = Object.entries(baseline.values).map(([what, kept]): Judgement => {
    const points = now.get(what);
    if (what === 'net_score' && kept.keep !== 'ignore' && run.provenance.scenario !== baseline.scenario)
      if (points !== kept.value) return otherCurrency(kept, points);
    const range = Object.hasOwn(ranges, what) ? ranges[what] : undefined;
    return judge(what, kept, now.get(what), range, changed, [...now.keys()]);
  });
  const added = [...now].filter(([name]) => !Object.hasOwn(baseline.values, name));
  return [...judged, ...added.map(([name, value]) => newValue(name, value))];
}

/** Points of another policy are another currency: neither more nor less of them is better. */
function otherCurrency({ value, keep }: Kept, now: number | string | null | undefined): Judgement {
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
