import { filterText, limitsText } from '../rule-text.ts';
import { type Keys, prepare } from './cases.ts';

const OFF = {
  prime: false,
  max_shift_minutes: false,
  rolling_seconds: 0,
  separation: 0,
  competitive: {},
  creative: 0,
  robust: true,
};
const FREE = { shift: 0, evenness: 0, changes: 0, rotation: 0 };

/** A case in which every rule and weight that it does not name is off, and distances are between breaks. */
const openedFor = ({ rules = {}, weights = {}, ...keys }: Keys) =>
  prepare({ ...keys, rules: { ...OFF, ...(rules as Keys) }, weights: { ...FREE, ...(weights as Keys) } }).instance;

/** The limits of these names alone as algebra. */
export const limitsOf = (names: readonly string[], keys: Keys): string => limitsText(openedFor(keys), ...names);

/** What filters remove in a case, and why they remove these airings: "s1 b2000". */
export const filtersOf = (keys: Keys, ...airings: readonly string[]): string =>
  filterText(
    openedFor(keys),
    ...airings.map((airing) => {
      const [name = '', at = ''] = airing.split(' ');
      return { spot: name, break: at };
    }),
  );
