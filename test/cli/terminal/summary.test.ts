import { describe, expect, it } from 'vitest';
import { EXIT, gravest } from '../../../src/cli/exit.ts';
import { judge, type Outcome } from '../../../src/cli/outcome.ts';
import { failures, summary } from '../../../src/cli/terminal/summary.ts';
import { checkExpectations, type Run } from '../../../src/index.ts';
import { quarantineTable } from '../../../src/pipeline/results.ts';
import { sampleRun } from '../../runs/sample-run.ts';

const outcome = (change: Partial<Run> = {}, expect: Record<string, unknown> = {}): Outcome => {
  const run = sampleRun(change);
  return { run, folder: 'runs/la-week/abc123', expectations: checkExpectations(run, expect) };
};

const impossible: Partial<Run> = {
  status: 'infeasible',
  objective: {},
  metrics: {},
  audit: { passed: true, levels: [] },
  conflict: {
    members: [
      { rule: 'capacity', label: 'Thursday 25 September' },
      { rule: 'cover', label: 'Algebra' },
    ],
    relaxation: [{ rule: 'capacity', label: 'Thursday 25 September', by: 1 }],
  },
};

describe('judge', () => {
  it('is done when audit and expectations passed', () => {
    expect(judge(outcome({}, { gini: 0.25 }))).toBe(EXIT.done);
  });

  it('is failed when a level of the audit failed', () => {
    expect(judge(outcome({ audit: { passed: false, levels: [] } }))).toBe(EXIT.failed);
  });

  it('is failed when an expectation failed', () => {
    expect(judge(outcome({}, { gini: 0.3 }))).toBe(EXIT.failed);
  });

  it.each(['infeasible', 'unknown'] as const)('is no schedule when the run is %s, though it was expected', (status) => {
    expect(judge(outcome({ status }, { status }))).toBe(EXIT.noSchedule);
  });
});

describe('gravest', () => {
  it('puts what was refused before no schedule, and that before what failed', () => {
    expect(gravest([0, 1, 3, 2])).toBe(2);
    expect(gravest([0, 1, 3])).toBe(3);
    expect(gravest([0, 1])).toBe(1);
    expect(gravest([0, 0])).toBe(0);
  });
});

describe('summary', () => {
  it('shows how many spots a log places before how evenly', () => {
    const metrics = { spots: 13, placed: 12, guaranteed_spots: 4, guaranteed_placed: 4, value: 73300, gini: 0.274286 };
    const lines = summary([outcome({ kind: 'rotation', metrics })], false)
      .split('\n')
      .map((line) => line.trim());
    expect(lines.slice(5, 9)).toEqual([
      'placed      12 of 13',
      'guaranteed  4 of 4',
      'value       $73,300',
      'gini        0.274',
    ]);
  });

  it('lists the figures of one run', () => {
    expect(summary([outcome()], false).split('\n')).toEqual([
      'Los Angeles',
      '  status       optimal',
      '  net score    1,900',
      '  bound        1,900',
      '  gap          0',
      '  assignments  2',
      '  audit        1 of 1 passed',
      '  time         0.0 s',
      '  report       runs/la-week/abc123/report.html',
      '',
    ]);
  });

  it('says with the status that rows that forbid were left out', () => {
    const quarantine = quarantineTable([
      { table: 'budgets', file: 'budgets.csv', line: 2, column: 'fleet', value: '', reason: 'is empty', forbids: true },
    ]);
    const [, status] = summary([outcome({ tables: { quarantine } })], false).split('\n');
    expect(status).toBe('  status       optimal, not proven for your data: 1 row that forbids was left out');
  });

  it('gives each of several runs a row', () => {
    const other = outcome({ name: 'la-week@free', status: 'feasible', metrics: { assignments: 12 } });
    expect(summary([outcome(), other], false).split('\n').slice(0, 3)).toEqual([
      'scenario      status    assignments   time',
      'la-week       optimal             2  0.0 s',
      'la-week@free  feasible           12  0.0 s',
    ]);
  });

  it('says in one line what several runs have alike, and keeps to 80 columns', () => {
    const names = ['a', 'b'].map((end) => `la-week@a_variant_with_a_name_${end}`);
    const metrics = (n: number) => ({
      ...{ assignments: n, partners_assigned: n, partners_eligible: 149, gini_eligible: n / 100, cap_overages: n },
      ...{ budget_planned: 1000 * n, budget_over: n, utilization: n / 100 },
    });
    const outcomes = names.map((name, at) => outcome({ name, metrics: metrics(at + 60) }));
    const lines = summary(outcomes, false, 80).split('\n');
    expect(lines).toContain('the same in all: net score 1,900, bound 1,900, gap 0, audit 1 of 1 passed');
    expect(Math.max(...lines.filter((line) => !line.includes('runs/')).map((line) => line.length))).toBeLessThan(81);
    // Names that long leave no room for a table: each run is a list of its own.
    expect(lines.filter((line) => names.includes(line))).toEqual(names);
  });

  it('breaks long notes and failures between words', () => {
    const long = 'each of the 13 weeks is planned upon the ones before it; planned together, they might net more';
    expect(summary([outcome({ notes: [long] })], false, 80)).toContain(
      'la-week: note: each of the 13 weeks is planned upon the ones before it; planned\n  together, they might net more',
    );
  });

  it('names what cannot hold together, and the cheapest way out', () => {
    expect(summary([outcome(impossible)], false)).toContain(
      [
        'la-week: these cannot hold together:',
        '  capacity: Thursday 25 September',
        '  cover: Algebra',
        'la-week: the cheapest way out is to loosen:',
        '  capacity: Thursday 25 September, by 1',
      ].join('\n'),
    );
  });

  it('names a level of the audit that failed, in red', () => {
    const level = { level: 2, name: 'priced', passed: false, text: 'the solver claims 5, the tables say 4' } as const;
    const text = summary([outcome({ audit: { passed: false, levels: [level] } })], true);
    expect(text).toContain('\u001b[31mla-week: audit failed: priced: the solver claims 5, the tables say 4\u001b[39m');
  });

  it('says once that a run found no schedule, and not for every metric', () => {
    const none = outcome(impossible, { status: 'optimal', gini: 0.25, assignments: 2 });
    expect(failures(none)).toEqual(['la-week: expectation failed: status is infeasible, expected optimal']);
  });

  it('lets nothing in a scenario steer the terminal', () => {
    expect(summary([outcome({ title: 'a\u001b[2Jb' })], false)).toContain('a\\u001b[2Jb');
  });
});
