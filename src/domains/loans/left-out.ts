import type { LeftOut } from '../../domain.ts';
import { numberOf, recordsOf, textOf } from '../../report/page.ts';
import type { Run } from '../../runs/run.ts';

/** Partners without a loan: those of whom people ask first why they got none. */
export const leftOut: LeftOut = {
  noun: ['partner', 'partners'],
  order: 'those approved for most makes at rank A+ first, then for most makes',
  of: (run: Run) =>
    recordsOf(run.tables.partners)
      .filter((row) => numberOf(row, 'assigned') === 0)
      .sort(
        (a, b) =>
          numberOf(b, 'a_plus') - numberOf(a, 'a_plus') ||
          numberOf(b, 'makes') - numberOf(a, 'makes') ||
          (textOf(a, 'person_id') < textOf(b, 'person_id') ? -1 : 1),
      )
      .map((row) => ({ name: textOf(row, 'partner'), fields: { person_id: textOf(row, 'person_id') } })),
};
