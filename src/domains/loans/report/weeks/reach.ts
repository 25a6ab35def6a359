import { chapter, numberOf, numbersOf, type Subject, type TableRecord } from '../../../../report/chapter.ts';
import { count, percent, plural } from '../../../../text/format.ts';
import { weekOf } from '../about.ts';
import { weekTitle } from './times.ts';

/** Whom the weeks reach, when for the first time, and whom never. */
export const weeksReach = chapter({
  id: 'reach',
  title: 'Who is reached, and who never',
  table: 'progress',
  lead: leadOf,
  about: weekOf,
  blocks: [
    {
      chart: 'weeks-line',
      caption: 'Partners reached so far',
      datum: (row) => ({ week: row.week, value: row.partners_so_far }),
      title: weekTitle,
      facts: (row) => [['Partners reached so far', count(numberOf(row, 'partners_so_far'))]],
    },
    {
      chart: 'weeks-reach',
      caption: 'Partners of each week: reached for the first time, or again',
      rows: (weeks) => weeks.flatMap(firstAndAgain),
      title: weekTitle,
      facts: (row) => [[`Partners, ${row.kind}`, count(numberOf(row, 'value'))]],
    },
    {
      caption: 'Partners never reached',
      table: 'partners',
      rows: (partners) => partners.filter((row) => numberOf(row, 'assigned') === 0),
      columns: ['partner', 'person_id', 'makes', 'a_plus'],
      limit: 12,
    },
  ],
});

function firstAndAgain(row: TableRecord): readonly TableRecord[] {
  const { week, new_partners: first, partners } = numbersOf(row, 'week', 'new_partners', 'partners');
  return [
    { week, kind: 'for the first time', value: first },
    { week, kind: 'again', value: partners - first },
  ];
}

function leadOf({ run }: Subject): string {
  const { partners_assigned: reached, partners_eligible: eligible, partners_never_reached: never } = run.metrics;
  const share = eligible ? ` (${percent((reached ?? 0) / eligible)})` : '';
  return `${count(reached ?? 0)} of ${plural(eligible ?? 0, 'eligible partner')}${share} get a car at least once. ${plural(never ?? 0, 'partner')} never ${never === 1 ? 'does' : 'do'}.`;
}
