import { nearest } from '../problems/nearest.ts';
import type { PlacedRow } from './duplicates.ts';
import { fold, isOneLetterOff, legible, plainOf } from './names.ts';
import { cut, noteTexts, rowProblems } from './problems.ts';
import { otherSpellings, spellingsOf } from './spellings.ts';
import type { Quarantined, Reference, Table, TableSpec } from './table.ts';
import type { Validated } from './validate.ts';

/** Tables that were held against each other. */
export interface Related {
  readonly validated: readonly Validated[];
  /** What looks odd, and is no error. */
  readonly notes: readonly string[];
}

/**
 * Holds tables against each other. A value that differs from a known name by its spelling alone is a slip, and its row
 * is set aside; a value that no other table knows, a name in two spellings, and periods that overlap are told.
 */
export function relate(specs: readonly TableSpec[], validated: readonly Validated[]): Related {
  const tables: Known = new Map(validated.map((one) => [one.table.name, one]));
  const notes: string[] = [];
  const spellings = spellingsOf(specs, validated);
  const related = validated.map((given, at) => {
    const spec = specs[at]!;
    const one = zerosBack(spec, given, tables, notes);
    const slips = [
      ...misspelt(spec, one, tables, notes),
      ...twoSpellings(spec, one, notes),
      ...otherSpellings(spec, one.placed, spellings).map(({ at, fault }) => ({
        at,
        fault: { ...faultAt(spec, one.table, one.placed[at]!), ...fault },
      })),
    ];
    overlaps(spec, one, notes);
    return slips.length === 0 ? one : without(one, slips);
  });
  return { validated: related, notes };
}

type Known = ReadonlyMap<string, Validated>;

/** A row that is set aside, and why. */
interface Slip {
  readonly at: number;
  readonly fault: Quarantined;
}

function without(validated: Validated, slips: readonly Slip[]): Validated {
  const { table, placed, quarantined } = validated;
  const gone = new Set(slips.map(({ at }) => at));
  const left = placed.filter((_, at) => !gone.has(at));
  // A row has one reason, the first.
  const faults = [...gone].map((at) => slips.find((slip) => slip.at === at)!.fault);
  return {
    ...validated,
    table: { ...table, rows: left.map(({ row }) => row) },
    placed: left,
    quarantined: [...quarantined, ...faults].sort((a, b) => a.line - b.line),
  };
}

function misspelt(spec: TableSpec, { table, placed }: Validated, tables: Known, notes: string[]): readonly Slip[] {
  return Object.entries<Reference | undefined>(spec.refers ?? {}).flatMap(([column, reference]) => {
    if (reference === undefined) return [];
    const known = namesIn(tables, reference);
    // Where there is nothing to compare with, only what is needed or forbids is looked at.
    if (known.names.size === 0 && !needsNames(spec, reference)) return [];
    const where = tablesOf(reference);
    const unknown: string[] = [];
    let rows = 0;
    let named = 0;
    const slips = placed.flatMap(({ row, line, path }, at): readonly Slip[] => {
      const isKnown = (value: string) => known.names.has(value) || known.forms?.has(formOf(reference, value)) === true;
      const values = valuesOf(row[column]);
      const strange = values.filter((value) => !isKnown(value));
      if (values.length > 0) named++;
      if (strange.length === 0) return [];
      for (const value of strange) {
        const reason = slipIn(value, { spec, reference, known, where });
        if (reason === undefined) continue;
        const fault = { ...faultAt(spec, table, { line, path }), column, value: cut(legible(value)), reason };
        return [{ at, fault }];
      }
      rows++;
      unknown.push(...strange);
      return [];
    });
    const odd = { table: spec.name, rows, of: placed.length, column, where };
    if (rows > 0 && reference.unknown === 'told') notes.push(noteTexts.unknown({ ...odd, ...closest(unknown, known) }));
    if (rows > 0 && rows === named && reference.oneKnown === true)
      notes.push(noteTexts.noneKnown({ ...odd, ...closest(unknown, known) }));
    return slips;
  });
}

/** A reference, and the names that it may name. */
interface Naming {
  readonly spec: TableSpec;
  readonly reference: Reference;
  readonly known: Names;
  readonly where: string;
}

const forbids = (spec: TableSpec, reference: Reference): boolean =>
  spec.rows !== 'permit' || reference.forbids === true;

