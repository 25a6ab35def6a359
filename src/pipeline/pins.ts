import type { Asked } from '../audit/pins.ts';
import type { Domain, Instance, Row } from '../domain.ts';
import type { Limits, Model } from '../kernel/model.ts';
import { forbid, requireOne } from '../kernel/vary.ts';
import { nearest } from '../problems/nearest.ts';
import { type Problem, Refusal } from '../problems/problem.ts';
import { loadRun } from '../runs/store.ts';
import type { Fields, Scenario, Settings } from '../scenario/scenario.ts';
import { fold } from '../tables/names.ts';
import { cellIs } from '../tables/result.ts';
import type { Data } from '../tables/table.ts';
import { whyNot } from './why-not.ts';

/** What a scenario asks of single rows, with the rows of the run that it wants to stay close to. */
export async function askedOf(
  { settings }: Scenario,
  domain: Domain,
): Promise<(Asked & { readonly close?: EarlierRun }) | undefined> {
  const { pins = [], forbid: forbidden = [], stay_close_to: close } = settings;
  if (pins.length === 0 && forbidden.length === 0 && close === undefined) return undefined;
  if (close === undefined) return { pins, forbid: forbidden };
  const columns = [...domain.schedule.key, ...domain.schedule.place];
  const { rows, ...run } = await earlierRun(close.run, domain);
  return { pins, forbid: forbidden, stay: { rows, columns, penalty: close.penalty }, close: run };
}

/** Which run a scenario stays close to, for people: it is no part of the question, and its rows are. */
export interface EarlierRun {
  readonly name: string;
  readonly id: string;
}

async function earlierRun(folder: string, domain: Domain): Promise<EarlierRun & { readonly rows: readonly Row[] }> {
  const path = ['stay_close_to', 'run'];
  const run = await loadRun(folder).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.problems.map((problem) => ({
        message: problem.message,
        path,
        maybe: problem.maybe ?? 'Maybe name the folder of a run.',
      })),
    );
  });
  const table = run.tables[domain.schedule.table];
  if (run.kind !== domain.kind || table === undefined) {
    const what = run.kind === domain.kind ? 'has no schedule' : `is of the kind ${run.kind}`;
    throw new Refusal([
      { message: `the run ${folder} ${what}`, path, maybe: `Maybe name a run of the kind ${domain.kind}.` },
    ]);
  }
  const rows = table.rows.map((row) =>
    Object.fromEntries(table.columns.map(({ name }, at) => [name, row[at] ?? null])),
  );
  return { name: run.name, id: run.id, rows };
}

/** The model with what a scenario asks of single rows, and notes on what has no effect. */
export interface PinnedModel {
  readonly model: Model;
  readonly notes: readonly string[];
  /** The candidates of the earlier run that the scenario stays close to. */
  readonly near?: Int32Array;
}

/** A question, and what its scenario asks of single rows. */
export interface Pinning {
  readonly settings: Settings;
  readonly asked: Asked & { readonly close?: EarlierRun };
  readonly domain: Domain;
  readonly data: Data;
  readonly instance: Instance;
}

/**
 * Makes pins and forbidden rows hard limits, and each row that the earlier run does not have a soft one.
 *
 * @throws Refusal where a pin names no candidate (with the reason), is forbidden, or contradicts another.
 */
export function pinned({ settings, asked, domain, data, instance }: Pinning): PinnedModel {
  const rows = Array.from({ length: instance.model.candidates }, (_, j) => instance.row(j));
  const { shared = {} } = domain.schedule;
  const asksShared = (fields: Fields) => Object.keys(shared).some((name) => fields[name] !== undefined);
  const matching = (fields: Fields) =>
    (domain.schedule.derived ?? []).some((name) => fields[name] !== undefined)
      ? new Int32Array()
      : Int32Array.from(rows.keys()).filter((j) =>
          meets(asksShared(fields) ? instance.described(j) : rows[j]!, fields),
        );
  const pins = (settings.pins ?? []).map((fields) => ({ fields, candidates: matching(fields) }));
  const forbidden = (settings.forbid ?? []).map((fields) => ({ fields, candidates: matching(fields) }));
  const why = (fields: Fields) => whyNot({ domain, data, instance }, fields);
  const problems = pins.flatMap((_, at) => problemsOf(at, pins, forbidden, domain, why));
  const misspelt = forbidden.flatMap((each, at) =>
    each.candidates.length > 0 ? [] : slipsIn(each.fields, at, domain, data),
  );
  if (problems.length + misspelt.length > 0) throw new Refusal([...problems, ...misspelt]);
  let { model } = instance;
  if (pins.length > 0)
    model = requireOne(
      model,
      pins.map((pin) => pin.candidates),
      (pin) => fieldsText(pins[pin]!.fields),
    );
  for (const { fields, candidates } of forbidden) model = forbid(model, candidates, fieldsText(fields));
  const stay = asked.stay && changes(rows, asked.stay, model.unit);
  if (stay) model = { ...model, limits: [...model.limits, stay.limits] };
  const { close } = asked;
  const stays = close === undefined ? [] : [`it stays close to run ${close.id} of ${close.name}`];
  const near = stay ? { near: stay.near } : {};
  return { model, notes: [...stays, ...forbidden.flatMap((each) => idle(each, why))], ...near };
}

