import { largest, lorenz } from '../../../audit/measures.ts';
import {
  amount,
  type Block,
  count,
  type Datum,
  factsOf,
  type Mark,
  numberOf,
  percent,
  pick,
  plural,
  recordsOf,
  type Section,
  textOf,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import type { Cell, ResultTable } from '../../../tables/result.ts';
import { type LoansOf, loansBy } from './about.ts';
import { type Band, giniBand, targetBand } from './bands.ts';
import { settingsOf } from './settings.ts';

const SERVED = 'partners served';
const ELIGIBLE = 'all eligible partners';

/** How evenly the loans are spread over the partners, in more than one light. */
export function fairnessSection(run: Run): Section {
  const table = run.tables.partners;
  const counts = recordsOf(table).map((row) => numberOf(row, 'assigned'));
  const loans = loansBy(run, ['person_id']);
  const blocks: Block[] = [];
  if (table !== undefined && largest(counts) > 0) {
    blocks.push(
      {
        type: 'chart',
        chart: 'lorenz',
        caption: 'Lorenz curve: how the loans are shared',
        data: { rows: curves(counts) },
        marks: { rows: curveMarks(table, loans) },
        // A range of the population alone would take from both curves, which are of other partners.
        brush: 'xy',
      },
      {
        type: 'chart',
        chart: 'partners',
        caption: 'How many partners get how many loans',
        data: { rows: histogram(counts) },
        marks: { rows: histogramMarks(table, counts, loans) },
      },
    );
  }
  blocks.push({ type: 'table', caption: 'Measures of fairness', table: measures(run) });
  if (table !== undefined) blocks.push(...partnerBlocks(table, counts, loans));
  return { id: 'fairness', title: 'Who gets how much', lead: leadOf(run), blocks };
}

// Those who get nothing are a count here, not pages of zeros; the file has them all.
function partnerBlocks(table: ResultTable, counts: readonly number[], loans: LoansOf): readonly Block[] {
  const columns = ['partner', 'assigned', 'share', 'excess', 'penalty', 'makes', 'a_plus'];
  const served = { columns: table.columns, rows: table.rows.filter((_, i) => counts[i]! > 0) };
  const others = counts.length - served.rows.length;
  const blocks: Block[] = [];
  if (served.rows.length > 0) {
    blocks.push({
      type: 'table',
      caption: 'Loans by partner',
      table: pick(served, columns),
      about: recordsOf(served).map(loans),
      limit: 12,
      file: 'partners.csv',
    });
  }
  if (others > 0) {
    const verb = others === 1 ? 'gets' : 'get';
    blocks.push({
      type: 'text',
      text: `${plural(others, 'eligible partner')} ${verb} no loan; partners.csv names them.`,
    });
  }
  return blocks;
}

function leadOf(run: Run): string {
  const { metrics } = run;
  const reached = `${count(metrics.partners_assigned ?? 0)} of ${plural(metrics.partners_eligible ?? 0, 'eligible partner')} get a loan`;
  const most = metrics.max_concentration ?? 0;
  const repeat = `${count(metrics.partners_with_multiple ?? 0)} of them more than one, nobody more than ${count(most)}`;
  return `${reached}${most > 1 ? `, ${repeat}` : ''}. ${policyOf(run)}`;
}

function policyOf(run: Run): string {
  const rule = settingsOf(run).rules.fairness;
  if (rule === false || rule.mode === 'off') return 'The fairness rule is off: repeats cost nothing.';
  const step = rule.mode === 'stepped' ? `, and each from the third on ${count(rule.step_up)} more` : '';
  const taken = count(run.objective.fairness_penalty ?? 0);
  return `Each loan of a partner beyond ${count(rule.target)} costs ${count(rule.penalty)} points${step}; together ${taken}.`;
}

function curves(counts: readonly number[]): readonly Datum[] {
  const served = counts.filter((n) => n > 0);
  const line = (curve: string, of: readonly number[]) => lorenz(of).map((point, order) => ({ curve, order, ...point }));
  const equal = [0, 1].map((at) => ({ curve: 'perfect equality', order: at, population: at, share: at }));
  return [...line(SERVED, served), ...line(ELIGIBLE, counts), ...equal];
}

/** The partner at whom each point of each curve stands: those with the fewest loans first. */
function curveMarks(table: ResultTable, loans: LoansOf): readonly (Mark | null)[] {
  const rows = recordsOf(table).map((row, i) => ({ row, i, loans: numberOf(row, 'assigned') }));
  const rising = rows.sort((a, b) => a.loans - b.loans || b.i - a.i);
  const line = (curve: string, of: typeof rows): readonly (Mark | null)[] => [
    null,
    ...of.map(
      ({ row, i }, place): Mark => ({
        title: textOf(row, 'partner') || textOf(row, 'person_id'),
        facts: [
          ...factsOf(table, i, ['assigned', 'share', 'excess', 'penalty points']),
          [`Of ${curve}`, `number ${count(place + 1)} of ${count(of.length)}`],
        ],
        about: loans(row),
      }),
    ),
  ];
  const served = rising.filter((one) => one.loans > 0);
  return [...line(SERVED, served), ...line(ELIGIBLE, rising), null, null];
}

function histogramMarks(table: ResultTable, counts: readonly number[], loans: LoansOf): readonly Mark[] {
  const rows = recordsOf(table);
  return Array.from({ length: largest(counts) + 1 }, (_, number) => {
    const own = rows.filter((_, i) => counts[i] === number);
    return {
      title: number === 0 ? 'No loan' : `${plural(number, 'loan')} each`,
      facts: [
        ['Partners', count(own.length)],
        ['Of all eligible', percent(own.length / rows.length)],
        ...(number === 0 ? [] : [['Loans together', count(own.length * number)] as const]),
      ],
      about: own.flatMap(loans),
    };
  });
}

function histogram(counts: readonly number[]): readonly Datum[] {
  const most = largest(counts);
  return Array.from({ length: most + 1 }, (_, loans) => {
    const partners = counts.filter((n) => n === loans).length;
    return { loans: loans === 0 ? 'none' : count(loans), partners, kind: loans === 0 ? 'none' : 'some' };
  });
}

function measures({ metrics }: Run): ResultTable {
  const row = (
    label: string,
    over: string,
    name: string,
    say: (value: number) => string,
    band: (value: number) => Band | null,
  ): Cell[] => {
    const value = metrics[name];
    if (typeof value !== 'number') return [label, over, null, null];
    return [label, over, say(value), band(value)?.text ?? null];
  };
  const three = (value: number) => amount(value, 3);
  const none = () => null;
  return {
    columns: [
      { name: 'measure', type: 'text', label: 'Measure' },
      { name: 'over', type: 'text', label: 'Over whom' },
      { name: 'value', type: 'number', label: 'Value' },
      { name: 'band', type: 'text', label: 'Against policy' },
    ],
    rows: [
      row('Gini coefficient', SERVED, 'gini', three, giniBand),
      row('Gini coefficient', ELIGIBLE, 'gini_eligible', three, none),
      row('HHI (sum of squared shares)', SERVED, 'hhi', three, (v) => targetBand(v, 0.1, '0.10')),
      row('Largest share', 'all loans', 'top_1_share', percent, (v) => targetBand(v, 0.15, '15%')),
      row('Five largest shares', 'all loans', 'top_5_share', percent, (v) => targetBand(v, 0.4, '40%')),
      row('Loans a partner, mean', SERVED, 'avg_assignments', (v) => amount(v, 2), none),
    ],
  };
}
