import { count, plural } from '../../text/format.ts';
import { settingText } from '../../text/setting.ts';
import { visible } from '../../text/visible.ts';
import type { FailureFinding } from '../findings-record.ts';
import type { SweptValue } from '../record.ts';

/**
 * The names of settings as people say them, as short as they can be while no two are the same.
 *
 * @example
 * namesOf(['weights.rank', 'rules.fairness.penalty', 'rules.tier_caps.penalty']) // ['rank', 'fairness penalty', 'tier caps penalty']
 */
export function namesOf(paths: readonly string[]): readonly string[] {
  return paths.map((path) => {
    if (path === 'data.sample') return 'sample';
    const keys = path.split('.');
    // What stands below "weights" or "rules" is known by its own name.
    const own = keys.length > 1 && (keys[0] === 'weights' || keys[0] === 'rules') ? keys.slice(1) : keys;
    for (let length = Math.min(2, own.length); length <= own.length; length++) {
      const name = own.slice(-length).join('.');
      if (paths.filter((other) => other === name || other.endsWith(`.${name}`)).length === 1)
        return words([dated(own.slice(-length)).join('.')]);
    }
    return words([path]);
  });
}

/** What is set for a date is said before it: "slots on 2025-09-27". */
const dated = (keys: readonly string[]): readonly string[] =>
  keys.length === 2 && /^\d{4}-\d\d-\d\d$/.test(keys[0]!) ? [keys[1]!, 'on', keys[0]!] : keys;

/** Keys as words: "step_up" is "step up". A date keeps its hyphens. */
const words = (keys: readonly string[]): string => visible(keys.join(' ').replaceAll(/[._]/g, ' '));

/**
 * What a policy is called: its values, each after the last word of its setting, "rank 0.5, pub 2". A choice that only one
 * of the settings has needs no name before it: "penalty 200, stepped".
 *
 * @example
 * policyNamer(['rules.fairness.penalty', 'rules.fairness.mode'])([200, 'stepped']) // 'penalty 200, stepped'
 * policyNamer(['rules.fairness'])([{ mode: 'linear', penalty: 400 }]) // 'fairness (mode linear, penalty 400)'
 */
export function policyNamer(paths: readonly string[]): (values: readonly SweptValue[]) => string {
  const long = namesOf(paths);
  const last = paths.map((path) => words([path.split('.').at(-1)!]));
  const names = long.map((name, index) => (last.filter((one) => one === last[index]).length > 1 ? name : last[index]!));
  return (values) => {
    if (values.length === 0) return 'the policy as it stands';
    const texts = values.map(settingText);
    return values
      .map((value, index) => {
        const text = texts[index]!;
        const alone = typeof value === 'string' && /^\p{L}/u.test(value);
        if (alone && texts.filter((one) => one === text).length === 1) return text;
        return typeof value === 'object' && value !== null ? `${names[index]} (${text})` : `${names[index]} ${text}`;
      })
      .join(', ');
  };
}

// A longer description of single runs is left to the table of runs, where that of the policies says it as well.
const READABLE = 100;

/** One expectation in one or two sentences. */
export function failureText({ name, failed, of, when, policies }: Omit<FailureFinding, 'text'>): string {
  if (failed === 0) return `${name === 'any' ? 'Every expectation' : name} holds in every run.`;
  const who = name === 'any' ? 'Some expectation' : name;
  const runs =
    failed === of
      ? `${who} fails in every run.`
      : `${who} fails in ${count(failed)} of ${plural(of, 'run')}${policies && when.length > READABLE ? '' : `: when ${when}`}.`;
  if (policies === undefined || failed === of) return runs;
  const all = policies.failed === policies.of;
  const which = all
    ? 'No policy meets it in every world.'
    : `The policies that fail it in one world at least are those where ${policies.when}. All others meet it everywhere.`;
  return policies.when === when ? runs : `${runs} ${which}`;
}
