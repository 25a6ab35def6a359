import { groupsBy, numberOf, recordsOf, sumOf, type TableRecord, textOf } from '../../../../report/chapter.ts';
import type { Run } from '../../../../runs/run.ts';

/** What is paid for things of several offices at once, in the table of offices. */
export const SHARED = 'Shared by several';

/**
 * One row for each office, the one with most loans first; none where only one is planned. A penalty belongs to an office
 * where all loans that it is paid for are of that office; what is left is one more row, so that the column adds up to the
 * net score of the run.
 */
export function officeRows(run: Run): readonly TableRecord[] {
  const days = recordsOf(run.tables.capacity);
  const offices = days[0]?.office === undefined ? [] : groupsBy('office', days);
  if (offices.length < 2) return [];
  const penalty = penaltiesOf(run);
  const rows = offices
    .map(({ name, rows: own }) => {
      const given = loansOf(run, name);
      const slots = sumOf(own, 'capacity') - sumOf(own, 'existing');
      const score = exactly(sumOf(given, 'score'));
      const penalties = exactly(penalty.get(name) ?? 0);
      return {
        office: name,
        loans: given.length,
        partners: groupsBy('person_id', given).length,
        slots,
        use: slots > 0 ? given.length / slots : null,
        planned: sumOf(given, 'estimated_cost'),
        over: sumOf(budgetsOf(run, name), 'over_budget'),
        caps: overagesOf(run, name).length,
        score,
        penalties,
        net: exactly(score - penalties),
      };
    })
    .sort((a, b) => b.loans - a.loans);
  const rest = exactly((run.objective.net_score ?? 0) - sumOf(rows, 'net'));
  return rest === 0 ? rows : [...rows, { office: SHARED, penalties: -rest, net: rest }];
}

/** The loans of an office. */
const loansOf = ({ tables }: Run, office: string): readonly TableRecord[] =>
  recordsOf(tables.assignments).filter((row) => row.office === office);

/** The budgets of an office. */
export const budgetsOf = ({ tables }: Run, office: string): readonly TableRecord[] =>
  recordsOf(tables.budgets).filter((row) => row.office === office);

/** The pairs of partner and make that go over their cap, and to which the office lends. */
export function overagesOf(run: Run, office: string): readonly TableRecord[] {
  const pairs = new Set(loansOf(run, office).map(pairOf));
  return recordsOf(run.tables.caps).filter((row) => numberOf(row, 'delta_overage') > 0 && pairs.has(pairOf(row)));
}

const pairOf = (row: TableRecord): string => JSON.stringify([textOf(row, 'person_id'), textOf(row, 'make')]);
const partnerOf = (row: TableRecord): string => textOf(row, 'person_id');

/** What each office alone pays for fairness, caps and budgets. */
function penaltiesOf({ tables }: Run): ReadonlyMap<string, number> {
  const loans = recordsOf(tables.assignments);
  const paid = new Map<string, number>();
  const pay = (office: string | undefined, row: TableRecord) => {
    if (office !== undefined) paid.set(office, (paid.get(office) ?? 0) + numberOf(row, 'penalty'));
  };
  const ofPartner = onlyOffice(loans, partnerOf);
  const ofPair = onlyOffice(loans, pairOf);
  for (const row of recordsOf(tables.partners)) pay(ofPartner(row), row);
  for (const row of recordsOf(tables.caps)) pay(ofPair(row), row);
  for (const row of recordsOf(tables.budgets)) pay(textOf(row, 'office'), row);
  return paid;
}

/** The office of all loans of one key; nothing where they are of several. */
function onlyOffice(loans: readonly TableRecord[], keyOf: (row: TableRecord) => string) {
  const found = new Map<string, Set<string>>();
  for (const loan of loans) found.set(keyOf(loan), (found.get(keyOf(loan)) ?? new Set()).add(textOf(loan, 'office')));
  return (row: TableRecord): string | undefined => {
    const offices = found.get(keyOf(row));
    return offices?.size === 1 ? [...offices][0] : undefined;
  };
}

/** Without what adding fractions leaves: points have at most six decimals. */
const exactly = (points: number): number => Math.round(points * 1e6) / 1e6;
