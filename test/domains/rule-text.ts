import type { Instance } from '../../src/domain.ts';
import { algebra } from '../../src/kernel/algebra.ts';

/** The score and the limits of some names alone, as algebra, with what each candidate stands for. */
export function limitsText({ model, row, rowText }: Instance, ...names: readonly string[]): string {
  const { priorities, ...rest } = model;
  const limits = model.limits.filter(({ rule }) => names.includes(rule));
  return algebra({ ...rest, limits }, { candidate: (j) => rowText(row(j)) });
}

/** The steps of a funnel that remove anything, each with what it leaves, and then the reasons in each of some cases. */
export function filterText(
  { funnel, whyNot }: Instance,
  ...cases: readonly Readonly<Record<string, string>>[]
): string {
  const steps = funnel
    .filter(({ removed }) => removed > 0)
    .map(({ step, text, removed, left }) => `${step} removes ${removed}, leaves ${left}: ${text}`);
  return [...steps, ...cases.flatMap((fields) => whyNot(fields))].join('\n');
}
