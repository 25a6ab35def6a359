import { describe, expect, it } from 'vitest';
import { rotationPage } from '../../../src/domains/rotation/report.ts';
import type { Section } from '../../../src/report/page.ts';
import { renderReport } from '../../../src/report/render.ts';
import type { Run } from '../../../src/runs/run.ts';
import { audited, type Given, type Keys, settingsOf } from './audit-fixture.ts';

const b = (id: string, local: string, more = {}) => ({ id, local: `${local}:00`, block: 'drama', ...more });

const EVENING: Given = {
  breaks: [b('b1', '20:14'), b('b2', '20:44', { seconds: 60, spots: 2 }), b('b3', '21:30')],
  spots: [
    { id: 'g', wish: '20:14:00' },
    { id: 'p', advertiser: 'B', tier: 'priority', wish: '20:30:00' },
    { id: 'r', advertiser: 'C', tier: 'remnant', off_peak: true, earliest: '23:30:00' },
  ],
  published: [{ spot: 'r', break: 'b3' }],
};
const LOG = ['g b1', 'p b2'];

/** A run of a log, as the pipeline would leave it. */
function runOf(given: Given, keys: Keys, log: readonly string[], more: Partial<Run> = {}): Run {
  const audit = audited(given, keys, ...log);
  return {
    ...{ id: '0123456789abcdef', kind: 'rotation', name: 'evening', title: 'An evening', status: 'optimal' },
    objective: { ...audit.objective, bound: audit.objective.net_score ?? 0, gap: 0 },
    ...{ metrics: audit.metrics, candidates: 9, funnel: [], audit: { passed: true, levels: [] }, notes: [] },
    scenario: {
      ...{ file: 'evening.yaml', text: 'kind: rotation', overrides: [] },
      settings: settingsOf(keys) as unknown as Run['scenario']['settings'],
    },
    provenance: {
      ...{ scenario: 'a', data: 'b', schedule: 'c', engine: 'd', solver: 'e', seed: 42, method: 'whole' },
    },
    ...{ timing: [], tables: audit.tables, ...more },
  } as Run;
}

const pageOf = (given: Given = EVENING, log: readonly string[] = LOG, keys: Keys = {}) =>
  rotationPage(runOf(given, keys, log));
const section = (id: string, ...of: Parameters<typeof pageOf>): Section => {
  const page = pageOf(...of);
  return [...(page.first ?? []), ...page.sections, ...(page.schedule ? [page.schedule] : [])].find(
    (one) => one.id === id,
  )!;
};
const captions = ({ blocks }: Section) => blocks.flatMap((block) => ('caption' in block ? [block.caption] : []));

describe('the first screen', () => {
  it('says what was placed, what it is worth and what moved', () => {
    const tiles = pageOf().tiles.map(({ label, value, note }) => `${label}: ${value} (${note})`);
    expect(tiles.slice(0, 6)).toEqual([
      'Spots placed: 2 (of 3; 1 left out)',
      'Guaranteed placed: 1 of 1 (all of them)',
      'Value placed: $20 (of $30 booked)',
      'Moved or unresolved: 66.7% (33.3% moved, 33.3% unresolved; alert: above 5%)',
      'Fill: 20% (of the seconds of 3 breaks)',
      'Changes: 1 (published spots moved or dropped)',
    ]);
  });
  it('is red where the alert is raised or a guaranteed spot is left out', () => {
    const tones = (log: readonly string[]) => pageOf(EVENING, log).tiles.map(({ tone }) => tone);
    expect(tones(LOG).slice(0, 4)).toEqual([undefined, 'good', undefined, 'poor']);
    expect(tones([]).slice(0, 4)).toEqual([undefined, 'poor', undefined, 'poor']);
  });
  it('is calm below the alert', () => {
    expect(pageOf(EVENING, LOG, { alert: 0.7 }).tiles[3]).toMatchObject({ tone: 'good' });
  });
});

describe('what became of the published log', () => {
  it('is said at first sight, by name and time', () => {
    expect(pageOf().changed).toEqual([
      { since: 'the published log', text: '2 new (A: 20:14 and 1 more), 1 dropped (C: 21:30); 0 spots as before.' },
    ]);
  });
});

