import { count, plural } from '../../text/format.ts';
import { visible } from '../../text/visible.ts';
import type { FailureFinding } from '../findings-record.ts';
import type { SweptValue } from '../record.ts';

/**
 * A value of a setting as a report shows it.
 *
 * @example
 * valueText(1200) // '1,200'
 * valueText(false) // 'off'
 */
export function valueText(value: SweptValue): string {
  if (typeof value === 'number') return Number.isInteger(value * 100) ? count(value) : String(value);
  if (value === false) return 'off';
  if (value === null) return 'nothing';
  return visible(typeof value === 'string' ? value : JSON.stringify(value));
}

/**
 * The names of settings, as short as they can be while no two are the same.
 *
 * @example
 * namesOf(['rules.fairness.penalty', 'rules.tier_caps.penalty']) // ['fairness.penalty', 'tier_caps.penalty']
 */
export function namesOf(paths: readonly string[]): readonly string[] {
  return paths.map((path) => {
    if (path === 'data.sample') return 'sample';
    const keys = path.split('.');
    for (let length = Math.min(2, keys.length); length < keys.length; length++) {
      const name = keys.slice(-length).join('.');
      if (paths.filter((other) => other === name || other.endsWith(`.${name}`)).length === 1) return name;
    }
    return path;
  });
}

/** One expectation in one or two sentences. */
export function failureText({ name, failed, of, when, policies }: Omit<FailureFinding, 'text'>): string {
  if (failed === 0) return `${name === 'any' ? 'Every expectation' : name} holds in every run.`;
  const who = name === 'any' ? 'Some expectation' : name;
  const runs =
    failed === of
      ? `${who} fails in every run.`
      : `${who} fails in ${count(failed)} of ${plural(of, 'run')}: when ${when}.`;
  if (policies === undefined || failed === of) return runs;
  const all = policies.failed === policies.of;
  const which = all
    ? 'No policy meets it in every world.'
    : `A policy fails it in some world when ${policies.when}; else in none.`;
  return `${runs} ${which}`;
}