const needsNames = (spec: TableSpec, reference: Reference): boolean =>
  reference.unknown === 'refused' || (reference.unknown === 'told' && forbids(spec, reference));

/** Words by which people mean every thing that there is, where a name is needed. */
const ALL: readonly string[] = ['*', 'all', 'any', 'every', 'everyone', 'everybody', 'total'];

/** Why a name that no other table knows can only be a slip; undefined where it may be a name of its own. */
function slipIn(value: string, { spec, reference, known, where }: Naming): string | undefined {
  const misspelt = (meant: string) => rowProblems.misspelt(cut(legible(meant)), where);
  const same = known.folded.get(fold(value));
  if (same !== undefined) return misspelt(same);
  const parts = value.split(/[\s,;/&|+]+|\band\b/).filter((part) => part !== '');
  if (parts.length > 1 && parts.every((part) => known.folded.has(fold(part)))) return rowProblems.several(where);
  const restricts = forbids(spec, reference);
  if (restricts && ALL.includes(value.toLowerCase())) return rowProblems.meansAll(where);
  if (restricts && reference.near === true) {
    const close = [...known.names].filter((name) => isOneLetterOff(plainOf(value), plainOf(name)));
    if (close[0] !== undefined) return rowProblems.oneLetter(cut(close[0]), where);
  }
  if (reference.unknown !== 'refused') return undefined;
  if (known.aside.has(fold(value))) return rowProblems.aside(where);
  return rowProblems.unknown(where, closest([value], known).maybe, reference.also);
}

/** The tables that a reference names, each once: "vehicles or offices". */
const tablesOf = ({ to }: Reference): string => [...new Set(to.map((one) => one.split('.')[0]!))].join(' or ');

/**
 * A number whose leading zeros a spreadsheet took away, in a row that restricts: it is read as the only name that it can
 * mean, so that what it forbids stays forbidden, and that is told. Where rows permit, it is a slip.
 */
function zerosBack(spec: TableSpec, one: Validated, tables: Known, notes: string[]): Validated {
  if (spec.rows === 'permit') return one;
  let { placed, table } = one;
  for (const [column, reference] of Object.entries<Reference | undefined>(spec.refers ?? {})) {
    if (reference === undefined || spec.key.includes(column)) continue;
    const known = namesIn(tables, reference);
    const zeroed = [...known.names].filter((name) => /^0+[1-9]\d*$/.test(name));
    // A number that two names could be is none of them.
    const byNumber = new Map<string, string | undefined>();
    for (const name of zeroed) {
      const number = name.replace(/^0+/, '');
      byNumber.set(number, byNumber.has(number) ? undefined : name);
    }
    const meant = (value: unknown): string | undefined =>
      typeof value !== 'string' || known.names.has(value) ? undefined : byNumber.get(value);
    const lacking = new Set(placed.map(({ row }) => row[column]).filter((value) => meant(value) !== undefined));
    if (lacking.size === 0) continue;
    placed = placed.map((each): PlacedRow => {
      const name = meant(each.row[column]);
      return name === undefined ? each : { ...each, row: { ...each.row, [column]: name } };
    });
    table = { ...table, rows: placed.map(({ row }) => row) };
    const [value] = lacking;
    const names = {
      value: cut(String(value), 40),
      name: cut(meant(value)!, 40),
      where: reference.to[0]!.split('.')[0]!,
    };
    notes.push(noteTexts.zeros({ table: spec.name, column, count: lacking.size, ...names }));
  }
  return { ...one, placed, table };
}

/** Names, and each by its folded form. */
interface Names {
  readonly names: ReadonlySet<string>;
  /** What counts of them, where that is not the whole name. */
  readonly forms: ReadonlySet<string> | undefined;
  readonly folded: ReadonlyMap<string, string>;
  /** The folded forms of those that stand in rows that were set aside. */
  readonly aside: ReadonlySet<string>;
}

/** The names that a reference may name. */
function namesIn(tables: Known, reference: Reference): Names {
  const { to, also = [], anyCase, form } = reference;
  const names = new Set<string>(also);
  const aside = new Set<string>();
  for (const one of to) {
    const [table = '', column = ''] = one.split('.');
    for (const row of tables.get(table)?.table.rows ?? [])
      for (const value of valuesOf(row[column as never])) names.add(value);
    for (const row of tables.get(table)?.asideCells ?? []) if (row[column]) aside.add(fold(row[column]));
  }
  const forms = anyCase || form ? new Set([...names].map((name) => formOf(reference, name))) : undefined;
  return { names, forms, aside, folded: new Map([...names].map((name) => [fold(name), name])) };
}

