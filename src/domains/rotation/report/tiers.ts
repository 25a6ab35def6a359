import { chapter, numberOf, numbersOf, recordsOf, type Subject, sumOf, textOf } from '../../../report/chapter.ts';
import type { Run } from '../../../runs/run.ts';
import { count, dollars, percent, plural } from '../../../text/format.ts';
import { spotsBy } from './about.ts';
import { tierName } from './outcomes.ts';

const NUMBERS = ['spots', 'placed', 'moved', 'unplaced', 'value_placed', 'value_total'] as const;

/** What each tier brings in, of what was booked. */
export const tiers = chapter({
  id: 'tiers',
  title: 'Tiers and revenue',
  table: 'tiers',
  lead: leadOf,
  about: spotsBy('tier'),
  blocks: [
    {
      chart: 'rotation-tiers',
      caption: 'Value placed (blue) of the value booked (grey), in dollars',
      rows: (rows) => rows.filter((row) => numberOf(row, 'spots') > 0 && numberOf(row, 'value_total') > 0),
      datum: (row) => {
        const { value_placed: value, value_total: booked, placed, spots } = numbersOf(row, ...NUMBERS);
        const said = `${dollars(value)}, ${count(placed)} of ${plural(spots, 'spot')}`;
        return { label: tierName(row), placed: value / 100, booked: booked / 100, said };
      },
      facts: NUMBERS,
    },
    { caption: 'Tiers' },
    { caption: 'Advertisers', table: 'advertisers', limit: 8, about: spotsBy('advertiser') },
  ],
});

function leadOf({ run, rows }: Subject): string {
  const [placed, booked] = [sumOf(rows, 'value_placed'), sumOf(rows, 'value_total')];
  const share = booked === 0 ? '' : ` (${percent(placed / booked)})`;
  return `${dollars(placed)} of ${dollars(booked)} booked${share} is on air. ${orderText(run)}`;
}

/** Only what was proven is said: the order of the tiers by the solver, the exchange by the audit. */
function orderText(run: Run): string {
  const inverted = recordsOf(run.tables.violations).filter((row) => textOf(row, 'rule') === 'tier').length;
  if (inverted > 0)
    return `${count(inverted)} of the spots left out could have a place that none but lower tiers need: the tiers are not in order.`;
  const proven =
    run.status === 'optimal' ? 'Each tier got all the value that it could before the next was asked. ' : '';
  return `${proven}No spot is left out where taking away lower tiers would have made room.`;
}
