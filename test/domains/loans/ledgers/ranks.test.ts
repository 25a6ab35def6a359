import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../../src/domains/loans/audit/facts.ts';
import { waitingDays } from '../../../../src/domains/loans/audit/ranks.ts';
import { auditLoans } from '../../../../src/domains/loans/audit.ts';
import { loans } from '../../../../src/domains/loans/index.ts';
import { cooldownDays, rankRulesOf } from '../../../../src/domains/loans/ledgers/ranks.ts';
import { validateAll } from '../../../../src/tables/load.ts';
import { type Given, scheduleOf, settingsOf, tablesOf } from '../audit-fixture.ts';
import { left, opened } from '../small-world.ts';

const MONDAY = { start_days: ['mon'] };
const one = (rank: string | null, more: Given = {}): Given => ({
  vehicles: [{}],
  partners: [{}],
  approved: [{ rank }],
  ...more,
});
const violations = (given: Given, rules: object = {}) =>
  auditLoans(settingsOf({ rules: rules as never }), tablesOf(given), scheduleOf('V1 P1 22')).violations.map(
    ({ rule }) => rule,
  );

describe('a rank', () => {
  it.each(['A+', 'a+', ' A + '])(
    '%j is A+ under a cap of the table rules, for the rule and for the auditor',
    (rank) => {
      const given = one('A+', { rules: [{ rank, loan_cap_per_year: 0 }] });
      expect(left(given, MONDAY)).toEqual([]);
      expect(violations(given)).toEqual(['tier_caps']);
    },
  );

  it.each(['pending', 'PENDING', ' Pending'])('%j is Pending for the rule ranks and for the auditor', (rank) => {
    expect(left(one(rank), { ...MONDAY, rules: { ranks: { allow: ['Pending'] } } })).toHaveLength(1);
    expect(violations(one(rank), { ranks: { allow: ['Pending'] } })).toEqual([]);
    expect(left(one(rank), { ...MONDAY, rules: { ranks: {} } })).toEqual([]);
    expect(violations(one(rank), { ranks: {} })).toEqual(['ranks']);
  });

  it('of 0 means no loans, whatever else is allowed', () => {
    const { funnel, whyNot } = opened(one('0'), MONDAY);
    expect(left(one('0'), MONDAY)).toEqual([]);
    expect(funnel.find(({ step }) => step === 'rank_zero')).toMatchObject({ removed: 1 });
    expect(whyNot({ vin: 'V1', person_id: 'P1', start_day: '2025-09-22' })[0]).toContain('rank 0 for Toyota: no loans');
    expect(violations(one('0'))).toEqual(['approved_makes']);
  });

  it('of 0 counts no partner as eligible', () => {
    const { metrics } = auditLoans(settingsOf({}), tablesOf(one('0')), []);
    expect(metrics.partners_eligible).toBe(0);
  });
});

describe('days of cooldown', () => {
  const rows = [
    { rank: 'A+', cooldown_period: 30 },
    { rank: 'A', cooldown_period: 0 },
    { rank: 'B', cooldown_period: null },
    { make: 'Audi', rank: 'A', cooldown_period: 45 },
    { make: 'Volvo', rank: null, cooldown_period: 60 },
    { make: 'Volvo', rank: 'A', cooldown_period: 5 },
    { make: 'Volvo', rank: 'B', cooldown_period: null },
  ];
  it.each([
    ['Toyota', 'A+', 30],
    ['Toyota', 'a', 0],
    // An empty cell is the usual number of days; a rank without a row takes the first row of its make.
    ['Toyota', 'B', 28],
    ['Audi', 'C', 45],
    ['Volvo', 'C', 60],
    ['Volvo', 'A', 5],
    ['Volvo', 'B', 60],
    ['Lexus', 'A', 28],
  ])('of %s and rank %s are %i, for the rule and for the auditor', (make, rank, days) => {
    const tables = tablesOf({ rules: rows });
    expect(cooldownDays(rankRulesOf(tables.rules.rows), make, rank, 28)).toBe(days);
    expect(waitingDays(factsOf(settingsOf({}), tables, []), make, rank, 28)).toBe(days);
  });

  it('let a partner of rank A have the car that one of rank A+ waits for', () => {
    const history = [{ model: 'Camry', end_date: '2025-09-17' }];
    const rules = rows.slice(0, 2);
    expect(left(one('A', { history, rules }), MONDAY)).toHaveLength(1);
    expect(left(one('A+', { history, rules }), MONDAY)).toEqual([]);
    expect(violations(one('A', { history, rules }))).toEqual([]);
    expect(violations(one('A+', { history, rules }))).toEqual(['cooldown']);
  });
});

describe('notes on ranks', () => {
  const notes = (given: Given) =>
    opened(given, MONDAY).notes.filter((note) => /rank|make/.test(note) && !/^no /.test(note));

  it('name a rank that nobody knows, with what is near', () => {
    expect(notes(one('A++'))).toEqual([
      'approved_makes has the rank "A++" in 1 row, which nobody knows: it scores as Pending does and has the cap of C; maybe A+ is meant',
    ]);
    expect(notes(one('Pendng'))[0]).toContain('maybe Pending is meant');
    expect(notes(one('A', { rules: [{ rank: 'A++' }] }))[0]).toContain('rules has the rank "A++" in 1 row');
  });

  it('say nothing of a rank in another letter case, of 0, and of none', () => {
    for (const rank of ['a+', 'PENDING', '0', null, 'unranked']) expect(notes(one(rank))).toEqual([]);
  });

  it('leave a make of the rules that no car has to where tables are held against each other, which says it once', () => {
    expect(notes(one('A', { rules: [{ make: 'Toyotaa' }] }))).toEqual([]);
    const raws = loans.sample(1).map((raw) => {
      if (raw.name !== 'rules') return raw;
      const row = raw.rows[0]!.map((cell, at) => (raw.header[at] === 'make' ? 'Zeppelin' : cell));
      return { ...raw, rows: [row], lines: [2] };
    });
    const told = validateAll(loans.tables, raws).notes.filter((note) => note.includes('rules: the make'));
    expect(told).toEqual([expect.stringMatching(/^1 row of 1 in rules: the make stands in no row of .+Zeppelin/)]);
  });

  it('say where ranks of one make wait differently, and which rank the rules do not name', () => {
    const rules = [
      { rank: 'A', cooldown_period: 0 },
      { rank: 'A+', cooldown_period: 30 },
    ];
    expect(notes(one('B', { rules }))).toEqual([
      'rules gives the ranks of Toyota different days of cooldown (A 0, A+ 30): each rank waits its own; B, which it does not name, as A',
    ]);
  });
});
