import { plural } from '../text/format.ts';
import { settingText } from '../text/setting.ts';
import type { Case, Condition } from './conditions.ts';
import type { Parameter } from './record.ts';
import { namesOf } from './report/words.ts';

/** More cases than this are counted and no longer read out. */
const MOST_CASES = 4;

/**
 * A description of runs in words: "fairness penalty is at most 100, or fairness mode is linear and sample is 3".
 *
 * @param noun what is described: 'run', 'policy'
 * @returns '' where it describes none
 */
export function descriptionText(cases: readonly Case[], parameters: readonly Parameter[], noun: string): string {
  const names = namesOf(parameters.map(({ path }) => path));
  const text = ({ conditions }: Case) => joined(conditions.map((one) => conditionText(one, names, parameters)));
  if (cases.length === 0) return '';
  if (cases.length <= MOST_CASES) return cases.map(text).join('; or ');
  const first = cases.slice(0, MOST_CASES - 1);
  const rest = cases.slice(MOST_CASES - 1);
  const runs = rest.reduce((sum, one) => sum + one.runs, 0);
  const many = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  const more = `in ${plural(runs, `more ${noun}`, `more ${many}`)} without a short description`;
  return [...first.map((one) => `${text(one)} (${plural(one.runs, noun, many)})`), more].join('; or ');
}

function conditionText(condition: Condition, names: readonly string[], parameters: readonly Parameter[]): string {
  const name = names[condition.parameter]!;
  if (condition.test !== 'range') return `${name} ${condition.test} ${settingText(condition.value)}`;
  const values = parameters[condition.parameter]!.values as readonly number[];
  const { low, high } = condition;
  if (low === high) return `${name} is ${settingText(low)}`;
  if (low === Math.min(...values)) return `${name} is at most ${settingText(high)}`;
  if (high === Math.max(...values)) return `${name} is at least ${settingText(low)}`;
  return `${name} is from ${settingText(low)} to ${settingText(high)}`;
}

function joined(parts: readonly string[]): string {
  if (parts.length === 0) return 'whatever the settings';
  return parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
