import { wholeCharges } from '../kernel/optima.ts';
import { forbid, requireOne } from '../kernel/vary.ts';
import type { Schedule } from '../pipeline/domain.ts';
import { meets, shown } from '../pipeline/pins.ts';
import { Refusal } from '../problem.ts';
import type { Fields } from '../scenario/scenario.ts';
import { type Changes, type Charges, changesTo, chargesOf, penaltiesOf, type Share } from './changes.ts';
import type { Session } from './session.ts';

type Row = Schedule[number];

/** A row and what its score is made of. */
export interface Scored {
  readonly row: Row;
  /** In points. */
  readonly score: number;
  readonly terms: readonly { readonly name: string; readonly points: number }[];
}

/** Why a row is in the schedule. */
export interface Chosen extends Scored {
  /** Penalties that go with it, the other rows kept. */
  readonly penalties: readonly Share[];
  /** Score less those penalties. Null where the schedule would break a hard limit without the row. */
  readonly brings: number | null;
  /** What the best schedule without it nets less, exactly. Null where there is none without it. */
  readonly loss: number | null;
  /** From the schedule to the best one without the row. */
  readonly instead: Changes | null;
}

/** Why a row is not in the schedule though it could be. */
export interface Chance extends Scored {
  /** What it would have to pay for, at the shadow prices: of the slot, of the car, of fairness … */
  readonly charges: readonly Share[];
  /** Score less charges: what it is worth beside the rows that were chosen. */
  readonly worth: number;
  /** What the best schedule with it nets less, exactly. Null where it can be in none. */
  readonly loss: number | null;
  /** From the schedule to the best one with the row. */
  readonly instead: Changes | null;
}

/** Why a row, or the rows that have some fields in common, are in the schedule or not. All points are exact. */
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

/** How many rows and chances are explained at the most. */
const MOST = 5;

/**
 * Explains the rows that have these fields, by asking for the best schedule without those that were chosen, and with
 * those that were not.
 *
 * @throws Refusal where the schedule has no such field, or there is no proven schedule to explain.
 */
export async function explain(session: Session, asked: Fields, most = MOST): Promise<Explanation> {
  check(session, asked);
  const { built, model, solution, domain, scenario, data } = session;
  const candidates: number[] = [];
  for (let j = 0; j < model.candidates; j++)
    if (built.schedule(Int32Array.of(j)).some((row) => meets(row, asked))) candidates.push(j);
  const taken = new Set(solution.chosen);
  const own = candidates.filter((j) => taken.has(j));
  const chosen: Chosen[] = [];
  for (const j of own.slice(0, most)) chosen.push(await whyChosen(session, j));
  return {
    asked,
    candidates: candidates.length,
    inSchedule: own.length,
    chosen,
    chances: own.length > 0 ? [] : await chancesOf(session, candidates, most),
    reasons: candidates.length > 0 ? [] : (domain.whyNot?.(scenario.settings, data.tables, asked) ?? []),
    notes: domain.about?.(scenario.settings, data.tables, asked, session.run) ?? [],
  };
}

function check({ domain, solution }: Session, asked: Fields): void {
  const known = [...domain.schedule.key, ...domain.schedule.place];
  const strange = Object.keys(asked).filter((name) => !known.includes(name));
  if (strange.length > 0 || Object.keys(asked).length === 0)
    throw new Refusal([
      {
        message:
          strange.length > 0 ? `no row of the schedule has the field "${strange[0]}"` : 'there is nothing to explain',
        maybe: `Maybe one of: ${known.map((name) => `${name}=…`).join(', ')}.`,
      },
    ]);
  if (solution.status !== 'optimal')
    throw new Refusal([
      {
        message: `the run is ${solution.status}: only a schedule that is proven to be the best can be explained`,
        maybe: 'Maybe give the solver more seconds or nodes.',
      },
    ]);
}

const scored = ({ built, model }: Session, j: number): Scored => ({
  row: built.schedule(Int32Array.of(j))[0]!,
  score: model.score[j]! / model.unit,
  terms: built.terms?.(j) ?? [],
});

async function whyChosen(session: Session, j: number): Promise<Chosen> {
  const { model, solution, ask } = session;
  const own = scored(session, j);
  const penalties = penaltiesOf(model, solution.chosen, solution.auxiliary, j);
  const brings = own.score - penalties.reduce((sum, { points }) => sum + points, 0);
  const without = await ask(forbid(model, Int32Array.of(j), shown(own.row)), { conflict: false });
  const found = without.status === 'optimal';
  return {
    ...own,
    penalties,
    brings: Number.isFinite(brings) ? brings : null,
    loss: found ? (solution.net - without.net) / model.unit : null,
    instead: found ? changesTo(session, without.chosen) : null,
  };
}

/**
 * The candidates of a set that cost least to force in. Forcing in any one of the set finds the best of them and its
 * loss; what is found is taken out, and the rest is asked again.
 */
async function chancesOf(session: Session, candidates: readonly number[], most: number): Promise<readonly Chance[]> {
  const { model, solution, ask } = session;
  let left = candidates;
  const chances: Chance[] = [];
  const whole = wholeCharges(model, solution);
  while (left.length > 0 && chances.length < most) {
    const within = await ask(
      requireOne(model, [Int32Array.from(left)], () => 'one of those asked for'),
      { conflict: false },
    );
    if (within.status !== 'optimal') {
      if (chances.length === 0) chances.push(...left.slice(0, 1).map((j) => chance(session, whole, j, null, null)));
      break;
    }
    const found = left.filter((j) => within.chosen.includes(j));
    const loss = (solution.net - within.net) / model.unit;
    chances.push(...found.map((j) => chance(session, whole, j, loss, changesTo(session, within.chosen))));
    left = left.filter((j) => !found.includes(j));
  }
  return chances.slice(0, most);
}

function chance(
  session: Session,
  whole: Charges | undefined,
  j: number,
  loss: number | null,
  instead: Changes | null,
): Chance {
  const own = scored(session, j);
  const charges = chargesOf(session, whole, j);
  const worth = own.score - charges.reduce((sum, { points }) => sum + points, 0);
  return { ...own, charges, worth: Math.round(worth * 1e6) / 1e6, loss, instead };
}
