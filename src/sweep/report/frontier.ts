import { YARDSTICK } from '../../compare/yardstick.ts';
import { type Block, chartBlock, type Point } from '../../report/chapter.ts';
import type { Mark, Section } from '../../report/page.ts';
import { metricText, partText } from '../../runs/metric-text.ts';
import { count, lowered, plural } from '../../text/format.ts';
import type { PolicyFinding, SweepFindings, SweepMeasure } from '../findings-record.ts';
import type { Sweep } from '../record.ts';
import { policyKey, spreadFacts } from './charts.ts';
import { labelSides, type Side } from './labels.ts';
import { axisOf, drawn } from './measures.ts';
import { type Names, namesIn } from './names.ts';
import { policyTable } from './policies.ts';

/** The two measures that policies are weighed by: what people get, and the score. */
export function frontierMeasures(
  { texts }: Pick<Sweep, 'texts'>,
  { frontier }: SweepFindings,
): readonly [fairness: SweepMeasure, score: SweepMeasure] | undefined {
  if (!frontier) return undefined;
  const { fairness, score } = frontier;
  return [
    { name: fairness, ...metricText(texts, fairness) },
    { name: score, ...partText(score, texts) },
  ];
}

/** "partners reached and net score by the yardstick". */
export const bothText = (measures: readonly SweepMeasure[]): string =>
  measures.map(({ label }) => lowered(label)).join(' and ');

/** What people get against score, with the policies that none other beats by their names. */
export function frontierSection(sweep: Sweep, findings: SweepFindings): Section | undefined {
  const measures = frontierMeasures(sweep, findings);
  // Of one schedule there is one point.
  if (!measures || findings.policies.length < 2 || findings.schedules === 1) return undefined;
  const [fairness, score] = measures;
  const sign = fairness.better === 'less' ? 1 : -1;
  const best = findings.policies
    .filter(({ efficient }) => efficient)
    .toSorted((a, b) => sign * (a.spreads[fairness.name]!.median - b.spreads[fairness.name]!.median));
  const over = sweep.worlds > 1 ? ', at its median over the worlds' : '';
  const front =
    best.length === 1 ? 'The one in colour is the frontier' : `The ${count(best.length)} in colour are the frontier`;
  const one = score.name === YARDSTICK ? ` ${ONE_POLICY}` : '';
  const shown = nearFront(findings.policies, measures);
  const far = findings.policies.filter(hasBoth(measures)).length - shown.length;
  const left =
    far === 0
      ? ''
      : ` ${plural(far, 'policy lies', 'policies lie')} too far behind to be drawn: the table of every policy has ${far === 1 ? 'it' : 'them'}.`;
  return {
    id: 'frontier',
    title: `Score against ${fairness.about ?? 'fairness'}`,
    lead: `Each dot is a policy${over}. ${front}: no other policy is at least as good in both ${bothText(measures)}, and better in one.${left}${one}`,
    blocks: [
      frontierChart(shown, measures, namesIn(sweep)),
      policyTable(sweep, findings, best, { caption: 'Policies on the frontier', measures }),
    ],
  };
}

/** Said once wherever schedules of several policies stand beside each other in points. */
export const ONE_POLICY = 'Every score is reckoned with the weights and penalties of the scenario as it stands.';

const hasBoth =
  (measures: readonly SweepMeasure[]) =>
  ({ spreads }: PolicyFinding): boolean =>
    measures.every(({ name }) => (spreads[name] ?? null) !== null);

/**
 * The policies that are drawn: those of the frontier, and of the others those that are not further behind it than it is
 * long. One that is far behind would press the frontier into a corner where no name can be read.
 */
function nearFront(policies: readonly PolicyFinding[], measures: readonly SweepMeasure[]): readonly PolicyFinding[] {
  const able = policies.filter(hasBoth(measures));
  const behind = measures.map((measure) => {
    const sign = measure.better === 'less' ? -1 : 1;
    const good = (one: PolicyFinding) => sign * one.spreads[measure.name]!.median;
    const front = able.filter(({ efficient }) => efficient).map(good);
    const [least, most] = [Math.min(...front), Math.max(...front)];
    return (one: PolicyFinding) => most > least && good(one) < least - (most - least);
  });
  return able.filter((one) => !behind.some((isFar) => isFar(one)));
}

// What the chart has between its axes, about: the numbers along the y axis take the rest.
const WIDE = { width: 830, height: 320, padding: 26 } as const;
const NARROW = { width: 270, height: 320, padding: 26 } as const;

function frontierChart(
  policies: readonly PolicyFinding[],
  [fairness, score]: readonly [SweepMeasure, SweepMeasure],
  names: Names,
): Block {
  const all = policies.map((one) => {
    const place = (measure: SweepMeasure) => drawn(measure, one.spreads[measure.name]!.median);
    return { one, x: place(fairness), y: place(score) };
  });
  // Efficient points are drawn last, so that others do not hide them.
  const sorted = all.toSorted((a, b) => Number(a.one.efficient) - Number(b.one.efficient) || a.x - b.x);
  const labels = sorted.map((point) => labelAt(point, sorted, names));
  const placed = sorted.map(({ x, y }, index) => ({ x, y, label: labels[index]! }));
  const [wide, narrow] = [labelSides(placed, WIDE), labelSides(placed, NARROW)];
  const points = sorted.map(({ one, x, y }, index): Point => {
    const kind = one.efficient ? BEST : 'another policy is better';
    const facts = [fairness, score].flatMap((measure) => spreadFacts(measure, one.spreads[measure.name]!));
    const mark: Mark = { title: names.full(one), facts: [...facts, ['', kind]], about: [policyKey(one)] };
    const sides = { ...sideOf('wide', wide[index]!), ...sideOf('narrow', narrow[index]!) };
    return { datum: { fairness: x, score: y, kind, label: labels[index]!, ...sides }, mark };
  });
  return chartBlock({
    chart: 'sweep-frontier',
    caption: `${fairness.label}, against ${lowered(score.label)}`,
    points,
    titles: { x: axisOf(fairness), y: axisOf(score) },
    brush: 'xy',
  });
}

const BEST = 'no policy is better in both';

interface Placed {
  readonly one: PolicyFinding;
  readonly x: number;
  readonly y: number;
}

/** The name of a policy on the frontier; of those that lie on one place, the first speaks for all. */
function labelAt(point: Placed, all: readonly Placed[], names: Names): string {
  if (!point.one.efficient) return '';
  const here = all.filter(({ one, x, y }) => one.efficient && x === point.x && y === point.y);
  if (here[0] !== point) return '';
  return here.length === 1 ? names.short(point.one) : `${names.short(point.one)} and ${here.length - 1} more`;
}

/** Where a label stands on one width of screen, as fields of its row; no alignment where it is left out. */
const sideOf = (size: 'wide' | 'narrow', side: Side | null): Readonly<Record<string, string | number>> => ({
  [`${size}Align`]: side?.align ?? '',
  [`${size}Dx`]: side?.dx ?? 0,
  [`${size}Dy`]: side?.dy ?? 0,
});
