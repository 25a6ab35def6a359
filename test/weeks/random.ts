import type { Scenario } from '../../src/scenario/scenario.ts';
import { type Keys, settingsOf } from '../invariants/weeks.ts';

/** A scenario of these keys, as if it had been read from a file. */
export function asScenario(keys: Keys, more: object = {}): Scenario {
  const settings = { ...settingsOf(keys), ...more };
  const general = { kind: 'loans', name: 'weeks', file: 'weeks.yaml', expect: {}, overrides: [], text: '' };
  return { ...general, settings, place: () => ({ file: 'weeks.yaml' }) };
}

/** The same keys where the calendar need not reach the later weeks. */
export const settled = (keys: Keys): Keys => {
  const rules = keys.rules as Record<string, unknown> | undefined;
  const capacity = rules?.capacity;
  if (capacity === false) return keys;
  return { ...keys, rules: { ...rules, capacity: { ...(capacity as object), empty_week: 'default' } } };
};
