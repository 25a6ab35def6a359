import type { Headline } from '../../domain.ts';

/** What a terminal shows of a run. */
export const headlines: readonly Headline[] = [
  { metric: 'assignments', label: 'assignments', as: 'count' },
  { metric: 'partners_assigned', label: 'partners', of: 'partners_eligible', as: 'count' },
  { metric: 'gini', label: 'gini', as: 'decimal' },
  { metric: 'cap_overages', label: 'over cap', as: 'count' },
  { metric: 'budget_planned', label: 'planned', as: 'dollars' },
  { metric: 'budget_over', label: 'over budget', as: 'dollars' },
  { metric: 'utilization', label: 'capacity', as: 'percent' },
];
