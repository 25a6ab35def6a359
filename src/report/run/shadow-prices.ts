import type { Run } from '../../runs/run.ts';
import type { ResultTable } from '../../tables/result.ts';
import { datesIn } from '../../text/dates.ts';
import { cellText, plural, sentence } from '../../text/format.ts';
import type { Block, Mark, Section } from '../page.ts';
import { numberOf, recordsOf, type TableRecord, textOf } from '../records.ts';
import { nameText } from './sections.ts';

/** What one more unit of each limit would be worth, dearest first. */
export function pricesSection(run: Run): Section | undefined {
  const table = run.tables.shadow_prices;
  if (table === undefined) return undefined;
  const solved = run.tables.price_list !== undefined;
  const held = recordsOf(table).some((row) => textOf(row, 'rule') === 'priority');
  const rows = recordsOf(table)
    .filter((row) => Math.abs(numberOf(row, 'price')) >= LEAST && textOf(row, 'rule') !== 'priority')
    .sort((a, b) => Math.abs(numberOf(b, 'price')) - Math.abs(numberOf(a, 'price')));
  if (rows.length === 0)
    return {
      ...PRICES,
      lead: 'No limit binds: one more unit of any of them would add nothing.',
      blocks: [],
    };
  const drawn = dearest(rows, 4).slice(0, 12);
  const data = drawn.map((row) => ({ label: priceLabel(row), price: numberOf(row, 'price') }));
  const about = (row: TableRecord) => [`limit:${rows.indexOf(row)}`];
  const marks = { rows: drawn.map((row) => ({ ...priceMark(row), about: about(row) })) };
  const listed = rows.slice(0, MOST_PRICES);
  return {
    ...PRICES,
    lead: leadOf(rows.length, { held, solved }),
    blocks: [
      { type: 'list', items: dearest(rows, 1).map((row) => sentence(datesIn(textOf(row, 'text')))) },
      {
        type: 'chart',
        chart: 'prices',
        caption: 'The dearest limits: points for one unit more, at the most',
        data: { rows: data },
        marks,
      },
      { type: 'table', caption: 'Shadow prices', table: priceTable(listed), limit: 10, about: listed.map(about) },
      ...(rows.length > MOST_PRICES ? [cheaper(rows.length - MOST_PRICES)] : []),
    ],
  };
}

// Less reads as "0 points". What comes before the score is no limit that anyone could loosen, hence not "priority".
const LEAST = 0.005;

// Hundreds of limits may bind, nearly all of them for next to nothing.
const MOST_PRICES = 30;

function cheaper(rest: number): Block {
  return {
    type: 'text',
    text: `${plural(rest, 'cheaper limit')} ${rest === 1 ? 'stands' : 'stand'} in shadow_prices.csv.`,
  };
}

const PRICES = { id: 'prices', title: 'What one more would bring at the most' } as const;

// The dearest of each rule: four days in a row would say less than one day, one partner, one cap, one budget.
function dearest(rows: readonly TableRecord[], each: number): readonly TableRecord[] {
  const seen = new Map<string, number>();
  return rows.filter((row) => {
    const rule = textOf(row, 'rule');
    seen.set(rule, (seen.get(rule) ?? 0) + 1);
    return seen.get(rule)! <= each;
  });
}

function leadOf(limits: number, { held, solved }: { readonly held: boolean; readonly solved: boolean }): string {
  const may = `${plural(limits, 'limit')} may hold the score down.`;
  const ceiling = `A shadow price is the most that one unit more of that limit can add${held ? ' to it, while what comes before the score stays as it is' : ''}; it may add less, or nothing.`;
  const exact = solved
    ? 'The price list shows what the dearest add exactly, each found by solving again.'
    : '`evenhand prices` finds what they add exactly, by solving again.';
  return `${may} ${ceiling} ${exact}`;
}

function priceLabel(row: TableRecord): string {
  const group = datesIn(textOf(row, 'group'));
  const rule = nameText(textOf(row, 'rule'));
  return group === '' ? rule : `${rule}: ${group}`;
}

function priceMark(row: TableRecord): Mark {
  const number = (name: string) => cellText(row[name] ?? null, 'number');
  return {
    title: priceLabel(row),
    facts: [
      ['Limit', number('limit')],
      ['Used', number('used')],
      ['One more would add at the most', `${number('price')} points`],
    ],
  };
}

function priceTable(rows: readonly TableRecord[]): ResultTable {
  return {
    columns: [
      { name: 'rule', type: 'text', label: 'Rule' },
      { name: 'group', type: 'text', label: 'Limit on' },
      { name: 'limit', type: 'number', label: 'Limit' },
      { name: 'used', type: 'number', label: 'Used' },
      { name: 'price', type: 'number', label: 'Points for one more, at the most' },
    ],
    rows: rows.map((row) => [
      nameText(textOf(row, 'rule')),
      datesIn(textOf(row, 'group')),
      row.limit ?? null,
      row.used ?? null,
      row.price ?? null,
    ]),
  };
}
