import type { RawTable } from '../../../tables/table.ts';
import { ALL_MAKES, ELSEWHERE_MAKES, FLEET_MAKES, MAIN_OFFICE } from './catalog.ts';
import type { Partner } from './partners.ts';
import { type Random, random } from './random.ts';
import { rawTable } from './raw.ts';

/** A partner approved for a make. */
export interface Approval {
  readonly partner: Partner;
  readonly make: string;
  readonly rank: string;
}

type Unranked = Omit<Approval, 'rank'>;

const ROWS = 4_794;
/** Los Angeles: partners approved for a make of its fleet, those of them with one make only, those with ten. */
const ELIGIBLE = 149;
const WITH_ONE = 41;
const WITH_TEN = 6;
/** The 727 approvals of those partners by rank; the 80 of A+ belong to 41 partners. */
const RANKS = { 'A+': 80, A: 291, B: 273, C: 79, Pending: 4 } as const;
const WITH_A_PLUS = 41;

/** Every approval of every office. */
export function sampleApprovals(seed: number, partners: readonly Partner[]): readonly Approval[] {
  const draw = random(seed, 'approvals');
  const main = draw.shuffled(partners.filter((partner) => partner.office.name === MAIN_OFFICE));
  const eligible = rankMain(draw, approveMain(draw, main.slice(0, ELIGIBLE)));
  const others = approveOthers(draw, main.slice(ELIGIBLE), ELSEWHERE_MAKES, () => draw.int(0, 3));
  const away = partners.filter((partner) => partner.office.name !== MAIN_OFFICE);
  const counts = countsThatSum(draw, away.length, ROWS - eligible.length - others.length, { least: 3, most: 12 });
  const elsewhere = approveOthers(draw, away, ALL_MAKES, (index) => counts[index] as number);
  return [...eligible, ...others, ...elsewhere];
}

/** The table `approved_makes`. */
export function approvalsTable(approvals: readonly Approval[]): RawTable {
  const rows = approvals.map(({ partner, make, rank }) => ({ person_id: partner.id, name: partner.name, make, rank }));
  return rawTable('approved_makes', ['person_id', 'name', 'make', 'rank'], rows);
}

/** Random whole numbers of a range with a given sum. */
function countsThatSum(
  draw: Random,
  length: number,
  sum: number,
  range: { readonly least: number; readonly most: number },
): readonly number[] {
  const counts = Array.from({ length }, () => draw.int(range.least, range.most));
  let missing = sum - counts.reduce((total, count) => total + count, 0);
  while (missing !== 0) {
    const at = draw.int(0, length - 1);
    const count = (counts[at] as number) + Math.sign(missing);
    if (count < range.least || count > range.most) continue;
    counts[at] = count;
    missing -= Math.sign(missing);
  }
  return counts;
}

/**
 * Approvals with the number of partners that each make of the fleet has, and 1 to 10 makes a partner. The partner with
 * most makes chooses first, among the makes that lack most partners, which always works out where anything does
 * (Gale and Ryser); exchanges then remove the regularity and keep every number.
 */
function approveMain(draw: Random, partners: readonly Partner[]): readonly Unranked[] {
  const total = FLEET_MAKES.reduce((sum, { approved }) => sum + approved, 0);
  const middle = partners.length - WITH_ONE - WITH_TEN;
  const several = countsThatSum(draw, middle, total - WITH_ONE - 10 * WITH_TEN, { least: 2, most: 9 });
  const ones = Array.from({ length: WITH_ONE }, () => 1);
  const counts = [...Array.from({ length: WITH_TEN }, () => 10), ...several, ...ones].sort((a, b) => b - a);
  const lacking = FLEET_MAKES.map(({ make, approved }) => ({ make, approved }));
  const approvals = counts.flatMap((count, index) => {
    const chosen = lacking.sort((a, b) => b.approved - a.approved).slice(0, count);
    for (const one of chosen) one.approved--;
    return chosen.map(({ make }): Unranked => ({ partner: partners[index] as Partner, make }));
  });
  return exchanged(draw, approvals);
}

function exchanged(draw: Random, approvals: readonly Unranked[]): readonly Unranked[] {
  const result = [...approvals];
  const held = new Set(result.map(keyOf));
  for (let round = 0; round < 10 * result.length; round++) {
    const [a, b] = [draw.int(0, result.length - 1), draw.int(0, result.length - 1)];
    const [first, second] = [result[a] as Unranked, result[b] as Unranked];
    const swapped: readonly [Unranked, Unranked] = [
      { partner: first.partner, make: second.make },
      { partner: second.partner, make: first.make },
    ];
    if (swapped.some((one) => held.has(keyOf(one)))) continue;
    held.delete(keyOf(first));
    held.delete(keyOf(second));
    [result[a], result[b]] = swapped;
    for (const one of swapped) held.add(keyOf(one));
  }
  return result;
}

function keyOf({ partner, make }: Unranked): string {
  return `${partner.id} ${make}`;
}

/** Gives out the ranks: A+ to 41 partners and at least once to each make, so that every vehicle has a best home. */
function rankMain(draw: Random, approvals: readonly Unranked[]): readonly Approval[] {
  const shuffled = draw.shuffled(approvals);
  const best = new Set<Unranked>();
  const holders = new Set<Partner>();
  const take = (approval: Unranked | undefined) => {
    if (approval === undefined) return;
    best.add(approval);
    holders.add(approval.partner);
  };
  for (const { make } of FLEET_MAKES) take(shuffled.find((approval) => approval.make === make));
  for (const approval of shuffled) {
    if (holders.size < WITH_A_PLUS && !holders.has(approval.partner)) take(approval);
  }
  for (const approval of shuffled) {
    if (best.size < RANKS['A+'] && holders.has(approval.partner)) take(approval);
  }
  const { 'A+': _, ...lower } = RANKS;
  const ranks = Object.entries(lower).flatMap(([rank, count]) => Array.from({ length: count }, () => rank));
  const rest = shuffled.filter((approval) => !best.has(approval));
  return [
    ...[...best].map((approval): Approval => ({ ...approval, rank: 'A+' })),
    ...rest.map((approval, index): Approval => ({ ...approval, rank: ranks[index] as string })),
  ];
}

function approveOthers(
  draw: Random,
  partners: readonly Partner[],
  makes: readonly string[],
  count: (index: number) => number,
): readonly Approval[] {
  const ranks = Object.entries(RANKS).flatMap(([rank, weight]) => Array.from({ length: weight }, () => rank));
  return partners.flatMap((partner, index) =>
    draw
      .shuffled(makes)
      .slice(0, count(index))
      .map((make): Approval => ({ partner, make, rank: draw.pick(ranks) })),
  );
}
