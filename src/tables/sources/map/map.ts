import { nearest } from '../../../problems/nearest.ts';
import { type CellSchema, formatOf, readCell } from '../../cells/cells.ts';
import type { Column, TableSpec } from '../../table.ts';
import type { Stranger } from './stranger.ts';

/** What a column of ours may be called elsewhere. */
export interface Match {
  readonly column: string;
  readonly required: boolean;
  /** Their column; undefined where none fits. */
  readonly there: string | undefined;
  readonly why: string;
}

/** Which of their tables is one of ours, and which of its columns are ours. */
export interface Mapped {
  readonly table: string;
  readonly required: boolean;
  readonly there: string | undefined;
  readonly columns: readonly Match[];
}

/** Words that people use for one thing: the first is ours. */
const SAME: readonly (readonly string[])[] = [
  ['start', 'begin', 'from', 'out', 'pickup'],
  ['end', 'finish', 'until', 'to', 'return', 'due', 'through'],
  ['id', 'number', 'no', 'nr', 'code', 'key', 'ident'],
  ['make', 'brand', 'manufacturer', 'marque'],
  ['office', 'location', 'site', 'branch', 'city', 'market'],
  ['partner', 'person', 'contact', 'journalist', 'borrower', 'media'],
  ['vin', 'chassis'],
  ['vehicle', 'vehicles', 'car', 'fleet', 'unit'],
  ['date', 'day', 'on'],
  ['amount', 'value', 'sum', 'total', 'usd', 'dollars'],
  ['slots', 'capacity', 'places'],
  ['rank', 'tier', 'grade', 'level'],
  ['loan', 'booking', 'assignment', 'past'],
  ['history', 'log', 'archive'],
  ['latitude', 'lat'],
  ['longitude', 'lon', 'lng', 'long'],
  ['name', 'title', 'label'],
  ['approved', 'allowed', 'approval', 'eligibility'],
  ['cap', 'limit', 'max', 'most'],
];
const MEANING = new Map(SAME.flatMap((words) => words.map((word): [string, string] => [word, words[0]!])));

/** The words of a name, each as we would say it: "VehicleIdent_No" is vehicle, id, id. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => MEANING.get(word) ?? MEANING.get(word.replace(/s$/, '')) ?? word.replace(/s$/, ''));

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '');

interface Likeness {
  readonly score: number;
  readonly why: string;
}

/** How alike two names are, from 0 to 1. */
function likeness(ours: readonly string[], theirs: string): Likeness {
  const all = ours.map((name): Likeness => {
    if (bare(name) === bare(theirs)) return { score: 1, why: 'the same name' };
    if (nearest(bare(theirs), [bare(name)]) !== undefined) return { score: 0.8, why: 'nearly the same name' };
    const [own, other] = [new Set(wordsOf(name)), new Set(wordsOf(theirs))];
    const common = [...own].filter((word) => other.has(word));
    const score = common.length / new Set([...own, ...other]).size;
    return { score: 0.9 * score, why: score === 1 ? 'the same words' : `both say ${common.join(', ')}` };
  });
  return all.reduce((best, one) => (one.score > best.score ? one : best), { score: 0, why: '' });
}

/** Which part of some cells a column can read; undefined where it reads any text, or there are none. */
function readable({ schema }: Column, cells: readonly string[]): number | undefined {
  const own = schema as CellSchema<unknown>;
  const full = cells.filter((text) => text.trim() !== '');
  if (full.length === 0 || /^(?:text|id,)/.test(formatOf(own))) return undefined;
  const reader = own.inColumn?.(new Set(full)) ?? own;
  return full.filter((text) => 'value' in readCell(reader, text)).length / full.length;
}

/** A column is proposed from here on; a table from half of it, for its columns speak too. */
const LEAST = 0.4;

interface Pair extends Likeness {
  readonly column: string;
  readonly at: number;
}

function pairsOf(spec: TableSpec, { columns, rows }: Stranger): readonly Pair[] {
  const pairs = Object.entries<Column>(spec.columns).flatMap(([name, column]) =>
    columns.flatMap((theirs, at): readonly Pair[] => {
      const names = [name, ...(column.aliases ?? []), ...Object.keys(column.alternatives ?? {})];
      const like = likeness(names, theirs);
      if (like.score === 0) return [];
      const read = readable(
        column,
        rows.map((row) => row[at] ?? ''),
      );
      // Cells that mostly cannot be read speak against the best name; cells that can speak for a poor one.
      if (read !== undefined && read < 0.5) return [];
      const score = like.score * (read === undefined ? 0.95 : read) + (read !== undefined && read > 0.95 ? 0.05 : 0);
      const how = read === undefined ? '' : `, and ${Math.round(read * 100)} % of its cells can be read`;
      return [{ column: name, at, score, why: like.why + how }];
    }),
  );
  return taken(pairs.filter(({ score }) => score >= LEAST));
}

/** The best pairs, each column of either side once; the order of files decides nothing. */
function taken(pairs: readonly Pair[]): readonly Pair[] {
  const sorted = [...pairs].sort((a, b) => b.score - a.score || (a.column < b.column ? -1 : 1) || a.at - b.at);
  const [ours, theirs] = [new Set<string>(), new Set<number>()];
  return sorted.filter(({ column, at }) => {
    if (ours.has(column) || theirs.has(at)) return false;
    ours.add(column);
    theirs.add(at);
    return true;
  });
}

/**
 * Proposes which tables and columns of a stranger are ours: by their names, by words that mean the same, and by whether
 * their cells can be read as ours. It proposes and decides nothing: a person looks at it.
 */
export function proposed(specs: readonly TableSpec[], strangers: readonly Stranger[]): readonly Mapped[] {
  const candidates = specs.flatMap((spec, own) =>
    strangers.map((stranger, at) => {
      const pairs = pairsOf(spec, stranger);
      const needed = Object.entries<Column>(spec.columns).flatMap(([name, { required }]) => (required ? [name] : []));
      const wanted = needed.length > 0 ? needed : Object.keys(spec.columns);
      const found = pairs.filter(({ column }) => wanted.includes(column));
      const columns = found.reduce((sum, { score }) => sum + score, 0) / wanted.length;
      return { spec, own, at, pairs, score: likeness([spec.name], stranger.name).score + columns };
    }),
  );
  candidates.sort((a, b) => b.score - a.score || a.own - b.own || a.at - b.at);
  const [ours, theirs] = [new Set<number>(), new Set<number>()];
  const chosen = new Map<string, (typeof candidates)[number]>();
  for (const one of candidates) {
    if (ours.has(one.own) || theirs.has(one.at) || one.score < 2 * LEAST) continue;
    ours.add(one.own);
    theirs.add(one.at);
    chosen.set(one.spec.name, one);
  }
  return specs.map((spec): Mapped => {
    const one = chosen.get(spec.name);
    const stranger = one && strangers[one.at];
    const columns = Object.entries<Column>(spec.columns).map(([column, { required }]): Match => {
      const pair = one?.pairs.find((each) => each.column === column);
      const there = pair && stranger?.columns[pair.at];
      return { column, required: required === true, there, why: pair?.why ?? '' };
    });
    return { table: spec.name, required: spec.required, there: stranger?.name, columns };
  });
}