describe('the log', () => {
  it('has a table for each break: time, name and fill', () => {
    expect(captions(section('log'))).toEqual([
      'The log, break by break: its spots in their order, each as long as it runs',
      'Mon 10 Mar, 20:14 (b1, drama): 30 of 120 s, 1 of 4 spots',
      'Mon 10 Mar, 20:44 (b2, drama): 30 of 60 s, 1 of 2 spots',
    ]);
  });
  it('is a timeline: the spots of a break one after another, in the length of the break', () => {
    const block = section('log').blocks[0];
    expect(block).toMatchObject({
      type: 'chart',
      chart: 'rotation-timeline',
      data: {
        breaks: [
          { label: '20:14', seconds: 120 },
          { label: '20:44', seconds: 60 },
        ],
      },
    });
    const rows = block?.type === 'chart' ? block.data.rows! : [];
    expect(rows.map(({ slot, from, to }) => [slot, from, to])).toEqual([
      ['20:14', 0, 30],
      ['20:44', 0, 30],
    ]);
  });
  it('stands first, and by day after everything else where there are many breaks', () => {
    expect(pageOf().first?.map(({ id }) => id)).toEqual(['log', 'changes']);
    const local = (index: number) => `2${Math.floor(index / 20)}:${String((index % 20) * 3).padStart(2, '0')}`;
    const breaks = Array.from({ length: 45 }, (_, index) => b(`b${index}`, local(index)));
    const spots = breaks.map((_, index) => ({ id: `s${index}`, advertiser: `A${index}` }));
    const page = pageOf(
      { breaks, spots },
      breaks.map((_, index) => `s${index} b${index}`),
    );
    expect(page.sections[0]?.id).toBe('tiers');
    expect(captions(page.schedule!)).toEqual(['Monday 10 March 2025: 45 spots in 45 breaks']);
  });
  it('says that it is empty', () => {
    expect(section('log', EVENING, []).lead).toBe('No spot is placed: the log is empty.');
  });
});

describe('what the tiers got', () => {
  it('claims an order of tiers only where the audit found no inversion', () => {
    expect(section('tiers').lead).toContain('No spot is left out where taking away lower tiers would have made room.');
    expect(section('tiers', EVENING, ['p b2']).lead).toContain('the tiers are not in order');
  });
  it('claims that each had all it could only where that is proven', () => {
    const claim = 'Each tier got all the value that it could';
    const lead = (status: Run['status']) =>
      rotationPage(runOf(EVENING, {}, LOG, { status })).sections.find(({ id }) => id === 'tiers')?.lead;
    expect(lead('optimal')).toContain(claim);
    expect(lead('feasible')).not.toContain(claim);
  });
});

describe('the other chapters', () => {
  it('name the reason of every spot left out', () => {
    expect(section('outcomes').lead).toBe(
      '1 spot moved from its wish; 1 spot worth $10 is left out. Most often: no break in its hours (1).',
    );
  });
  it('name what is owed', () => {
    expect(section('obligations').lead).toBe('1 obligation worth $10 to be made good.');
  });
  it('name what differs from the published log', () => {
    expect(section('changes').lead).toBe('0 published spots stay where they were, 0 moved, 1 was dropped; 2 are new.');
  });
  it('say that no rule may give way', () => {
    expect(section('relaxations').lead).toBe('None was allowed: every rule held for every spot.');
  });
  it('draw the breaks of prime time on one line a day', () => {
    const [chart] = section('prime').blocks;
    expect(chart).toMatchObject({
      chart: 'rotation-prime',
      data: { days: [{ label: 'Mon 10 Mar', from: 72000, to: 82800 }] },
    });
  });
  it('draw no chart of nothing', () => {
    const page = pageOf({ breaks: [], spots: [] }, []);
    expect(page.sections.flatMap(({ blocks }) => blocks).filter(({ type }) => type === 'chart')).toEqual([]);
  });
});

describe('the report', () => {
  it('is drawn whole, with every chart', async () => {
    const run = runOf({ ...EVENING, spots: EVENING.spots!.map((spot) => ({ ...spot, separation: 60 })) }, {}, LOG);
    const html = await renderReport(run, rotationPage(run));
    for (const id of ['log', 'tiers', 'outcomes', 'margins', 'prime', 'changes', 'obligations', 'relaxations'])
      expect(html).toContain(`<section id="${id}"`);
    expect(html.match(/<figure/g)?.length).toBeGreaterThanOrEqual(3);
  });
  it('takes hostile names for text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const run = runOf({ breaks: [b('b', '20:00')], spots: [{ id: 's', advertiser: name }] }, {}, ['s b']);
    expect(await renderReport(run, rotationPage(run))).not.toContain('<img');
  });
  it('has no finding where there is no log', () => {
    const page = rotationPage(runOf(EVENING, {}, [], { status: 'infeasible' }));
    expect(page).toEqual({ subtitle: 'test (UTC), Monday 10 March 2025', tiles: [], sections: [] });
  });
});

describe('the verdict', () => {
  it('gives the value of each tier, not a net score below zero', () => {
    const page = pageOf(EVENING, LOG, { weights: { shift: 1 } });
    expect(page.standing).toEqual({
      headline: 'Proven tier by tier: guaranteed $10, priority $10, remnant $0',
      detail:
        'No tier can have more without taking from one before it. With these values kept, the log costs 14 penalty points (minutes from wishes), and none costs less.',
    });
    expect(pageOf().standing!.detail).toMatch(/the log costs no penalty points\.$/);
    expect(page.figure).toEqual({ label: 'Value placed', value: '$20', unit: 'of $30 booked' });
  });
  it('claims no proof where the search was stopped', () => {
    const page = rotationPage(runOf(EVENING, {}, LOG, { status: 'feasible' }));
    expect(page.standing!.headline).toBe('Best found, not proven: guaranteed $10, priority $10, remnant $0');
    expect(page.standing!.detail).not.toMatch(/none costs less|No tier/);
  });
});
