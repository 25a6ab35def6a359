import { chapter } from '../../../report/chapter.ts';
import { terms } from '../score.ts';

/** Where the score comes from, and what each penalty took. */
export const score = chapter.score({
  labels: {
    ...Object.fromEntries(terms.map(({ name, title }) => [name, title])),
    cap_penalty: 'Tier caps',
    budget_penalty: 'Budgets',
    change_penalty: 'Changes from the earlier run',
  },
});
