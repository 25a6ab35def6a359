import { YARDSTICK } from '../../compare/yardstick.ts';
import type { Section } from '../../report/page.ts';
import { metricText, partText } from '../../runs/metric-text.ts';
import { count, plural } from '../../text/format.ts';
import type { PolicyFinding, SweepFindings, SweepMeasure } from '../findings-record.ts';
import { isNumeric, type Sweep, type SweptValue } from '../record.ts';
import {
  captionOf,
  effectChart,
  frontierChart,
  heatChart,
  MOST_COLUMNS,
  MOST_ROWS,
  measureText,
  policyKey,
  spreadChart,
} from './charts.ts';
import { namesOf, valueText } from './words.ts';

/** For each parameter with several values: how every measure follows it. */
export function effectSections(sweep: Sweep, findings: SweepFindings): readonly Section[] {
  const names = namesOf(sweep.parameters.map(({ path }) => path));
  return sweep.parameters.flatMap((parameter, index) => {
    const moved = findings.measures.filter((measure) => isMoved(findings, measure, index));
    if (parameter.values.length < 2 || moved.length === 0) return [];
    const effects = moved.map((measure) => {
      const effect = findings.effects.find((one) => one.parameter === index && one.measure === measure.name)!;
      const place = sweep.parameters.slice(0, index).filter(({ axis }) => axis === 'policy').length;
      // Every policy was run in every world: a world tells no policy from another.
      const about = (value: SweptValue) =>
        parameter.axis === 'world'
          ? []
          : findings.policies
              .filter(({ values }) => JSON.stringify(values[place]) === JSON.stringify(value))
              .map(policyKey);
      return effectChart(parameter, effect, measure, names[index]!, about);
    });
    const lone = sweep.parameters.filter(({ values }) => values.length > 1).length === 1;
    const [middle, span] = isNumeric(parameter) ? ['line', 'band'] : ['dot', 'bar'];
    const band = lone
      ? ''
      : ` The ${middle} is the median over all other settings and worlds, the ${span} reaches from the least to the greatest.`;
    return [
      {
        id: `effect-${index + 1}`,
        title: `What ${names[index]} moves`,
        lead: `${rangeText(findings, moved, index)}${band}`,
        blocks: effects,
      },
    ];
  });
}

/** Whether the median of a measure is not the same for all values of a parameter. */
function isMoved({ effects }: SweepFindings, { name }: SweepMeasure, parameter: number): boolean {
  const effect = effects.find((one) => one.parameter === parameter && one.measure === name);
  const medians = (effect?.spreads ?? []).flatMap((spread) => spread?.median ?? []);
  return new Set(medians).size > 1;
}

function rangeText({ effects }: SweepFindings, moved: readonly SweepMeasure[], parameter: number): string {
  const first = moved[0]!;
  const effect = effects.find((one) => one.parameter === parameter && one.measure === first.name)!;
  const medians = effect.spreads.flatMap((spread) => spread?.median ?? []);
  const [least, most] = [Math.min(...medians), Math.max(...medians)];
  return `${first.label} goes from ${measureText(first, least)} to ${measureText(first, most)}${first.unit === 'points' ? ' points' : ''}.`;
}

/** Score against fairness. */
export function frontierSection(sweep: Sweep, findings: SweepFindings): Section | undefined {
  // Of one schedule there is one point.
  if (!findings.frontier || findings.policies.length < 2 || findings.schedules === 1) return undefined;
  const { score, fairness } = findings.frontier;
  const x = { name: fairness, ...metricText(sweep.texts, fairness) };
  const y = { name: score, ...partText(score, sweep.texts) };
  const one = score === YARDSTICK ? ' All are priced under the policy of the scenario as it stands.' : '';
  const best = findings.policies
    .filter(({ efficient }) => efficient)
    .toSorted((a, b) => b.spreads[score]!.median - a.spreads[score]!.median);
  const over = sweep.worlds > 1 ? ' Each point is the median over the worlds.' : '';
  return {
    id: 'frontier',
    title: `Score against ${x.about ?? 'fairness'}`,
    lead: `${plural(best.length, 'policy is', 'policies are')} on the frontier: none of the others is at least as good in both and better in one.${over}${one}`,
    blocks: [
      frontierChart(findings, `${captionOf(y)}, against ${captionOf(x).toLowerCase()}`, [y, x], labelOf(sweep)),
      {
        type: 'table',
        caption: 'Policies on the frontier',
        limit: 12,
        about: best.map((one) => [policyKey(one)]),
        table: {
          columns: [
            ...policyColumns(sweep),
            { name: fairness, type: 'text', label: x.label },
            { name: score, type: 'text', label: y.label },
          ],
          rows: best.map((one) => [
            ...one.values.map(valueText),
            measureText(x, one.spreads[fairness]!.median),
            measureText(y, one.spreads[score]!.median),
          ]),
        },
      },
    ],
  };
}

