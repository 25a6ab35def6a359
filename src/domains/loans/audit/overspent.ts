import { cellsOf } from '../../../audit/table.ts';
import type { Run } from '../../../runs/run.ts';
import { count, dollars, plural } from '../../../text/format.ts';
import { fleetOf } from './fleet.ts';

/**
 * The name of a fleet as people write its make: budgets name fleets in one spelling of capitals, `MASERATI`. A fleet of
 * which the run knows no make, or several, keeps its own spelling.
 *
 * @example
 * fleetNames({ tables: {} })('MASERATI') // 'MASERATI'
 */
export function fleetNames({ tables }: Pick<Run, 'tables'>): (fleet: string) => string {
  const makes = new Map<string, Set<string>>();
  for (const table of [tables.assignments, tables.caps])
    for (const make of cellsOf(table, 'make')) {
      if (typeof make !== 'string' || make === '') continue;
      const fleet = fleetOf(make);
      makes.set(fleet, (makes.get(fleet) ?? new Set()).add(make));
    }
  return (fleet) => {
    const own = makes.get(fleet);
    return own?.size === 1 ? [...own][0]! : fleet;
  };
}

/**
 * Which fleets go over their budgets and by how much: "Maserati $40 over"; empty where none does.
 *
 * @param most how many fleets are named before the others are only counted
 */
export function overspentText(run: Pick<Run, 'tables'>, most = 1): string {
  const { budgets } = run.tables;
  const [fleets, quarters] = [cellsOf(budgets, 'fleet'), cellsOf(budgets, 'quarter')];
  const several = new Set(quarters).size > 1;
  const name = fleetNames(run);
  const over = cellsOf(budgets, 'over_budget')
    .map((cell, at) => ({ cents: Number(cell), at }))
    .filter(({ cents }) => cents > 0)
    .sort((a, b) => b.cents - a.cents);
  if (over.length === 0) return '';
  const texts = over
    .slice(0, most)
    .map(({ cents, at }) => `${name(String(fleets[at]))}${several ? ` ${quarters[at]}` : ''} ${dollars(cents)}`);
  const rest = over.slice(most);
  if (rest.length === 0) return `${texts.join(', ')} over`;
  const others = dollars(rest.reduce((sum, { cents }) => sum + cents, 0));
  return `${texts.join(', ')} and ${plural(rest.length, 'other')} ${others} over`;
}

/** What of the planned money no budget limits: "Lexus $2,870 without a budget"; empty where there is none. */
export function unlimitedText(run: Pick<Run, 'tables'>): string {
  const { budgets } = run.tables;
  const [fleets, planned, amounts] = [
    cellsOf(budgets, 'fleet'),
    cellsOf(budgets, 'planned'),
    cellsOf(budgets, 'remaining_before'),
  ];
  const free = planned.flatMap((cell, at) =>
    Number(cell) > 0 && amounts[at] === null ? [{ fleet: String(fleets[at]), cents: Number(cell) }] : [],
  );
  const [first] = free;
  if (first === undefined) return '';
  const sum = dollars(free.reduce((all, { cents }) => all + cents, 0));
  const who = free.length === 1 ? fleetNames(run)(first.fleet) : `${count(free.length)} fleets`;
  return `${who} ${sum} without a budget`;
}
