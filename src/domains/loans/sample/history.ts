import { epochDay, isoDate } from '../../../tables/dates.ts';
import type { RawTable } from '../../../tables/table.ts';
import type { Approval } from './approvals.ts';
import { FLEET_MAKES, MAIN_OFFICE, MODELS, SAMPLE_WEEK } from './catalog.ts';
import { blockedCandidates } from './cooldowns.ts';
import { inventedVin, type Vehicle } from './fleet.ts';
import { betaTwoFive, type Random, random } from './random.ts';
import { rawTable } from './raw.ts';
import { cooldownDays } from './rules.ts';

/** A past loan; `end` is an epoch day. */
interface Loan {
  readonly approval: Approval;
  readonly model: string;
  readonly vin: string;
  readonly year: number;
  readonly end: number;
  readonly clips: string;
}

const ROWS = 11_043;
/** Of them in Los Angeles, before the recent ones. */
const MAIN_ROWS = 2_850;
/** Share of (partner, make) pairs with a publication in the last 24 months. */
const PUBLISHED_SHARE = 0.3;
/** Share of the week's candidates that cooldowns remove: 2,456 of 60,682 in a real week. */
const COOLDOWN_SHARE = 0.0405;
const WEEK = epochDay(SAMPLE_WEEK);
/** Days of the two years before the week in which a loan counts for publication rates. */
const WINDOW = 725;
const LOAN_DAYS = 7;

/** Ways in which one source says yes, no and nothing. */
const YES = ['true', 'Yes', '1.0', '2'];
const NO = ['false', 'No', '0'];
const UNKNOWN = ['', 'none', ''];

/** The table `loan_history`. */
export function historyTable(seed: number, approvals: readonly Approval[], fleet: readonly Vehicle[]): RawTable {
  const draw = random(seed, 'history');
  const vins = pastVins(draw);
  const fleetMakes = new Set(FLEET_MAKES.map(({ make }) => make));
  const isMain = ({ partner, make }: Approval) => partner.office.name === MAIN_OFFICE && fleetMakes.has(make);
  const main = mainLoans(draw, vins, approvals.filter(isMain), fleet);
  const elsewhere = approvals.filter((approval) => !isMain(approval));
  const away = Array.from({ length: ROWS - main.length }, () => {
    return pastLoan(draw, vins, draw.pick(elsewhere), { from: 30, to: 900, clips: anyClips(draw) });
  });
  const loans = [...main, ...away].sort((a, b) => a.end - b.end);
  return rawTable(
    'loan_history',
    HEADER,
    loans.map((loan, index) => rowOf(draw, loan, index)),
  );
}

/** Los Angeles: pairs that published, pairs that were silent, older loans, and recent ones that still cool down. */
function mainLoans(
  draw: Random,
  vins: Vins,
  approvals: readonly Approval[],
  fleet: readonly Vehicle[],
): readonly Loan[] {
  const pairs = draw.shuffled(approvals);
  const published = Math.round(PUBLISHED_SHARE * pairs.length);
  const loans = pairs.flatMap((approval, index) => {
    const clips = index < published ? publishedClips(draw) : silentClips(draw);
    const from = cooldownDays(approval.make);
    return clips.map((text) => pastLoan(draw, vins, approval, { from, to: WINDOW, clips: text }));
  });
  while (loans.length < MAIN_ROWS) {
    loans.push(pastLoan(draw, vins, draw.pick(pairs), { from: WINDOW + 10, to: 1_300, clips: anyClips(draw) }));
  }
  // Last, for what a recent loan blocks depends on the models that the partner has had before.
  return [...loans, ...recentLoans(draw, pairs, loans, fleet)];
}

/** Three to nine loans with a rate of publication drawn from Beta(2, 5), and at least one publication. */
function publishedClips(draw: Random): readonly string[] {
  const loans = draw.int(3, 9);
  const published = Math.max(1, Math.round(betaTwoFive(draw) * loans));
  return Array.from({ length: loans }, (_, index) => {
    if (index < published) return draw.pick(YES);
    return draw.pick(draw.chance(0.7) ? NO : UNKNOWN);
  });
}

