import {
  type Chapter,
  chapter,
  groupsBy,
  numberOf,
  sumOf,
  type TableRecord,
  textOf,
} from '../../../../report/chapter.ts';
import type { Run } from '../../../../runs/run.ts';
import { longDate } from '../../../../text/dates.ts';
import { cellText, count, dollars, percent, plural } from '../../../../text/format.ts';
import { overspentText } from '../../audit/overspent.ts';
import { loansOfBudget } from '../about.ts';
import { budgetColumns, budgetTone, withNames } from '../budgets.ts';
import { gridParts, scheduleParts } from '../schedule.ts';
import { ruleOf } from '../settings.ts';
import { budgetsOf, officeRows, overagesOf, SHARED } from './figures.ts';

/** A chapter for each office, with all that its people need: on paper it is a page to hand to them. */
export const officePages = (run: Run): readonly Chapter[] =>
  officeRows(run)
    .filter(({ office }) => office !== SHARED)
    .map((row, at) => officePage(row, at + 1));

function officePage(row: TableRecord, number: number): Chapter {
  const office = textOf(row, 'office');
  const isOwn = (each: { readonly [name: string]: unknown }) => each.office === office;
  return {
    // Names of offices may be in any script: an anchor may not.
    id: `office-${number}`,
    title: office,
    table: 'assignments',
    first: true,
    page: true,
    lead: ({ run }) => leadOf(run, row),
    blocks: [
      ...chapter.grid({ ...gridParts, rows: (rows) => rows.filter(isOwn) }).blocks,
      {
        table: 'budgets',
        caption: 'Budgets of the fleets that lend this week',
        rows: (rows, subject) =>
          withNames(
            rows.filter((each) => isOwn(each) && numberOf(each, 'planned') > 0),
            subject,
            false,
          ),
        columns: budgetColumns(),
        limit: 6,
        tone: budgetTone,
        about: loansOfBudget,
      },
      {
        table: 'caps',
        caption: 'Partners who go over their yearly cap of a make',
        rows: (_, { run }) => overagesOf(run, office),
        columns: ['partner', 'make', 'rank', 'used_before', 'assigned', 'cap', 'delta_overage', 'penalty'],
        limit: 6,
        about: ['person_id', 'make'],
      },
      ...chapter.schedule({
        ...scheduleParts,
        by: ({ rows }) => groupsBy('start_day', rows.filter(isOwn)).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
        caption: ({ name, rows }) => `${longDate(name)}: ${plural(rows.length, 'loan')}`,
      }).blocks,
    ],
  };
}

/** "53 loans to 40 partners in 53 slots (100%). $53,000 planned; Maserati $170 over. No partner goes over a cap. …" */
function leadOf(run: Run, row: TableRecord): string {
  const office = textOf(row, 'office');
  const loans = numberOf(row, 'loans');
  const slots = numberOf(row, 'slots');
  const use = slots > 0 ? ` (${percent(loans / slots)})` : '';
  return [
    `${plural(loans, 'loan')} to ${plural(numberOf(row, 'partners'), 'partner')} in ${plural(slots, 'slot')}${use}.`,
    moneyText(run, office, numberOf(row, 'planned')),
    ...(ruleOf(run, 'tier_caps') === undefined ? [] : [capsText(run, office)]),
    `Net score ${points(row.net)}: ${points(row.score)} less ${points(row.penalties)} of penalties.`,
  ].join(' ');
}

const points = (value: unknown): string => cellText(typeof value === 'number' ? value : 0, 'number');

function moneyText(run: Run, office: string, planned: number): string {
  const { budgets } = run.tables;
  const at = budgets?.columns.findIndex(({ name }) => name === 'office') ?? -1;
  if (budgets === undefined || ruleOf(run, 'budgets') === undefined) return `${dollars(planned)} planned.`;
  const own = { ...budgets, rows: budgets.rows.filter((row) => row[at] === office) };
  const over = overspentText({ tables: { ...run.tables, budgets: own } }, 4);
  const text = sumOf(budgetsOf(run, office), 'over_budget') > 0 ? over : 'no fleet over its budget';
  return `${dollars(planned)} planned; ${text}.`;
}

function capsText(run: Run, office: string): string {
  const over = overagesOf(run, office).length;
  if (over === 0) return 'No partner goes over the cap of a make.';
  return `${count(over)} ${over === 1 ? 'pair of partner and make goes' : 'pairs of partner and make go'} over the cap.`;
}