/** A heat map of score and of fairness for the first two settings of policy with several values. */
export function heatSection(sweep: Sweep, findings: SweepFindings): Section | undefined {
  const wide = sweep.parameters
    .map((parameter, index) => ({ ...parameter, index }))
    .filter(({ axis, values }) => axis === 'policy' && values.length > 1);
  if (wide.length < 2) return undefined;
  const [down, across] = [wide[0]!, wide[1]!].toSorted((a, b) => b.values.length - a.values.length);
  if (across!.values.length > MOST_COLUMNS || down!.values.length > MOST_ROWS) return undefined;
  const wanted = [findings.frontier?.score ?? 'net_score', findings.frontier?.fairness];
  const measures = findings.measures.filter(({ name }) => wanted.includes(name));
  const shown = measures.length > 0 ? measures : findings.measures.slice(0, 2);
  if (shown.length === 0) return undefined;
  const names = namesOf(sweep.parameters.map(({ path }) => path));
  return {
    id: 'heat',
    title: 'Two settings at once',
    lead: `Rows: ${names[down!.index]}. Columns: ${names[across!.index]}. Darker is more; a cell is the median over everything else.`,
    blocks: shown.map((measure) => heatChart(sweep, [down!.index, across!.index], measure)),
  };
}

/** How each policy fares over the worlds. */
export function worldsSection(sweep: Sweep, findings: SweepFindings): Section | undefined {
  if (sweep.worlds < 2) return undefined;
  const label = labelOf(sweep);
  const few = findings.policies.slice(0, MOST_ROWS);
  const wanted = [findings.frontier?.score ?? 'net_score', findings.frontier?.fairness];
  const measures = findings.measures.filter(({ name }) => wanted.includes(name));
  const left = findings.policies.length - few.length;
  const rest = left > 0 ? ` The first ${count(few.length)} policies are drawn; the table below has all.` : '';
  return {
    id: 'worlds',
    title: 'Over the worlds',
    lead: `Each policy was run in ${plural(sweep.worlds, 'world')}: the bar reaches from its least to its greatest, the dot is the median.${rest}`,
    blocks: measures.map((measure) => spreadChart(few, measure, label)),
  };
}

/** The settings of a policy in one line; of several zipped and gridded ones, values only. */
function labelOf(sweep: Sweep): (one: PolicyFinding) => string {
  const own = sweep.parameters.filter(({ axis }) => axis === 'policy');
  const names = namesOf(own.map(({ path }) => path));
  return ({ values, policy }) => {
    if (values.length === 0) return 'the policy';
    const text = values.map((value, index) => `${names[index]!.split('.').at(-1)} ${valueText(value)}`).join(', ');
    return text.length > 40 ? `policy ${policy + 1}: ${values.map(valueText).join(', ')}` : text;
  };
}

/** A column for each setting that policy decides. */
export function policyColumns({ parameters }: Sweep) {
  const own = parameters.filter(({ axis }) => axis === 'policy');
  const names = namesOf(own.map(({ path }) => path));
  return own.map((parameter, index) => ({
    name: parameter.path,
    type: isNumeric(parameter) ? ('number' as const) : ('text' as const),
    label: names[index]!,
  }));
}
