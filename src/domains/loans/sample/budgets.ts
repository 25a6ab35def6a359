import type { RawTable } from '../../../tables/table.ts';
import { ALL_MAKES, FLEET_MAKES, MAIN_OFFICE, OFFICES } from './catalog.ts';
import { random } from './random.ts';
import { rawTable } from './raw.ts';

/** Dollars granted and spent, as text; an empty grant is one that was never entered. */
type Money = readonly [granted: string, used: string];

/**
 * The quarter of the sample week in Los Angeles: most fleets have money left for the week, some for a few loans only,
 * Mazda is overspent, Genesis was never granted anything, and Lexus has no row.
 */
const THIRD_QUARTER: Readonly<Record<string, Money>> = {
  Toyota: ['$42,000.00', '$40,130.00'],
  Hyundai: ['$38,000.00', '$21,450.50'],
  Mazda: ['$30,000.00', '$31,275.25'],
  Audi: ['$36,000.00', '$33,650.00'],
  Volvo: ['$28,000.00', '$17,900.00'],
  Volkswagen: ['$32,000.00', '$29,040.00'],
  Genesis: ['', '$6,120.00'],
  Bentley: ['$60,000.00', '$51,300.00'],
  Maserati: ['$24,000.00', '$22,800.00'],
  Polestar: ['$26,000.00', '$14,400.00'],
};
/** The quarter after it: hardly begun; Volvo was granted nothing, Lexus and Polestar have no row. */
const FOURTH_QUARTER: Readonly<Record<string, Money>> = {
  Toyota: ['$40,000.00', ''],
  Hyundai: ['$38,000.00', ''],
  Mazda: ['$1,500.00', ''],
  Audi: ['$34,000.00', ''],
  Volvo: ['', ''],
  Volkswagen: ['$30,000.00', '$1,250.00'],
  Genesis: ['$9,000.00', ''],
  Bentley: ['$55,000.00', '$3,600.00'],
  Maserati: ['$20,000.00', '0'],
};

interface BudgetRow {
  readonly office: string;
  readonly fleet: string;
  readonly year: string;
  readonly quarter: string;
  readonly budget_amount: string;
  readonly amount_used: string;
}

const HEADER = ['office', 'fleet', 'year', 'quarter', 'budget_amount', 'amount_used'] as const;

/** The table `budgets`: 38 rows for Los Angeles, 33 for each of the 14 other offices. */
export function budgetsTable(seed: number): RawTable {
  const draw = random(seed, 'budgets');
  const grant = (): Money => {
    const granted = draw.int(8, 60) * 500;
    return [dollars(granted), draw.chance(0.1) ? '' : dollars(Math.round(granted * draw.unit() * 1.1))];
  };
  const fleetMakes = FLEET_MAKES.map(({ make }) => make);
  const granted = (makes: readonly string[]) => Object.fromEntries(makes.map((make) => [make, grant()]));
  const main = [
    ...quarterRows(MAIN_OFFICE, 'Q1', granted(fleetMakes.slice(0, 8))),
    ...quarterRows(MAIN_OFFICE, 'Q2', granted(fleetMakes)),
    ...quarterRows(MAIN_OFFICE, 'Q3', THIRD_QUARTER),
    ...quarterRows(MAIN_OFFICE, 'Q4', FOURTH_QUARTER),
  ];
  const others = OFFICES.filter(({ name }) => name !== MAIN_OFFICE).flatMap(({ name }) => {
    const makes = draw.shuffled(ALL_MAKES).slice(0, 11);
    return ['Q2', 'Q3', 'Q4'].flatMap((quarter) => quarterRows(name, quarter, granted(makes)));
  });
  return rawTable('budgets', HEADER, [...main, ...others]);
}

function quarterRows(office: string, quarter: string, money: Readonly<Record<string, Money>>): readonly BudgetRow[] {
  return Object.entries(money).map(([make, [budget_amount, amount_used]]) => ({
    ...{ office, fleet: make.toUpperCase(), year: '2025', quarter, budget_amount, amount_used },
  }));
}

function dollars(amount: number): string {
  return `${amount}.00`;
}
