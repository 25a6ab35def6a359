import { type Measures, shareOf } from './measure.ts';

/**
 * From where on a measure asks for a change. The shares and hours are those of the system that came before this one.
 */
export interface Thresholds {
  /** Published posts an hour. */
  readonly throughput: number;
  /** Share of calls answered with 429: from here on slightly less is asked. */
  readonly limitedModerate: number;
  readonly limitedHigh: number;
  /** Seconds by which 95 of 100 jobs may start late. */
  readonly latency: number;
  readonly adherence: number;
  /** Share of judged posts that did well. */
  readonly good: number;
}

/**
 * The thresholds that count where nothing else is said.
 */
export const THRESHOLDS: Thresholds = {
  throughput: 0.5,
  limitedModerate: 0.02,
  limitedHigh: 0.05,
  latency: 1800,
  adherence: 0.9,
  good: 0.5,
};

export type FindingName =
  | 'limited high'
  | 'limited moderate'
  | 'latency high'
  | 'adherence poor'
  | 'throughput low'
  | 'few good'
  | 'published twice';

/** A measure beyond its threshold. */
export interface Finding {
  readonly name: FindingName;
  readonly value: number;
  readonly threshold: number;
}

/** So many posts must be judged before their share asks for anything. */
const FEWEST_JUDGED = 30;

/**
 * What a window finds wrong, the gravest first. A window without events finds nothing: there is nothing to measure. Few
 * posts an hour are a finding only where more were planned.
 */
export function analyse(measures: Measures, thresholds: Thresholds = THRESHOLDS): readonly Finding[] {
  const { limited, latency, adherence, published, planned, hours, good, twice } = measures;
  const found: Finding[] = [];
  const add = (name: FindingName, value: number, threshold: number) => found.push({ name, value, threshold });
  if (twice > 0) add('published twice', twice, 0);
  const rate = shareOf(limited) ?? 0;
  if (rate > thresholds.limitedHigh) add('limited high', rate, thresholds.limitedHigh);
  else if (rate > thresholds.limitedModerate) add('limited moderate', rate, thresholds.limitedModerate);
  if (latency !== null && latency.p95 > thresholds.latency) add('latency high', latency.p95, thresholds.latency);
  const kept = shareOf(adherence);
  if (kept !== null && kept < thresholds.adherence) add('adherence poor', kept, thresholds.adherence);
  const [done, wanted] = [published / hours, planned / hours];
  if (done < Math.min(thresholds.throughput, wanted))
    add('throughput low', done, Math.min(thresholds.throughput, wanted));
  const well = shareOf(good);
  if (well !== null && good.of >= FEWEST_JUDGED && well < thresholds.good) add('few good', well, thresholds.good);
  return found;
}
