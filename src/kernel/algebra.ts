import { columnsOf, mostOf, scoreOf, visitGroups } from './members.ts';
import type { Hinge, Limits, Model } from './model.ts';

/** Names for the columns of a model, where a reader should see what `x1` stands for. */
export interface ColumnNames {
  /** What candidate j is, from 0: "vin V1, person_id P1". */
  readonly candidate?: (candidate: number) => string;
  /** What an auxiliary column is, from 0. */
  readonly auxiliary?: (column: number) => string;
}

/**
 * A small model as algebra that a person can read and check, for tests and pages of documentation. Candidates are x1,
 * x2 and so on, auxiliary columns y1, y2 and so on. Figures are in objective units. Limits that say nothing of a group
 * (infinite, a price of zero, or nothing in the group and nothing wrong with that) are left out; the tie-break is not
 * printed.
 *
 * @example
 * const fair = { rule: 'fairness', groups: 1, members: { group: Int32Array.of(0, 0) }, label: () => 'Ann' };
 * const limits = [{ ...fair, over: [{ at: Float64Array.of(1), price: 6 }], more: () => 'one more for Ann' }];
 * const model = { unit: 1, candidates: 2, score: Float64Array.of(5, 8), tie: Uint32Array.of(1, 2), limits };
 * algebra(model).split('\n')[0] // 'maximise 5 x1 + 8 x2 less the penalties of fairness'
 * algebra(model).split('\n')[1] // 'fairness, Ann: 6 for each of x1 + x2 above 1'
 */
export function algebra(model: Model, names: ColumnNames = {}): string {
  const limits = model.limits.flatMap((each) => limitLines(model, each));
  return [...unitLine(model), ...aimLines(model), ...columnLines(model, names), ...limits].join('\n');
}

const unitLine = ({ unit }: Model): readonly string[] => (unit === 1 ? [] : [`${unit} objective units make one point`]);

/** What is maximised: each priority in its order, and the score last. */
function aimLines(model: Model): readonly string[] {
  const priorities = (model.priorities ?? []).map(({ name, value }, level) => {
    const terms = sumOf(
      model,
      Array.from(value, (amount, column): Term => [column, amount]),
    );
    return `${level === 0 ? 'first' : 'then'} maximise ${name}: ${terms}`;
  });
  const score = sumOf(
    model,
    Array.from({ length: columnsOf(model) }, (_, column) => [column, scoreOf(model, column)]),
  );
  const charging = model.limits.filter((limits) => {
    const groups = Array.from({ length: limits.groups }, (_, group) => group);
    return groups.some((group) => pricesOf(limits.over, group).length + pricesOf(limits.under, group).length > 0);
  });
  const rules = [...new Set(charging.map(({ rule }) => rule))];
  const penalties = rules.length > 0 ? ` less the penalties of ${rules.join(', ')}` : '';
  return [...priorities, `${priorities.length > 0 ? 'then ' : ''}maximise ${score}${penalties}`];
}

/** What columns stand for, and what values the auxiliary ones take. */
function columnLines(model: Model, names: ColumnNames): readonly string[] {
  const lines: string[] = [];
  for (let column = 0; column < columnsOf(model); column++) {
    const own = column - model.candidates;
    const name = own < 0 ? names.candidate?.(column) : names.auxiliary?.(own);
    const range = own < 0 ? undefined : rangeOf(mostOf(model, column));
    const parts = [name, range].filter((part) => part !== undefined);
    if (parts.length > 0) lines.push(`${variable(model, column)}: ${parts.join(', ')}`);
  }
  return lines;
}

const rangeOf = (most: number): string =>
  Number.isFinite(most) ? `a whole number from 0 to ${most}` : 'a whole number from 0';

/** A line for each group that a rule limits. */
function limitLines(model: Model, limits: Limits): readonly string[] {
  const terms = termsOf(model, limits);
  const marks = [...(limits.lazy ? ['lazy'] : []), ...(limits.fixed ? ['fixed'] : [])];
  const mark = marks.length > 0 ? ` (${marks.join(', ')})` : '';
  return terms.flatMap((ofGroup, group) => {
    if (ofGroup.length === 0 && isFree(limits, group)) return [];
    const use = sumOf(model, ofGroup);
    const says = [...hardText(limits, group, use), ...softTexts(limits, group, use)];
    return says.length > 0 ? [`${limits.rule}, ${limits.label(group)}${mark}: ${says.join('; ')}`] : [];
  });
}

/** Whether a group that uses nothing breaks no bound and pays nothing. */
function isFree({ most, least, over, under }: Limits, group: number): boolean {
  const within = (most?.[group] ?? 0) >= 0 && (least?.[group] ?? 0) <= 0;
  const charged = pricesOf(over, group).some(({ at }) => at < 0) || pricesOf(under, group).some(({ at }) => at > 0);
  return within && !charged;
}

function hardText({ most, least }: Limits, group: number, use: string): readonly string[] {
  const top = most?.[group] ?? Infinity;
  const bottom = least?.[group] ?? -Infinity;
  if (top === bottom) return [`${use} = ${top}`];
  if (top < Infinity && bottom > -Infinity) return [`${bottom} <= ${use} <= ${top}`];
  if (top < Infinity) return [`${use} <= ${top}`];
  return bottom > -Infinity ? [`${use} >= ${bottom}`] : [];
}

/** The penalties of a group, nearest hinge first. A unit beyond two hinges pays both prices: the second is "more". */
function softTexts({ over, under }: Limits, group: number, use: string): readonly string[] {
  const above = pricesOf(over, group).sort((a, b) => a.at - b.at);
  const below = pricesOf(under, group).sort((a, b) => b.at - a.at);
  return [
    ...above.map(({ at, price }, k) =>
      k === 0 ? `${price} for each of ${use} above ${at}` : `${price} more above ${at}`,
    ),
    ...below.map(({ at, price }, k) =>
      k === 0 ? `${price} for each of ${use} below ${at}` : `${price} more below ${at}`,
    ),
  ];
}

/** The hinges that charge a group anything. */
const pricesOf = (hinges: readonly Hinge[] | undefined, group: number) =>
  (hinges ?? [])
    .map(({ at, price }) => ({ at: at[group]!, price }))
    .filter(({ at, price }) => Number.isFinite(at) && price !== 0);

/** A column and its coefficient. */
type Term = readonly [column: number, amount: number];

/** The terms of each group's use, in the order of the columns. Where a column is in a group twice, its uses add up. */
function termsOf(model: Model, limits: Limits): readonly (readonly Term[])[] {
  const terms = Array.from({ length: limits.groups }, () => new Map<number, number>());
  for (let column = 0; column < columnsOf(model); column++)
    visitGroups(limits, column, (group, use) => {
      terms[group]!.set(column, (terms[group]!.get(column) ?? 0) + use);
    });
  return terms.map((ofGroup) => [...ofGroup]);
}

/** A sum such as "3 x1 - x2"; "0" where no term is left. */
function sumOf(model: Model, terms: readonly Term[]): string {
  const texts = terms
    .filter(([, amount]) => amount !== 0)
    .map(([column, amount], k) => {
      const size = Math.abs(amount) === 1 ? '' : `${Math.abs(amount)} `;
      const sign = amount < 0 ? '-' : '+';
      const before = k === 0 ? sign.replace('+', '') : ` ${sign} `;
      return `${before}${size}${variable(model, column)}`;
    });
  return texts.length > 0 ? texts.join('') : '0';
}

const variable = ({ candidates }: Model, column: number): string =>
  column < candidates ? `x${column + 1}` : `y${column - candidates + 1}`;
