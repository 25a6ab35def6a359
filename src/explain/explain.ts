import type { Schedule, Term } from '../domain.ts';
import { wholeCharges } from '../kernel/questions/optima.ts';
import { forbid, requireOne } from '../kernel/vary.ts';
import { fieldsText } from '../pipeline/pins.ts';
import type { Session, Found as Solved } from '../pipeline/session.ts';
import { whyNot } from '../pipeline/why-not.ts';
import type { Fields } from '../scenario/scenario.ts';
import { cellIs } from '../tables/result.ts';
import { type Changes, changesTo, chargesOf, penaltiesOf, rowsIn, type Share } from './changes.ts';
import { type AimDifference, compareLosses, givenBy, lessThan } from './losses.ts';
import { askedFor, byPart, twinsOf } from './matches.ts';
import { resolveNames } from './resolve.ts';

export type { AimDifference } from './losses.ts';

type Row = Schedule[number];

/** A row and what its score is made of. */
export interface Scored {
  readonly row: Row;
  /** What it adds to the aims that come before the score; empty where there are none. */
  readonly gives: readonly AimDifference[];
  /** In points. */
  readonly score: number;
  readonly terms: readonly Term[];
}

/** Why a row is in the schedule. */
export interface Chosen extends Scored {
  /** Penalties that go with it, the other rows kept. */
  readonly penalties: readonly Share[];
  /** Score less those penalties. Null where the schedule would break a hard limit without the row. */
  readonly brings: number | null;
  /** What the best schedule without it nets less, exactly, in points. Null where there is none without it. */
  readonly loss: number | null;
  /** In which aims the best schedule without it has less, or more; the first one decides. Empty: it is as good. */
  readonly less: readonly AimDifference[] | null;
  /** From the schedule to the best one without the row. */
  readonly instead: Changes | null;
}

/** Why a row is not in the schedule though it could be. */
export interface Chance extends Scored {
  /** What it would have to pay for, at the shadow prices: of the slot, of the car, of fairness … */
  readonly charges: readonly Share[];
  /** Score less charges: what it is worth beside the rows that were chosen. */
  readonly worth: number;
  /** What in the schedule stands in its way, each with the rule and its figures. */
  readonly inTheWay: readonly string[];
  /** What the best schedule with it nets less, exactly, in points. Null where it can be in none. */
  readonly loss: number | null;
  /** In which aims the best schedule with it has less, or more; the first one decides. Empty: it lost a tie. */
  readonly less: readonly AimDifference[] | null;
  /** From the schedule to the best one with the row. */
  readonly instead: Changes | null;
}

/**
 * Why a row, or the rows that have some fields in common, are in the schedule or not. All points are exact.
 *
 * @example
 * const { candidates, inSchedule, reasons } = await explain(session, { spot: 'q1', break: 'b2014' });
 * [candidates, inSchedule] // [0, 0]
 * reasons[0] // 'b2014 (20:14) reaches into the blackout of beer, 20:00 to 20:30'
 */
export interface Explanation {
  readonly asked: Fields;
  readonly candidates: number;
  /** Rows of the schedule that have these fields: how many, and the first of them explained. */
  readonly inSchedule: number;
  readonly chosen: readonly Chosen[];
  /** Where none is in the schedule: the best chances, least loss first. */
  readonly chances: readonly Chance[];
  /** Where there is no candidate: what removed it, with date or rule. */
  readonly reasons: readonly string[];
  /** What else is known: what keeps a day from being filled. */
  readonly notes: readonly string[];
}

/**
 * The best places for a row, beside the one that it has: the best schedules with each of them, what they net less and
 * what they change, exactly.
 *
 * @example
 * const { now, places } = await suggest(session, { spot: 'w2' });
 * now.map(({ break: at }) => at) // ['b2014']
 * places.length > 0 && places.every(({ row }) => row.break !== 'b2014') // true
 */