interface Matched {
  readonly fields: Fields;
  readonly candidates: Int32Array;
}

type Why = (fields: Fields) => readonly string[];

/** What is wrong with one pin: nothing to choose, forbidden, or against an earlier pin of the same key. */
function problemsOf(
  at: number,
  pins: readonly Matched[],
  forbidden: readonly Matched[],
  domain: Domain,
  why: Why,
): Problem[] {
  const { fields, candidates } = pins[at]!;
  const path = ['pins', at];
  if (candidates.length === 0) {
    const [first, ...rest] = why(fields);
    const reason = first === undefined ? '' : `: ${[first, ...rest].slice(0, 3).join('; ')}`;
    return [
      {
        message: `pin ${fieldsText(fields)}: no candidate${reason}`,
        path,
        maybe: 'Maybe another row is meant, or a rule should give way.',
      },
    ];
  }
  const barred = new Set(forbidden.flatMap((each) => [...each.candidates]));
  if (candidates.every((j) => barred.has(j)))
    return [{ message: `pin ${fieldsText(fields)} is also forbidden`, path, maybe: 'Maybe delete one of the two.' }];
  const { key } = domain.schedule;
  const other = pins
    .slice(0, at)
    .find((pin) => sameKey(pin.fields, fields, key) && disjoint(pin.candidates, candidates));
  if (!other) return [];
  const message = `pin ${fieldsText(fields)} contradicts pin ${fieldsText(other.fields)}: ${key.map((name) => `${name} ${fields[name]}`).join(', ')} can be placed once`;
  return [{ message, path, maybe: 'Maybe keep only one of them.' }];
}

/** What is forbidden under a name that only its spelling keeps from being one of the tables: it would forbid nothing. */
function slipsIn(fields: Fields, at: number, { schedule, tables: specs }: Domain, { tables }: Data): Problem[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    const shared = schedule.shared?.[field];
    const table = shared ?? schedule.tables?.[field] ?? '';
    const key = shared === undefined ? specs.find(({ name }) => name === table)?.key[0] : field;
    const known = key === undefined ? [] : (tables[table]?.rows ?? []).map((row) => String(row[key]));
    if (known.includes(value)) return [];
    const meant = known.find((name) => fold(name) === fold(value));
    const path = ['forbid', at, field];
    const own = `forbid ${fieldsText(fields)}: ${table} has no`;
    if (meant !== undefined)
      return [
        {
          message: `${own} "${value}", and "${meant}" differs from it by its spelling alone`,
          path,
          maybe: `Maybe you meant "${meant}".`,
        },
      ];
    if (shared === undefined) return [];
    const close = nearest(value, known);
    const maybe = close === undefined ? 'Maybe another name is meant; or take it out.' : `Maybe you meant "${close}".`;
    return [{ message: `${own} ${field} "${value}", so that nothing would be forbidden`, path, maybe }];
  });
}

const sameKey = (a: Fields, b: Fields, key: readonly string[]): boolean =>
  key.every((name) => a[name] !== undefined && a[name] === b[name]);

function disjoint(a: Int32Array, b: Int32Array): boolean {
  const own = new Set(a);
  return !b.some((j) => own.has(j));
}

const idle = ({ fields, candidates }: Matched, why: Why): string[] =>
  candidates.length > 0
    ? []
    : [
        `forbid ${fieldsText(fields)}: there is no such candidate${why(fields)[0] === undefined ? '' : ` (${why(fields)[0]})`}`,
      ];

function changes(
  rows: readonly Row[],
  { rows: earlier, columns, penalty }: NonNullable<Asked['stay']>,
  unit: number,
): { readonly limits: Limits; readonly near: Int32Array } {
  const keyOf = (row: Row) => JSON.stringify(columns.map((column) => String(row[column] ?? '')));
  const known = new Set(earlier.map(keyOf));
  const group = Int32Array.from(rows, (row) => (known.has(keyOf(row)) ? -1 : 0));
  const limits: Limits = {
    rule: 'stay_close_to',
    groups: 1,
    members: { group },
    over: [{ at: Float64Array.of(0), price: penalty * unit }],
    label: () => 'rows that the earlier run does not have',
    more: () => 'one more change from the earlier run without charge',
  };
  return { limits, near: Int32Array.from(group.keys()).filter((j) => group[j] === -1) };
}

/** Whether a row has these fields. */
export const meets = (row: Row, fields: Fields): boolean =>
  Object.entries(fields).every(([name, value]) => cellIs(row[name], value));

/** "vin V1, person_id P0042". */
export const fieldsText = (fields: Readonly<Record<string, unknown>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
