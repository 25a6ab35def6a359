import { describe, expect, it } from 'vitest';
import { audited, broken, records } from './audit-fixture.ts';

const b = (id: string, local: string, more = {}) => ({ id, local: `${local}:00`, ...more });
const remnant = { tier: 'remnant' as const };
const FULL = { breaks: [b('b', '20:00', { seconds: 30, spots: 1 })] };

describe('tier inversion', () => {
  it('is named: a remnant stands where a guaranteed spot is left out', () => {
    const given = { ...FULL, spots: [{ id: 'g' }, { id: 'r', advertiser: 'B', ...remnant }] };
    expect(broken(given, {}, 'r b')).toEqual(['tier g']);
    expect(broken(given, {}, 'g b')).toEqual([]);
  });
  it('is named: a spot that simply fits is left out', () => {
    const found = audited({ breaks: [b('b', '20:00')], spots: [{ id: 'g' }] }, {});
    expect(found.violations.map(({ text }) => text)).toEqual([
      'g (guaranteed) is left out of b, though it fits as the log is',
    ]);
  });
  it('looks across breaks: a remnant of the same advertiser stands too near', () => {
    const given = {
      breaks: [b('b', '20:00'), b('c', '20:10', { seconds: 30, spots: 1 })],
      spots: [
        { id: 'g', separation: 900 },
        { id: 'r', separation: 900, ...remnant },
      ],
    };
    expect(broken(given, {}, 'r c')).toEqual(['tier g']);
  });
  it('looks at caps: a remnant uses up the cap of the advertiser', () => {
    const given = {
      breaks: [b('b', '20:00'), b('c', '20:30')],
      spots: [
        { id: 'g', cap: 1 },
        { id: 'r', cap: 1, ...remnant },
      ],
    };
    expect(broken(given, { rules: { rolling_seconds: 3600 } }, 'r c')).toEqual(['tier g']);
  });
  it('is none among spots of one tier', () => {
    const given = { ...FULL, spots: [{ id: 'g' }, { id: 'h', advertiser: 'B', cpm: 1 }] };
    expect(broken(given, {}, 'h b')).toEqual([]);
  });
  it('is none where a locked remnant has the place', () => {
    const given = {
      ...FULL,
      spots: [{ id: 'g' }, { id: 'r', advertiser: 'B', ...remnant }],
      locks: [{ spot: 'r', break: 'b' }],
    };
    expect(broken(given, {}, 'r b')).toEqual([]);
  });
  it('is none where the spot may not stand anyway', () => {
    const given = {
      breaks: [b('b', '19:00')],
      spots: [{ id: 'g' }, { id: 'r', advertiser: 'B', off_peak: true, ...remnant }],
    };
    expect(broken(given, {}, 'r b')).toEqual([]);
  });
  it('where distances are robust, uses those that hold whatever the order in a break', () => {
    const given = {
      breaks: [b('b', '20:00'), b('c', '20:17', { spots: 1 })],
      spots: [
        { id: 'g', separation: 900 },
        { id: 'h', separation: 900 },
        { id: 'r', advertiser: 'B', ...remnant },
      ],
    };
    // From the end of b at 20:02 to 20:17 there are 900 s exactly; one second less and nothing is lost.
    const rules = { robust: true };
    expect(broken(given, { rules }, 'g b', 'r c')).toEqual(['tier h']);
    const nearer = { ...given, breaks: [given.breaks[0]!, { ...given.breaks[1]!, local: '20:16:59' }] };
    expect(broken(nearer, { rules }, 'g b', 'r c')).toEqual([]);
  });
  it('where they are robust, counts breaks together in a window from the end of the earlier', () => {
    const at = (local: string) => ({
      breaks: [b('b', '20:00'), { ...b('c', '21:00'), local }],
      spots: ['g', 'h'].map((id) => ({ id, cap: 1 })),
    });
    const rules = { rolling_seconds: 3600, robust: true };
    expect(broken(at('21:01:59'), { rules }, 'g b')).toEqual([]);
    expect(broken(at('21:02:00'), { rules }, 'g b')).toEqual(['tier h']);
  });
  it('is none where the spot would have to stand beside a competitor', () => {
    const given = {
      breaks: [b('b', '20:00', { seconds: 90, spots: 2 })],
      spots: [
        { id: 'g', categories: ['auto'] },
        { id: 'h', advertiser: 'B', categories: ['auto'] },
        { id: 'r', advertiser: 'C', ...remnant },
      ],
    };
    expect(broken(given, {}, 'g b', 'r b')).toEqual([]);
  });
  it('is none where taking the remnant away would bring two competitors side by side', () => {
    const given = {
      breaks: [b('b', '20:00', { seconds: 90 }), b('c', '20:05', { seconds: 30 })],
      spots: [
        { id: 'g', advertiser: 'C', separation: 900, earliest: '20:05:00' },
        { id: 'h', advertiser: 'A', categories: ['auto'] },
        { id: 'i', advertiser: 'B', categories: ['auto'] },
        { id: 'r', advertiser: 'C', separation: 900, ...remnant },
      ],
    };
    expect(broken(given, {}, 'h b', 'r b', 'i b')).toEqual([]);
  });
});

