import type { Parameters } from '../dispatch/parameters.ts';
import { percent, plural } from '../text/format.ts';
import type { FindingName } from './analyse.ts';
import type { Goal } from './goal.ts';

/** A number as people read it: "15 seconds", "90%". */
type Format = (value: number) => string;

const decimal = (value: number): string => String(Number(value.toFixed(2)));
const seconds: Format = (value) => `${decimal(value)} ${value === 1 ? 'second' : 'seconds'}`;
const minutes: Format = (value) => `${decimal(value)} ${value === 1 ? 'minute' : 'minutes'}`;

/** What each parameter is called, and its unit. */
export const PARAMETER_NAMES: Readonly<Record<keyof Parameters, { readonly label: string; readonly format: Format }>> =
  {
    backoffInitial: { label: 'first wait after a failure', format: seconds },
    backoffMultiplier: { label: 'growth of waits', format: (value) => `× ${decimal(value)}` },
    backoffMax: { label: 'longest wait', format: seconds },
    concurrency: { label: 'calls at once for each channel', format: decimal },
    spacing: { label: 'time between two calls of a channel', format: seconds },
    bucketShare: { label: 'used share of a platform limit', format: percent },
    normalAges: { label: 'wait after which normal posts weigh double', format: minutes },
    lowRises: { label: 'wait after which low posts count as normal', format: minutes },
    learntWeight: { label: 'weight of what was learnt from own results', format: percent },
  };

/** What each goal is called, and how its value is written. */
export const GOAL_NAMES: Readonly<Record<Goal, { readonly label: string; readonly format: Format }>> = {
  adherence: { label: 'started on time', format: percent },
  success: { label: 'published of those planned', format: percent },
  throughput: { label: 'posts published an hour', format: decimal },
  good: { label: 'posts that did well', format: percent },
};

/** A span within which something is, as people read it: seconds up to two minutes and one at least, then minutes, then hours. */
export function spanText(value: number): string {
  if (value < 120) return plural(Math.max(1, Math.round(value)), 'second');
  if (value < 7200) return plural(Math.round(value / 60), 'minute');
  return `${decimal(Math.round(value / 360) / 10)} hours`;
}

/** What each finding is called, with its value and its threshold. */
export const FINDING_TEXTS: Readonly<Record<FindingName, (value: string, threshold: string) => string>> = {
  'limited high': (value, most) => `platforms refused ${value} of the calls with 429; more than ${most} is too many`,
  'limited moderate': (value, most) => `platforms refused ${value} of the calls with 429; the aim is ${most} at most`,
  'latency high': (value, most) => `1 of 20 posts began ${value} late or more; ${most} is the most that is fine`,
  'adherence poor': (value, least) => `${value} of the posts began on time; ${least} is the least that is fine`,
  'throughput low': (value, least) => `${value} posts an hour, and ${least} were to be expected`,
  'few good': (value, least) => `${value} of the judged posts did well; the aim is ${least}`,
  'published twice': (value) => `the log calls ${value} published more than once: a person must look`,
};

/** How the value of a finding is written. */
export const FINDING_FORMATS: Readonly<Record<FindingName, Format>> = {
  'limited high': percent,
  'limited moderate': percent,
  'latency high': spanText,
  'adherence poor': percent,
  'throughput low': decimal,
  'few good': percent,
  'published twice': (value) => plural(value, 'post'),
};
