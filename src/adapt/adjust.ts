import type { Parameters } from '../dispatch/parameters.ts';
import type { Finding, FindingName } from './analyse.ts';

/** One parameter that is turned, and why. */
export interface Step {
  readonly parameter: keyof Parameters;
  readonly from: number;
  readonly to: number;
  readonly finding: FindingName;
  readonly reason: string;
}

interface Bound {
  readonly floor: number;
  readonly ceiling: number;
  /** Whole numbers change by 1 where a fifth is less. */
  readonly whole?: true;
}

/** How far each parameter can be turned, ever. */
export const BOUNDS: Readonly<Record<keyof Parameters, Bound>> = {
  backoffInitial: { floor: 0.5, ceiling: 30 },
  backoffMultiplier: { floor: 1.5, ceiling: 4 },
  backoffMax: { floor: 10, ceiling: 600 },
  concurrency: { floor: 1, ceiling: 10, whole: true },
  spacing: { floor: 0.2, ceiling: 300 },
  bucketShare: { floor: 0.1, ceiling: 1 },
  normalAges: { floor: 2, ceiling: 120 },
  lowRises: { floor: 15, ceiling: 720 },
  learntWeight: { floor: 0.05, ceiling: 0.8 },
};

const MOST = 0.2;

interface Move {
  readonly parameter: keyof Parameters;
  /** Up or down by this share of its value, at most a fifth. */
  readonly by: number;
  readonly reason: string;
}

/** Less pressure on the platforms. */
const CALMER: readonly Move[] = [
  {
    parameter: 'bucketShare',
    by: -0.2,
    reason: 'a smaller share of the limit leaves room for what we do not know of it',
  },
  { parameter: 'spacing', by: 0.2, reason: 'calls further apart meet a full limit less often' },
  { parameter: 'backoffInitial', by: 0.2, reason: 'a longer first wait lets the limit recover' },
];

const MOVES: Readonly<Record<FindingName, readonly Move[]>> = {
  'limited high': CALMER,
  'limited moderate': [{ ...CALMER[0]!, by: -0.1 }],
  'latency high': [
    { parameter: 'concurrency', by: 0.2, reason: 'more calls at once shorten the queue' },
    { parameter: 'spacing', by: -0.2, reason: 'calls closer together shorten the queue' },
  ],
  'adherence poor': [
    { parameter: 'spacing', by: -0.2, reason: 'calls closer together keep to the plan' },
    { parameter: 'normalAges', by: -0.2, reason: 'normal posts overtake sooner once they wait' },
  ],
  'throughput low': [
    { parameter: 'normalAges', by: -0.2, reason: 'normal posts overtake sooner once they wait' },
    { parameter: 'lowRises', by: -0.2, reason: 'low posts are not passed over for so long' },
  ],
  'few good': [
    { parameter: 'learntWeight', by: 0.2, reason: 'times follow what was learnt from own results more closely' },
  ],
  // No parameter helps against it: somebody must look.
  'published twice': [],
};

/** What presses on platforms: never while they say that their limit is reached. */
const PRESSING: readonly FindingName[] = ['latency high', 'adherence poor', 'throughput low'];

/**
 * Turns parameters by what was found: each once at most, by a fifth at most (a whole number by 1), and never beyond its
 * floor or ceiling. While platforms answer with 429, nothing is done that would press on them more.
 *
 * @param blocked Turns that are not to be tried again yet, as `stepKey` names them.
 */
export function adjust(
  parameters: Parameters,
  findings: readonly Finding[],
  blocked: readonly string[] = [],
): { readonly parameters: Parameters; readonly steps: readonly Step[] } {
  const isLimited = findings.some(({ name }) => name.startsWith('limited'));
  const steps: Step[] = [];
  for (const { name } of findings) {
    if (isLimited && PRESSING.includes(name)) continue;
    for (const { parameter, by, reason } of MOVES[name]) {
      const [from, to] = [parameters[parameter], turned(parameters[parameter], by, BOUNDS[parameter])];
      const step = { parameter, from, to, finding: name, reason };
      const isTaken = steps.some((other) => other.parameter === parameter) || blocked.includes(stepKey(step));
      if (to !== from && !isTaken) steps.push(step);
    }
  }
  const changes = Object.fromEntries(steps.map(({ parameter, to }) => [parameter, to]));
  return { parameters: { ...parameters, ...changes }, steps };
}

/** What makes two steps the same: the parameter, and its direction. */
export const stepKey = ({ parameter, from, to }: Pick<Step, 'parameter' | 'from' | 'to'>): string =>
  `${parameter} ${to > from ? 'up' : 'down'}`;

function turned(value: number, by: number, { floor, ceiling, whole }: Bound): number {
  const bounded = Math.max(-MOST, Math.min(MOST, by));
  const next = whole
    ? value + Math.sign(by) * Math.max(1, Math.floor(value * Math.abs(bounded)))
    : value * (1 + bounded);
  // Towards the old value, so that rounding never makes a step longer than a fifth.
  const cents = (by > 0 ? Math.floor : Math.ceil)(Number((next * 100).toFixed(6))) / 100;
  // A value that lies outside already is not moved the wrong way by its bound.
  return by > 0 ? Math.max(value, Math.min(ceiling, cents)) : Math.min(value, Math.max(floor, cents));
}
