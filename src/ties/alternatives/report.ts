import { numberOf, type Section, sectionOf, textOf } from '../../report/chapter.ts';
import type { Run } from '../../runs/run.ts';
import { alternativesLead } from './words.ts';

/** Further schedules side by side: what each gives up, and what it changes. */
export function alternativesSection(run: Run): Section | undefined {
  const table = run.tables.alternatives;
  if (table === undefined) return undefined;
  const hidden = ['dropped', 'added', 'end', 'violations'];
  const columns = table.columns.map(({ name }) => name).filter((name) => !hidden.includes(name));
  return sectionOf(
    {
      id: 'alternatives',
      title: 'Other schedules',
      table: 'alternatives',
      lead: ({ rows }) =>
        alternativesLead(
          rows.map((row) => numberOf(row, 'gives_up')),
          rows.length === 0 ? 'none differs in so many rows at so small a loss' : textOf(rows.at(-1)!, 'end'),
        ),
      blocks: [
        { caption: 'What each gives up, and how it reads; each is audited', columns },
        {
          table: 'alternative_rows',
          caption: 'What each changes of the best schedule',
          columns: ['alternative', 'change', 'row'],
          limit: 12,
        },
      ],
    },
    run,
  );
}
