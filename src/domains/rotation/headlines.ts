import type { Headline } from '../../domain.ts';

/** What a terminal shows of a run. */
export const headlines: readonly Headline[] = [
  { metric: 'placed', label: 'placed', of: 'spots', as: 'count' },
  { metric: 'guaranteed_placed', label: 'guaranteed', of: 'guaranteed_spots', as: 'count' },
  { metric: 'value', label: 'value', as: 'dollars' },
  { metric: 'fill', label: 'breaks full', as: 'percent' },
  { metric: 'obligations_open', label: 'owed', as: 'count' },
  { metric: 'gini', label: 'gini', as: 'decimal' },
];
