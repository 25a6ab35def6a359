import { auditRotation } from '../../../src/domains/rotation/audit.ts';
import type { RotationSettings } from '../../../src/domains/rotation/scenario.ts';
import type * as rows from '../../../src/domains/rotation/tables.ts';

/** Rows as a test writes them: what it leaves out is empty, or the usual. */
export interface Given {
  readonly breaks?: readonly Partial<rows.BreakRow>[];
  readonly blocks?: readonly Partial<rows.BlockRow>[];
  readonly advertisers?: readonly Partial<rows.AdvertiserRow>[];
  readonly creatives?: readonly Partial<rows.CreativeRow>[];
  readonly orders?: readonly Partial<rows.OrderRow>[];
  readonly spots?: readonly Partial<rows.SpotRow>[];
  readonly blackouts?: readonly Partial<rows.BlackoutRow>[];
  readonly locks?: readonly Partial<rows.LockRow>[];
  readonly published?: readonly Partial<rows.PublishedRow>[];
  readonly as_run?: readonly Partial<rows.AsRunRow>[];
  readonly preemptions?: readonly Partial<rows.PreemptionRow>[];
  readonly obligations?: readonly Partial<rows.ObligationRow>[];
}

const table = <R extends object>(name: string, given: readonly Partial<R>[] = [], usual: R) => ({
  name,
  file: `${name}.csv`,
  present: given.length > 0,
  rows: given.map((row): R => ({ ...usual, ...row })),
});

const INHERITED = {
  ...{ cap: null, cap_block: null, cap_day: null, separation: null, categories: [], exclude_categories: [] },
  ...{ exclude_blocks: [], earliest: null, latest: null, off_peak: null, position: null, cpm: null, impressions: null },
};

/** The tables of the domain, from the little that a test says: spots of 30 s and $10, breaks of 120 s and 4 spots. */
export function tablesOf(given: Given): rows.RotationTables {
  const day = { date: null, utc: null, offset: null, block: null, kind: null, live: false, locked: false };
  return {
    breaks: table<rows.BreakRow>('breaks', given.breaks, {
      ...day,
      id: 'b',
      local: '20:00:00',
      seconds: 120,
      spots: 4,
    }),
    blocks: table<rows.BlockRow>('blocks', given.blocks, { id: 'drama', tags: [] }),
    advertisers: table<rows.AdvertiserRow>('advertisers', given.advertisers, { id: 'A', parent: null }),
    creatives: table<rows.CreativeRow>('creatives', given.creatives, {
      ...{ id: 'film', advertiser: null, seconds: 30, categories: [], weight: 1 },
    }),
    orders: table<rows.OrderRow>('orders', given.orders, {
      ...INHERITED,
      ...{ id: 'o', advertiser: null, tier: null, from: null, to: null, make_good: [] },
    }),
    spots: table<rows.SpotRow>('spots', given.spots, {
      ...INHERITED,
      ...{ id: 's', order: null, advertiser: 'A', seconds: 30, cpm: 1000, tier: 'guaranteed', wish: null },
      ...{ tolerance_minutes: null, creative: null, bundle: null, pairing: null, part: null },
    }),
    blackouts: table<rows.BlackoutRow>('blackouts', given.blackouts, {
      ...{ advertiser: null, category: null, from: '20:00:00', to: '21:00:00' },
    }),
    locks: table<rows.LockRow>('locks', given.locks, { spot: 's', break: 'b', position: null }),
    published: table<rows.PublishedRow>('published', given.published, { spot: 's', break: 'b', position: 1 }),
    as_run: table<rows.AsRunRow>('as_run', given.as_run, {
      ...{ spot: 's', break: null, date: null, at: '20:00:00', seconds: null },
    }),
    preemptions: table<rows.PreemptionRow>('preemptions', given.preemptions, {
      ...{ from: '20:00:00', live_end: '21:00:00', reason: null },
    }),
    obligations: table<rows.ObligationRow>('obligations', given.obligations, {
      ...{ spot: 's', value: null, status: 'open', created: null, expires: null },
    }),
  };
}

/** What a test may say about the settings. */
export interface Keys {
  readonly rules?: Partial<RotationSettings['rules']>;
  readonly weights?: Partial<RotationSettings['weights']>;
  readonly prime?: Partial<RotationSettings['market']['prime']>;
  readonly now?: string;
  readonly days?: number;
  readonly relax?: RotationSettings['relax'];
  readonly alert?: number;
}

/** 10 March 2025 in UTC, prime time 20:00 to 23:00, every distance off unless a test says otherwise. */
export function settingsOf({
  rules,
  weights,
  prime,
  now,
  days = 1,
  relax = [],
  alert = 0.05,
}: Keys = {}): RotationSettings {
  const off = { rolling_seconds: 0, separation: 0, competitive: {}, creative: 0, guard: 0 };
  const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  return {
    ...{ kind: 'rotation', title: 'test', data: { sample: 1 }, solver: { seed: 42, seconds: 10 } },
    market: {
      ...{ id: 'test', zone: 'UTC', day_start: '06:00' },
      prime: { from: '20:00', to: '23:00', days: [...week], ...prime },
    },
    ...{ date: '2025-03-10', days, relax: [...relax], ...(now === undefined ? {} : { now }) },
    rules: { prime: true, max_shift_minutes: false, ...off, ...rules },
    weights: { shift: 0, evenness: 0, changes: 0, make_good: 0, rotation: 0, ...weights },
    ...{ make_good: ['same_day_prime', 'next_day_prime', 'remnant'], expires_days: 60 },
    ...{ commit: { mode: 'dry_run' }, alerts: { moved_or_unresolved: alert } },
  } as RotationSettings;
}

/** "s1 b1 2" is spot s1 in break b1 at position 2; without a position it is the next free one. */
export function logOf(...rows: readonly string[]) {
  const next = new Map<string, number>();
  return rows.map((row) => {
    const [spot = '', at = '', place] = row.split(' ');
    const position = place === undefined ? (next.get(at) ?? 1) : Number(place);
    next.set(at, position + 1);
    return { spot, break: at, position };
  });
}

/** The audit of a log written in short. */
export function audited(given: Given, keys: Keys, ...log: readonly string[]) {
  return auditRotation(settingsOf(keys), tablesOf(given), logOf(...log));
}

/** The violations of a log, as "rule entity". */
export function broken(given: Given, keys: Keys, ...log: readonly string[]): readonly string[] {
  return audited(given, keys, ...log).violations.map(({ rule, entity }) => `${rule} ${entity}`);
}

/** A result table's rows as objects. */
export function records(
  table: { readonly columns: readonly { readonly name: string }[]; readonly rows: readonly (readonly unknown[])[] } = {
    columns: [],
    rows: [],
  },
) {
  return table.rows.map((row) => Object.fromEntries(table.columns.map(({ name }, index) => [name, row[index]])));
}