describe('tier inversion, between spots as they air', () => {
  const away = { separation: 900 };
  /** g of A at 20:00:00, over at 20:00:30; a remnant alone in c, where h of A would be. */
  const alone = (local: string) => ({
    breaks: [b('b', '20:00'), { ...b('c', '20:00', { spots: 1 }), local }],
    spots: [
      { id: 'g', ...away },
      { id: 'h', ...away },
      { id: 'r', advertiser: 'B', ...remnant },
    ],
  });
  it('is measured from the end of the one to the start of the other', () => {
    expect(broken(alone('20:15:30'), {}, 'g b', 'r c')).toEqual(['tier h']);
    expect(broken(alone('20:15:29'), {}, 'g b', 'r c')).toEqual([]);
  });
  it('counts a rolling window from start to start', () => {
    const at = (local: string) => ({
      breaks: [b('b', '20:00'), { ...b('c', '21:00'), local }],
      spots: ['g', 'h'].map((id) => ({ id, cap: 1 })),
    });
    const rules = { rolling_seconds: 3600 };
    expect(broken(at('21:00:00'), { rules }, 'g b')).toEqual(['tier h']);
    expect(broken(at('20:59:59'), { rules }, 'g b')).toEqual([]);
  });
  it('lets the spot stand behind the others of its break', () => {
    const behind = (local: string) => ({
      breaks: [b('b', '20:00'), { ...b('c', '20:00'), local }],
      spots: [
        { id: 'g', ...away },
        { id: 'h', ...away },
        { id: 'o', advertiser: 'B' },
      ],
    });
    // h would begin half a minute after c: at 20:15:30 or a second before.
    expect(broken(behind('20:15:00'), {}, 'g b', 'o c')).toEqual(['tier h']);
    expect(broken(behind('20:14:59'), {}, 'g b', 'o c')).toEqual([]);
  });
  it('lets a break near it stand in another order', () => {
    const other = (local: string) => ({
      breaks: [b('b', '20:00'), { ...b('c', '20:00', { spots: 1 }), local }],
      spots: [
        { id: 'g', ...away },
        { id: 'h', ...away },
        { id: 'o', advertiser: 'B' },
      ],
    });
    // As b is, g is over at 20:01; it can be first, and over at 20:00:30.
    expect(broken(other('20:15:30'), {}, 'o b', 'g b')).toEqual(['tier h']);
    expect(broken(other('20:15:29'), {}, 'o b', 'g b')).toEqual([]);
  });
  it('leaves an order that has happened as it is', () => {
    const given = {
      breaks: [b('b', '20:00', { locked: true }), { ...b('c', '20:15', { spots: 1 }), local: '20:15:30' }],
      spots: [
        { id: 'g', ...away },
        { id: 'h', ...away },
        { id: 'o', advertiser: 'B' },
      ],
      published: [
        { spot: 'o', break: 'b', position: 1 },
        { spot: 'g', break: 'b', position: 2 },
      ],
    };
    expect(broken(given, {}, 'o b', 'g b')).toEqual([]);
  });
  it('is none where the remnant that would go keeps another spot at its distance', () => {
    const given = {
      breaks: [b('b', '20:00', { seconds: 90 }), b('c', '20:15', { spots: 2 })],
      spots: [
        { id: 'g', advertiser: 'C', seconds: 45, categories: ['beer'] },
        { id: 'i', advertiser: 'C', seconds: 45, tier: 'priority' as const, ...away },
        { id: 'h', seconds: 15, tier: 'priority' as const, categories: ['beer'], position: 'last' as const },
        { id: 'r', advertiser: 'B', seconds: 45, ...remnant, position: 'first' as const },
      ],
    };
    // Without r before it, i would begin at 20:15, 855 s after g; and h may not stand beside g.
    expect(broken(given, {}, 'g b', 'r c', 'i c')).toEqual([]);
    const later = { ...given, breaks: [given.breaks[0]!, { ...given.breaks[1]!, local: '20:15:45' }] };
    expect(broken(later, {}, 'g b', 'r c', 'i c')).toEqual(['tier h']);
  });
});

describe('spots left out', () => {
  const why = (given: Parameters<typeof audited>[0], keys: Parameters<typeof audited>[1], ...log: readonly string[]) =>
    records(audited(given, keys, ...log).tables.unplaced).map(({ spot, reason, text }) => ({ spot, reason, text }));
  it('say what kept them out of the breaks that their terms allow', () => {
    const given = { ...FULL, spots: [{ id: 'g' }, { id: 'h', advertiser: 'B' }] };
    const text = 'the one break that its terms allow is full, at their number of spots';
    expect(why(given, {}, 'g b')).toEqual([{ spot: 'h', reason: 'capacity', text }]);
  });
  it('say when their terms allow no break', () => {
    const given = { breaks: [b('b', '19:00'), b('c', '23:30')], spots: [{ id: 'g' }] };
    const text = 'its terms allow no break: 2 outside prime time';
    expect(why(given, {})).toEqual([{ spot: 'g', reason: 'prime', text }]);
  });
  it('stand by tier, then by value', () => {
    const spots = [
      { id: 'r', ...remnant, cpm: 9000 },
      { id: 'g', cpm: 100 },
      { id: 'h', cpm: 200 },
    ];
    expect(why({ breaks: [], spots }, {}).map(({ spot }) => spot)).toEqual(['h', 'g', 'r']);
  });
});
