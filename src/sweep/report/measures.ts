import { amount, count, percent } from '../../text/format.ts';
import type { SweepMeasure } from '../findings-record.ts';

type Unit = Pick<SweepMeasure, 'unit'>;

/**
 * A measure as a person reads it.
 *
 * @example
 * measureText({ unit: 'dollars' }, 73300) // '$73,300'
 */
export function measureText({ unit }: Unit, value: number): string {
  if (unit === 'share') return percent(value);
  if (unit === 'dollars') return `$${amount(value)}`.replace('$−', '−$');
  return Math.abs(value) < 1 && value !== 0 ? amount(value, 3) : count(value);
}

/**
 * Values of one measure as they stand under each other: all with as many decimals as the one that needs the most.
 *
 * @example
 * measureTexts({ unit: 'partners' }, [41, 44.5, null]) // ['41.0', '44.5', null]
 */
export function measureTexts({ unit }: Unit, values: readonly (number | null)[]): readonly (string | null)[] {
  const numbers = values.filter((value) => value !== null);
  const scale = unit === 'share' ? 100 : 1;
  const most = unit === 'share' ? 1 : numbers.some((value) => Math.abs(value) < 1 && value !== 0) ? 3 : 2;
  const digits = unit === 'dollars' ? 0 : Math.max(0, ...numbers.map((value) => decimalsOf(value * scale, most)));
  return values.map((value) => {
    if (value === null) return null;
    const text = amount(value * scale, digits);
    if (unit === 'share') return `${text}%`;
    return unit === 'dollars' ? `$${text}`.replace('$−', '−$') : text;
  });
}

/** How many decimals a value needs, up to so many. */
function decimalsOf(value: number, most: number): number {
  for (let digits = 0; digits < most; digits++)
    if (Number(value.toFixed(digits)) === Number(value.toFixed(most))) return digits;
  return most;
}

/** The label of a measure with its unit, for a caption or the head of a column. */
export const captionOf = ({ label, unit }: Pick<SweepMeasure, 'label' | 'unit'>): string =>
  unit === undefined || SIGNED.includes(unit) || saysUnit(label, unit) ? label : `${label} (${unit})`;

/** Units whose sign stands at each number. */
const SIGNED = ['share', 'dollars'];

/** "Partners reached" says what is counted. */
const saysUnit = (label: string, unit: string): boolean => label.toLowerCase().includes(unit);

/** The same for an axis, which has no sign of a unit at its numbers. */
export const axisOf = (measure: Pick<SweepMeasure, 'label' | 'unit'>): string =>
  SIGNED.includes(measure.unit ?? '') ? `${measure.label} (${unitOf(measure)})` : captionOf(measure);

/** The unit alone, for the axis of a chart whose caption says the rest; the label of what has no unit. */
export const unitOf = ({ label, unit }: Pick<SweepMeasure, 'label' | 'unit'>): string =>
  unit === 'share' ? 'percent' : (unit ?? label);

/** An axis knows no unit: a share is drawn in percent, rounded so that 0.29 is 29 and not 28.999999999999996. */
export const drawn = ({ unit }: Unit, value: number): number =>
  unit === 'share' ? Math.round(value * 1e8) / 1e6 : value;

/** Things that people get before points; the points of each policy's own, which nothing can be compared by, last. */
export const thingsFirst = (measures: readonly SweepMeasure[]): readonly SweepMeasure[] =>
  measures.toSorted((a, b) => rankOf(a) - rankOf(b));

const rankOf = ({ first, unit, better }: SweepMeasure): number =>
  first ? 0 : unit !== 'points' ? 1 : better === 'neutral' ? 3 : 2;