export interface Suggestion {
  readonly asked: Fields;
  /** How many other places there are, whatever they cost. */
  readonly candidates: number;
  /** The rows of the schedule that have these fields. */
  readonly now: Schedule;
  /** The best other places, least loss first. */
  readonly places: readonly Chance[];
  /** Where there is no other place: what removed those there might be. */
  readonly reasons: readonly string[];
}

/** How many rows and chances are explained at the most. */
const MOST = 5;

/**
 * Explains the rows that have these fields, by asking for the best schedule without those that were chosen, and with
 * those that were not.
 *
 * @param fields by code or by name: `{ person_id: '102' }`, `{ partner: 'Cleo' }`
 * @throws Refusal where the schedule has no such field, a name is that of several things, or there is no proven schedule to explain.
 * @example
 * const { chances } = await explain(session, { spot: 'w2', break: 'b2044' });
 * chances[0].inTheWay // ['Once (w2): 1 of 1 taken by w2 (Wagtail) in b2014 (20:14)']
 * chances[0].less // [{ of: 'net_score', by: 30, text: '30 points' }]
 */
export async function explain(session: Session, fields: Fields, most = MOST): Promise<Explanation> {
  const { solution, domain, data, instance } = session;
  const asked = resolved(session, fields);
  const found = askedFor(session, asked);
  const taken = new Set(solution.chosen);
  const own = [...found.keys()].filter((j) => taken.has(j));
  const shown = own.length > 0 ? own.length : rowsWith(session, asked);
  const chosen: Chosen[] = [];
  for (const j of own.slice(0, most)) chosen.push(await whyChosen(session, found, j));
  return {
    asked,
    candidates: found.size,
    inSchedule: shown,
    chosen,
    chances: shown > 0 ? [] : await chancesOf(session, found, most),
    reasons: found.size > 0 ? [] : whyNot({ domain, data, instance }, asked),
    notes: instance.about(asked, session.run),
  };
}

/**
 * Suggests where a row could go instead: the candidates with these fields that the schedule does not have, each by the
 * best schedule that has it.
 *
 * @param fields by code or by name, as for `explain`: `{ course: 'ENG2003' }`
 * @throws Refusal as `explain` does.
 * @example
 * const { places } = await suggest(session, { spot: 'w2' }, 1);
 * [places.length, places[0].row.spot] // [1, 'w2']
 */
export async function suggest(session: Session, fields: Fields, top = MOST): Promise<Suggestion> {
  const { solution, domain, data, instance } = session;
  const asked = resolved(session, fields);
  const found = askedFor(session, asked);
  const taken = new Set(solution.chosen);
  const others = new Map([...found].filter(([j]) => !taken.has(j)));
  const now = rowsIn(
    session,
    solution.chosen,
    solution.chosen.filter((j) => found.has(j)),
  );
  return {
    asked,
    candidates: others.size,
    now,
    places: await chancesOf(session, others, top),
    reasons: others.size > 0 ? [] : whyNot({ domain, data, instance }, asked),
  };
}

/** The fields by their codes. */
function resolved(session: Session, fields: Fields): Fields {
  const { domain, data, instance, scenario } = session;
  return resolveNames(fields, {
    domain,
    settings: scenario.settings,
    tables: data.tables,
    fields: instance.fields,
    values: (field) => valuesIn(session, field),
  });
}

/** Rows of the schedule with these fields: a kind may have put some there that its model does not choose. */
function rowsWith({ run, domain }: Session, asked: Fields): number {
  const table = run.tables[domain.schedule.table];
  const at = new Map(table?.columns.map(({ name }, k) => [name, k]));
  const fields = Object.entries(asked).map(([name, value]) => [at.get(name) ?? -1, value] as const);
  return (table?.rows ?? []).filter((row) => fields.every(([k, value]) => k >= 0 && cellIs(row[k] ?? null, value)))
    .length;
}

