import { fullText } from '../compare/report/format.ts';
import type { Page, Section } from '../report/page.ts';
import { nameText } from '../report/run/sections.ts';
import { asWeek } from '../runs/in-week.ts';
import type { Run } from '../runs/run.ts';
import type { Cell } from '../tables/result.ts';
import { count, plural, sentence } from '../text/format.ts';
import { determinedText } from './words.ts';

/** How far each metric can move while the net score stays the best. */
export function rangesSection(
  whole: Run,
  { metrics: names, ...words }: Pick<Page, 'noun' | 'metrics' | 'choice'> = {},
): Section | undefined {
  const run = asWeek(whole);
  const { ranges, backbone, metrics, inWeek } = run;
  if (ranges === undefined || backbone === undefined) return undefined;
  const all = Object.entries(ranges);
  const open = all.filter(([, { least, most }]) => least !== most);
  const shared = backbone.exact ? alwaysText(backbone.always, backbone.chosen, words.noun) : '';
  const lead =
    `${sentence(`${inWeek === undefined ? '' : `in week ${inWeek}, `}${determinedText(run, words)?.text ?? ''}`)} ${shared}`.trim();
  const rows = open.map(([name, { least, most, exact }]): Cell[] => [
    names?.[name]?.label ?? nameText(name),
    ...[metrics[name] ?? null, least, most].map(
      (value): Cell => (value === null ? null : fullText(value, names?.[name] ?? {})),
    ),
    exact ? 'reached' : 'not beyond',
  ]);
  const columns = [
    { name: 'metric', type: 'text', label: 'Metric' },
    { name: 'value', type: 'number', label: 'In this schedule' },
    { name: 'least', type: 'number', label: 'Smallest possible' },
    { name: 'most', type: 'number', label: 'Largest possible' },
    { name: 'ends', type: 'text', label: 'The ends are' },
  ] as const;
  const table = { type: 'table', caption: 'Ranges at the same net score', table: { columns, rows } } as const;
  return { id: 'ties', title: 'What ties leave open', lead, blocks: rows.length > 0 ? [table] : [] };
}

function alwaysText(
  always: number,
  chosen: number,
  [one, several]: NonNullable<Page['noun']> = ['row of the schedule', 'rows of the schedule'],
): string {
  const of = `the ${plural(chosen, one, several)}`;
  if (always === chosen) return `Every one of ${of} is in all of them.`;
  return always === 0
    ? `None of ${of} is in all of them.`
    : `${count(always)} of ${of} ${always === 1 ? 'is' : 'are'} in all of them.`;
}
