import type { Row } from '../domain.ts';
import { partsOf } from '../kernel/decomposition/parts.ts';
import type { Model } from '../kernel/model.ts';
import { meets } from '../pipeline/pins.ts';
import type { Session } from '../pipeline/session.ts';
import { Refusal } from '../problems/problem.ts';
import type { Fields } from '../scenario/scenario.ts';
import { rowsIn } from './changes.ts';

/**
 * The candidates that have these fields, ascending, each with its row. What follows from the schedule as a whole only
 * its own rows have.
 *
 * @throws Refusal where rows have no such field, or there is no proven schedule to explain.
 */
export function askedFor(session: Session, asked: Fields): ReadonlyMap<number, Row> {
  check(session, asked);
  const { instance, open, solution, domain } = session;
  const { derived = [] } = domain.schedule;
  const found = new Map<number, Row>();
  const taken = new Set(solution.chosen);
  const asksDerived = derived.some((name) => asked[name] !== undefined);
  for (let j = 0; j < open.candidates; j++) {
    const chosen = taken.has(j);
    if (asksDerived && !chosen) continue;
    const described = instance.described(j);
    if (!meets(described, without(asked, derived))) continue;
    const row = chosen ? rowsIn(session, solution.chosen, Int32Array.of(j))[0]! : instance.row(j);
    if (meets({ ...described, ...row }, asked)) found.set(j, row);
  }
  return found;
}

/** Candidates with the row of one of them: the same choice under another rule that gives way. */
export function twinsOf(found: ReadonlyMap<number, Row>, j: number, { domain }: Session): Int32Array {
  const { key, place, derived = [] } = domain.schedule;
  const columns = [...key, ...place].filter((name) => !derived.includes(name));
  const same = (row: Row) => columns.every((name) => row[name] === found.get(j)![name]);
  return Int32Array.from([...found.keys()].filter((k) => same(found.get(k)!)));
}

const without = <V>(fields: Readonly<Record<string, V>>, names: readonly string[]): Readonly<Record<string, V>> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

function check({ instance, solution, domain }: Session, asked: Fields): void {
  const known = instance.fields;
  const strange = Object.keys(asked).filter((name) => !known.includes(name));
  if (strange.length > 0 || Object.keys(asked).length === 0)
    throw new Refusal([
      {
        message:
          strange.length > 0 ? `no row of the schedule has the field "${strange[0]}"` : 'there is nothing to explain',
        maybe: `Maybe one of: ${[...known, ...Object.keys(domain.schedule.words ?? {})].map((name) => `${name}=…`).join(', ')}.`,
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

/** Candidates sorted by the parts of a model that no limit joins. */
export function byPart(model: Model, candidates: readonly number[]): readonly (readonly number[])[] {
  const parts = candidates.length > 1 ? partsOf(model) : [];
  if (parts.length === 0) return candidates.length === 0 ? [] : [candidates];
  const wanted = new Set(candidates);
  return parts.map((part) => [...part.candidates].filter((j) => wanted.has(j))).filter((own) => own.length > 0);
}