/** The values that candidates have in a field. */
function valuesIn({ open, instance }: Session, field: string): ReadonlySet<string> {
  const values = new Set<string>();
  for (let j = 0; j < open.candidates; j++) values.add(String(instance.described(j)[field] ?? ''));
  return values;
}

type Found = ReadonlyMap<number, Row>;

const scored = ({ instance, open }: Session, j: number, row: Row): Scored => ({
  row,
  gives: givenBy(open, j),
  score: open.score[j]! / open.unit,
  terms: instance.terms(j),
});

/** How much worse another schedule is, and what changes; nothing where there is none. */
function comparedTo(session: Session, other: Solved): Pick<Chosen, 'loss' | 'less' | 'instead'> {
  const { open, solution } = session;
  if (other.status !== 'optimal') return { loss: null, less: null, instead: null };
  return {
    loss: (solution.net - other.net) / open.unit,
    less: lessThan(session, other),
    instead: changesTo(session, other.chosen),
  };
}

async function whyChosen(session: Session, found: Found, j: number): Promise<Chosen> {
  const { open, solution, ask } = session;
  const own = scored(session, j, found.get(j)!);
  const penalties = penaltiesOf(open, solution.chosen, solution.auxiliary, j);
  const brings = own.score - penalties.reduce((sum, { points }) => sum + points, 0);
  const without = await ask(forbid(open, twinsOf(found, j, session), fieldsText(own.row)), [j]);
  return {
    ...own,
    penalties,
    brings: Number.isFinite(brings) ? brings : null,
    ...comparedTo(session, without),
  };
}

/** The candidates of a set that cost least to force in, part by part, since no part has anything to do with another. */
async function chancesOf(session: Session, found: Found, most: number): Promise<readonly Chance[]> {
  const chances: Chance[] = [];
  for (const some of byPart(session.open, [...found.keys()]))
    chances.push(...(await chancesIn(session, found, some, most)));
  const least = (a: Chance, b: Chance) =>
    a.less === null || b.less === null
      ? Number(a.less === null) - Number(b.less === null)
      : compareLosses(a.less, b.less, session.open);
  return chances.sort(least).slice(0, most);
}

/**
 * Forcing in any one of a set finds the best of them and its loss; what is found is taken out, and the rest is asked
 * again.
 */
async function chancesIn(session: Session, found: Found, some: readonly number[], most: number): Promise<Chance[]> {
  const { model, open, solution, ask } = session;
  let left = some;
  const chances: Chance[] = [];
  const whole = open.priorities ? undefined : wholeCharges(model, solution);
  const chance = (j: number, within: Solved): Chance => {
    const own = scored(session, j, rowWithin(session, found, j, within));
    const charges = chargesOf(session, whole, j);
    const worth = own.score - charges.reduce((sum, { points }) => sum + points, 0);
    const inTheWay = session.instance.inTheWay(solution.chosen, j);
    return { ...own, charges, worth: Math.round(worth * 1e6) / 1e6, inTheWay, ...comparedTo(session, within) };
  };
  while (left.length > 0 && chances.length < most) {
    const within = await ask(
      requireOne(open, [Int32Array.from(left)], () => 'one of those asked for'),
      left,
    );
    if (within.status !== 'optimal') {
      if (chances.length === 0) chances.push(chance(left[0]!, within));
      break;
    }
    const got = left.filter((j) => within.chosen.includes(j));
    chances.push(...got.map((j) => chance(j, within)));
    const twins = new Set(got.flatMap((j) => [...twinsOf(found, j, session)]));
    left = left.filter((j) => !twins.has(j));
  }
  return chances;
}

/** The row as it would stand in the schedule that has it. */
const rowWithin = (session: Session, found: Found, j: number, { status, chosen }: Solved): Row =>
  (status === 'optimal' ? rowsIn(session, chosen, Int32Array.of(j))[0] : undefined) ?? found.get(j)!;
