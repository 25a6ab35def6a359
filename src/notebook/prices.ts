import {
  type Block,
  type Parts,
  type Price,
  priceList,
  priceTable,
  priceText,
  type ResultTable,
  type Session,
} from '../index.ts';
import { type Shown, shown } from './show.ts';

/**
 * What loosening limits would bring, dearest first.
 *
 * @example
 * const dear = await evening.prices(2);
 * dear.rows('prices').map(({ rule, gain }) => [rule, gain]) // [['competitive', 116], ['max_shift_minutes', 0]]
 */
export interface NotebookPrices extends Shown {
  readonly prices: readonly Price[];
  readonly tables: { readonly prices: ResultTable };
}

/** Prices the dearest limits of a session's schedule. */
export async function pricesOf(session: Session, most?: number): Promise<NotebookPrices> {
  const prices = await priceList(session, most);
  const key = `prices-${session.run.id.slice(0, 6)}-${prices.length}`;
  return shown({ prices, tables: { prices: priceTable(prices) } }, { parts: () => partsOf(session, prices), key });
}

function partsOf(session: Session, prices: readonly Price[]): Parts {
  const { headline, detail } = priceText(session, prices);
  const first = prices.some(({ gains }) => gains.some(({ of }) => of !== 'net_score'));
  const chart: readonly Block[] = [
    {
      type: 'chart',
      chart: 'prices',
      caption: 'Points that one step looser brings',
      data: { rows: prices.map(({ change, gain }) => ({ label: change, price: gain })) },
    },
  ];
  return {
    title: `${session.run.title}: what one more would bring`,
    headline,
    detail,
    tone: 'good',
    tiles: [],
    sections: [
      {
        id: 'prices',
        title: 'What one more would bring',
        lead: 'Exact: the difference of two proven optima.',
        blocks: [
          // Where values come before points, a picture of the points would show what matters least.
          ...(first ? [] : chart),
          { type: 'table', caption: 'Prices, each by solving again', table: brief(priceTable(prices)) },
        ],
      },
    ],
  };
}

/** Without the rows that come and go: they may be dozens, and `rows` has them. */
function brief({ columns, rows }: ResultTable): ResultTable {
  const kept = columns.map(({ name }) => name !== 'added' && name !== 'dropped');
  const own = <Item>(items: readonly Item[]) => items.filter((_, index) => kept[index]);
  return { columns: own(columns), rows: rows.map(own) };
}