function silentClips(draw: Random): readonly string[] {
  return Array.from({ length: draw.chance(0.5) ? 0 : draw.int(1, 3) }, () => draw.pick([...NO, ...UNKNOWN]));
}

function anyClips(draw: Random): string {
  return draw.pick(draw.chance(0.29) ? YES : [...NO, ...UNKNOWN]);
}

/** Adds loans that ended within their cooldown until the share of candidates that they block is the real one. */
function recentLoans(
  draw: Random,
  pairs: readonly Approval[],
  before: readonly Loan[],
  fleet: readonly Vehicle[],
): readonly Loan[] {
  const free = fleet.filter(({ office, occupation }) => office === MAIN_OFFICE && occupation === 'none');
  const vehiclesOf = (make: string) => free.filter((vehicle) => vehicle.make === make);
  const candidates = 5 * pairs.reduce((sum, { make }) => sum + vehiclesOf(make).length, 0);
  let wanted = Math.round(COOLDOWN_SHARE * candidates);
  const recent: Loan[] = [];
  for (const approval of draw.shuffled(pairs)) {
    const days = cooldownDays(approval.make);
    if (days === 0) continue;
    const { vin, model, year } = draw.pick(vehiclesOf(approval.make));
    const end = WEEK - draw.int(1, Math.min(days, 28));
    const loan: Loan = { approval, vin, model, year, end, clips: draw.pick(UNKNOWN) };
    const earlier = before.filter((one) => one.approval === approval);
    const blocked = blockedCandidates([...earlier, loan], vehiclesOf(approval.make), days);
    if (blocked > wanted) continue;
    wanted -= blocked;
    recent.push(loan);
    if (wanted < 5) break;
  }
  return recent;
}

/** Vehicles that have left the fleet, by make and the year in which they were lent. */
type Vins = ReadonlyMap<string, readonly Pick<Loan, 'vin' | 'model' | 'year'>[]>;

const YEARS = [2022, 2023, 2024, 2025];

function pastVins(draw: Random): Vins {
  let serial = 500_000;
  return new Map(
    [...MODELS].flatMap(([make, models]) =>
      YEARS.map((year) => [
        `${make} ${year}`,
        Array.from({ length: 15 }, () => ({ vin: inventedVin(draw, serial++), model: draw.pick(models), year })),
      ]),
    ),
  );
}

/** A loan that ended between so many days before the week and so many. */
function pastLoan(
  draw: Random,
  vins: Vins,
  approval: Approval,
  how: { readonly from: number; readonly to: number; readonly clips: string },
): Loan {
  const end = WEEK - draw.int(how.from, how.to);
  const vehicles = vins.get(`${approval.make} ${isoDate(end).slice(0, 4)}`) ?? [];
  return { approval, ...draw.pick(vehicles), end, clips: how.clips };
}

const HEADER = [
  ...(['activity_id', 'vin', 'person_id', 'make', 'model', 'start_date', 'end_date', 'office', 'name'] as const),
  ...(['year', 'model_short_name', 'clips_received', 'partner_address', 'region'] as const),
];

function rowOf(draw: Random, loan: Loan, index: number): Readonly<Partial<Record<(typeof HEADER)[number], string>>> {
  const { partner, make } = loan.approval;
  const started = loan.end - LOAN_DAYS;
  // A few loans have no end; readers then take the start, so it must be the day that would have been the end.
  const endless = draw.chance(0.01);
  return {
    activity_id: String(300_001 + index),
    vin: loan.vin,
    person_id: partner.id,
    make,
    model: draw.chance(0.5) ? loan.model : loan.model.trim(),
    start_date: isoDate(endless ? loan.end : started),
    end_date: endless ? '' : isoDate(loan.end),
    office: partner.office.name,
    name: partner.name,
    year: String(loan.year),
    model_short_name: loan.model.trim().split(' ')[0] as string,
    clips_received: loan.clips,
    partner_address: partner.address,
    region: partner.office.name,
  };
}