const formOf = ({ form }: Reference, name: string): string => form?.(name) ?? name.toLowerCase();

/** The texts of a cell: one, or those of a list. */
function valuesOf(cell: unknown): readonly string[] {
  if (Array.isArray(cell)) return cell.filter((one) => typeof one === 'string');
  return typeof cell === 'string' ? [cell] : [];
}

interface Closest {
  readonly value: string;
  readonly maybe?: string;
  readonly aside?: true;
}

/** The first unknown value, and the known one most like it. Only short lists are searched: it is a hint. */
function closest(unknown: readonly string[], { names, aside }: Names): Closest {
  const value = unknown[0]!;
  if (aside.has(fold(value))) return { value: cut(value, 40), aside: true };
  const maybe = names.size > 5000 ? undefined : nearest(value, [...names]);
  return { value: cut(value, 40), ...(maybe !== undefined && { maybe: cut(maybe, 40) }) };
}

/** Rows whose keys are the same name in two spellings: an error where rows restrict, told elsewhere. */
function twoSpellings(spec: TableSpec, { table, placed, nameOf }: Validated, notes: string[]): readonly Slip[] {
  const seen = new Map<string, PlacedRow>();
  return placed.flatMap(({ row, line, path }, at): readonly Slip[] => {
    const key = spec.key.map((name) => (typeof row[name] === 'string' ? plainOf(row[name]) : row[name])).join('\u0000');
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, { row, line, path });
      return [];
    }
    const column = spec.key.find((name) => row[name] !== before.row[name]) ?? spec.key[0]!;
    const value = cut(legible(String(row[column])));
    if (spec.rows !== 'restrict') {
      notes.push(noteTexts.twoSpellings(spec.name, column, cut(legible(String(before.row[column]))), value));
      return [];
    }
    return [
      {
        at,
        fault: {
          ...faultAt(spec, table, { line, path }),
          column,
          value,
          reason: rowProblems.twoSpellings(nameOf?.(before.line) ?? `line ${before.line}`),
        },
      },
    ];
  });
}

type Spot = Pick<PlacedRow, 'line' | 'path'>;

const faultAt = (spec: TableSpec, { file }: Table, { line, path }: Spot) => ({
  table: spec.name,
  file,
  line,
  slip: true as const,
  ...(spec.rows !== 'permit' && { forbids: true as const }),
  ...(path && { path }),
});

const compare = (a: unknown, b: unknown): number => (a === b ? 0 : String(a) < String(b) ? -1 : 1);

/** Periods of one thing that overlap. */
function overlaps({ name, key, periods }: TableSpec, { placed }: Validated, notes: string[]): void {
  if (periods === undefined) return;
  const { of, from, to } = periods as { readonly of: string; readonly from: string; readonly to: string };
  // Lines would depend on the order of the file.
  const keyText = ({ row }: PlacedRow) => key.map((column) => cut(String(row[column]), 40)).join(' ');
  const byThing = new Map<string, PlacedRow[]>();
  for (const one of placed) {
    const [thing, start, end] = [one.row[of], one.row[from], one.row[to]];
    if (typeof thing !== 'string' || typeof start !== 'string' || typeof end !== 'string') continue;
    const own = byThing.get(thing);
    if (own) own.push(one);
    else byThing.set(thing, [one]);
  }
  let count = 0;
  let first: string | undefined;
  for (const [thing, rows] of byThing) {
    rows.sort(
      (a, b) => compare(a.row[from], b.row[from]) || compare(a.row[to], b.row[to]) || compare(keyText(a), keyText(b)),
    );
    for (let at = 1; at < rows.length; at++) {
      const [before, next] = [rows[at - 1]!, rows[at]!];
      if (String(next.row[from]) >= String(before.row[to])) continue;
      count++;
      first ??= noteTexts.overlap({ table: name, thing: cut(thing, 40), rows: [before, next].map(keyText) });
    }
  }
  if (first !== undefined) notes.push(noteTexts.overlaps(first, count));
}
