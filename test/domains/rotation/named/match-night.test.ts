import { describe, expect, it } from 'vitest';
import { rotationPage } from '../../../../src/domains/rotation/report.ts';
import { openSession, readScenario } from '../../../../src/index.ts';
import { recordsOf } from '../../../../src/report/records.ts';

const LOOKS = [undefined, 'overrun', 'extended', 'extended_again'] as const;

/** The scenario as it ships, at each of its looks at the evening. */
const runs = await Promise.all(
  LOOKS.map(async (variant) => {
    const scenario = readScenario('scenarios/rotation/match-night.yaml', variant === undefined ? {} : { variant });
    return { settings: scenario.settings, run: (await openSession(scenario)).run };
  }),
);

type Row = Readonly<Record<string, unknown>>;
const placesOf = (rows: readonly Row[]) => rows.map((row) => `${row.spot} ${row.break} ${row.position}`).toSorted();

describe('match-night.yaml', () => {
  it('has at each look as published what the look before it planned', () => {
    runs.slice(1).forEach(({ settings }, k) => {
      const { published } = settings as unknown as { readonly published: readonly Row[] };
      expect(placesOf(published)).toEqual(placesOf(recordsOf(runs[k]!.run.tables.log)));
    });
  });

  it('passes every audit', () => {
    expect(runs.map(({ run }) => [run.status, run.audit.passed])).toEqual(LOOKS.map(() => ['optimal', true]));
  });

  it('says at each look what aired, what is owed and where it went', () => {
    const leads = runs.map(({ run }) => rotationPage(run).first?.find(({ id }) => id === 'displaced')?.lead);
    expect(leads).toEqual([
      undefined,
      'Of 4 spots due until now: 1 as planned, 1 late, 1 short, 1 missing. 7 spots are displaced: 4 are in their breaks, later, 1 is in another break, 2 are made good on a later day. $11,150 is owed; $2,700 of it has no place yet: diner-1 (Bluebird Diner).',
      'Of 3 spots due until now: 1 as planned, 1 late, 1 short. 9 spots are displaced: 4 are in their breaks, later, 5 are made good on a later day. $31,450 is owed; $2,700 of it has no place yet: diner-1 (Bluebird Diner).',
      'Of 3 spots due until now: 1 as planned, 1 late, 1 short. 11 spots are displaced: 3 are in their breaks, later, 1 is made good the same day, 5 are made good on a later day, 2 are made good in remnant breaks. $55,450 is owed; $2,700 of it has no place yet: diner-1 (Bluebird Diner).',
    ]);
    const live = rotationPage(runs[3]!.run).first?.find(({ id }) => id === 'live-events')?.lead;
    expect(live).toContain('It was to end at 21:20, then at 21:50.');
  });

  it('says of every spot why it is not where it was, and where it is', () => {
    const rows = recordsOf(runs[1]!.run.tables.displaced).map(
      (row) => `${row.spot}: ${row.cause}, ${row.from_local} to ${row.to_date} ${row.to_local}, ${row.to}`,
    );
    expect(rows).toEqual([
      'diner-1: aired otherwise, 20:14 to 2025-03-10 20:14:30, no place',
      'wagtail-1: aired otherwise, 20:14 to 2025-03-10 20:17:10, aired',
      'halden-2: live event, 21:14 to 2025-03-10 21:45, in another break',
      'ostrel-1: live event, 20:44 to 2025-03-10 21:20, in its break, later',
      'quarry-1: live event, 20:44 to 2025-03-11 20:15, made good on a later day',
      'tide-1: live event, 21:14 to 2025-03-10 21:22, in its break, later',
      'diner-2: live event, 20:44 to 2025-03-10 21:20:45, in its break, later',
      'opera-1: live event, 21:14 to 2025-03-10 21:22:15, in its break, later',
      'larch-3: not seen, 20:14 to 2025-03-11 21:14, made good on a later day',
    ]);
    expect(
      recordsOf(runs[1]!.run.tables.log)
        .slice(0, 3)
        .map((row) => row.text),
    ).toEqual(['aired: as planned', 'aired: 12 of 30 s', 'aired: 2.2 min late']);
  });
});
