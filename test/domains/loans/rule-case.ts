import { filterText, limitsText } from '../rule-text.ts';
import { type Given, scheduleOf } from './audit-fixture.ts';
import { opened } from './small-world.ts';

/** What a test says of one rule: its rows, its parameters, and the weekdays on which loans start (Monday alone). */
export interface RuleCase {
  readonly given: Given;
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly days?: readonly string[];
}

const OFF = {
  availability: false,
  capacity: false,
  cooldown: false,
  tier_caps: false,
  fairness: false,
  budgets: false,
  partner_limits: false,
};

const openedFor = ({ given, rules = {}, days = ['mon'] }: RuleCase) =>
  opened(given, { start_days: days, rules: { ...OFF, ...rules } });

/** The limits of one rule of loans as algebra, with every other rule off. */
export const limitsOf = (rule: string, input: RuleCase): string => limitsText(openedFor(input), rule);

/** What the filters of one rule remove, with every other rule off, and why they remove these loans: "V1 P1 22". */
export const filtersOf = (input: RuleCase, ...loans: readonly string[]): string =>
  filterText(openedFor(input), ...scheduleOf(...loans));
