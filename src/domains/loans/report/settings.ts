import { recordsOf, type Subject } from '../../../report/chapter.ts';
import type { Run } from '../../../runs/run.ts';
import type { LoansSettings } from '../scenario.ts';

/** The settings of a loans run; it was made from them, so they need no second check. */
export function settingsOf(run: Run): LoansSettings {
  return run.scenario.settings as unknown as LoansSettings;
}

/** "Los Angeles", or the offices of a scenario of several. */
export function officeText(run: Run): string {
  const { office, offices } = settingsOf(run);
  if (office !== undefined) return office;
  return offices === 'all' ? 'All offices' : `${offices!.slice(0, -1).join(', ')} and ${offices!.at(-1)}`;
}

/** Whether rows of several offices stand in one table, or of an office and the whole company. */
export const isSeveral = ({ tables }: Run): boolean =>
  new Set(recordsOf(tables.budgets).map(({ office }) => office)).size > 1;

type Rules = LoansSettings['rules'];
type PricedRule = 'tier_caps' | 'budgets' | 'fairness';

/** The parameters of a rule that has a price; nothing where it is off. */
export function ruleOf<Name extends PricedRule>(run: Run, name: Name): Exclude<Rules[Name], false> | undefined {
  const rule: Rules[Name] = settingsOf(run).rules[name];
  return rule === false || rule.mode === 'off' ? undefined : (rule as Exclude<Rules[Name], false>);
}

/** All that a chapter says of a rule that is off. */
export const offText =
  (name: PricedRule, text: string) =>
  ({ run }: Subject): string | undefined =>
    ruleOf(run, name) === undefined ? text : undefined;
