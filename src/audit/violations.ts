import type { ResultTable } from '../tables/result.ts';
import type { Violation } from './audit.ts';
import { tableOf } from './table.ts';

/** What is wrong with somebody or something, before it is said which rule that breaks. */
export type Fault = Omit<Violation, 'rule' | 'rows'>;

/** The faults that there are, each as a violation of its rule. */
export function violationsOf(faults: readonly (readonly [rule: string, fault: Fault | undefined])[]): Violation[] {
  return faults.flatMap(([rule, fault]) => (fault === undefined ? [] : [{ rule, ...fault }]));
}

/** Every hard rule that is broken, where and how. */
export function violationsTable(violations: readonly Violation[]): ResultTable {
  return tableOf(violations, [
    ['rule', 'text', 'Rule', (row) => row.rule],
    ['entity', 'text', 'Who or what', (row) => row.entity],
    ['text', 'text', 'What is wrong', (row) => row.text],
  ]);
}
