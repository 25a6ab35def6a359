import type { Section } from '../../report/page.ts';
import { capital, count, plural } from '../../text/format.ts';
import type { SweepFindings, SweepMeasure } from '../findings-record.ts';
import { isNumeric, type Sweep, type SweptValue } from '../record.ts';
import { effectChart, heatChart, MOST_COLUMNS, MOST_ROWS, policyKey, spreadChart } from './charts.ts';
import { measureText, thingsFirst } from './measures.ts';
import { namesIn } from './names.ts';
import { namesOf } from './words.ts';

/** For each parameter with several values: how every measure follows it. */
export function effectSections(sweep: Sweep, findings: SweepFindings): readonly Section[] {
  const names = namesOf(sweep.parameters.map(({ path }) => path));
  return sweep.parameters.flatMap((parameter, index) => {
    const moved = thingsFirst(findings.measures).filter((measure) => isMoved(findings, measure, index));
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
    const rest = sweep.worlds > 1 ? 'all other settings and worlds' : 'all other settings';
    const band = lone
      ? ''
      : ` The ${middle} is the median over ${rest}. The ${span} reaches from the least to the greatest.`;
    return [
      {
        id: `effect-${index + 1}`,
        title: `By ${names[index]}`,
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

/** A heat map of score and of fairness for the first two settings of policy with several values. */
export function heatSection(sweep: Sweep, findings: SweepFindings): Section | undefined {
  const wide = sweep.parameters
    .map((parameter, index) => ({ ...parameter, index }))
    .filter(({ axis, values }) => axis === 'policy' && values.length > 1);
  if (wide.length < 2) return undefined;
  const [down, across] = [wide[0]!, wide[1]!].toSorted((a, b) => b.values.length - a.values.length);
  if (across!.values.length > MOST_COLUMNS || down!.values.length > MOST_ROWS) return undefined;
  const wanted = [findings.frontier?.score ?? 'net_score', findings.frontier?.fairness];
  const measures = thingsFirst(findings.measures).filter(({ name }) => wanted.includes(name));
  const shown = measures.length > 0 ? measures : thingsFirst(findings.measures).slice(0, 2);
  if (shown.length === 0) return undefined;
  const names = namesOf(sweep.parameters.map(({ path }) => path));
  const over = sweep.worlds > 1 || wide.length > 2 ? ' A cell is the median over everything else.' : '';
  return {
    id: 'heat',
    title: 'Two settings at once',
    lead: `${capital(names[down!.index]!)} from top to bottom, ${names[across!.index]} from left to right. Darker is more.${over}`,
    blocks: shown.map((measure) => heatChart(sweep, [down!.index, across!.index], measure)),
  };
}

/** How each policy fares over the worlds. */
export function worldsSection(sweep: Sweep, findings: SweepFindings): Section | undefined {
  if (sweep.worlds < 2) return undefined;
  const { short } = namesIn(sweep);
  const few = findings.policies.slice(0, MOST_ROWS);
  const wanted = [findings.frontier?.score ?? 'net_score', findings.frontier?.fairness];
  const measures = thingsFirst(findings.measures).filter(({ name }) => wanted.includes(name));
  const left = findings.policies.length - few.length;
  const rest = left > 0 ? ` The first ${count(few.length)} policies are drawn; the table of every policy has all.` : '';
  return {
    id: 'worlds',
    title: 'Over the worlds',
    lead: `Each policy was run in ${plural(sweep.worlds, 'world')}. The bar reaches from its least to its greatest, and the dot is the median.${rest}`,
    blocks: measures.map((measure) => spreadChart(few, measure, short)),
  };
}
