import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { scenarioSchema } from '../../src/domains/read.ts';
import { isValid } from './json-schema.ts';

const SCHEMA = scenarioSchema();

const committed = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => join('scenarios', file));

const spot = { id: 's1', advertiser: 'A', seconds: 30, tier: 'priority' };
const slot = { id: 'b1', local: '20:14', seconds: 120, spots: 4 };

/** An evening with these rows beside a sound break and spot. */
const evening = (more: object) => ({
  ...{ kind: 'rotation', market: { zone: 'UTC', prime: { from: '20:00', to: '23:00' } }, date: '2025-03-10' },
  ...{ breaks: [slot], spots: [spot] },
  ...more,
});

describe('the schema of scenarios', () => {
  it.each(committed)('finds nothing wrong with %s', (file) => {
    const scenario = parse(readFileSync(file, 'utf8'));
    // Of the evening one spot is there to be set aside: its wish has no zone.
    const sound = file.endsWith('prime-evening.yaml')
      ? { ...scenario, spots: scenario.spots.filter(({ wish = '' }) => !/T[\d:]+$/.test(wish)) }
      : scenario;
    expect(isValid(SCHEMA, sound)).toBe(true);
    expect(isValid(SCHEMA, scenario)).toBe(sound === scenario);
  });

  it.each([
    ['rows by the names of the table', {}],
    ['rows as a map by their key', { spots: { s1: { advertiser: 'A', seconds: 30, tier: 'remnant' } } }],
    [
      'the field names of the brief',
      {
        spots: [
          {
            ...{ spot_id: 's1', advertiser_id: 'A', duration_sec: 30, priority: 'GUARANTEED', cpm: 20 },
            ...{ requested_start_utc: '2025-03-10T20:14:00Z', frequency_cap: 3, min_separation_sec: 900 },
          },
        ],
      },
    ],
    ['a tier as a number, under its name for that', { spots: [{ ...{ ...spot, tier: undefined }, priority: 2 }] }],
    ['usual spellings', { spots: [{ ...spot, tier: 'Priority', seconds: ':30', cpm: '$1,200.50', wish: '8:14 pm' }] }],
    ['cells with nothing in them', { spots: [{ ...spot, wish: null, cap: '', categories: '' }] }],
    ['lists of words, and words in one text', { spots: [{ ...spot, categories: ['auto', 'beer'] }] }],
    ['a date that a spreadsheet writes', { breaks: [{ ...slot, date: '3/10/2025' }] }],
  ])('takes %s', (_, more) => {
    expect(isValid(SCHEMA, JSON.parse(JSON.stringify(evening(more))))).toBe(true);
  });

  it.each([
    ['no advertiser', { spots: [{ id: 's1', seconds: 30, tier: 'priority' }] }],
    ['no id under any name', { spots: [{ advertiser: 'A', seconds: 30, tier: 'priority' }] }],
    ['a column under two names', { spots: [{ ...spot, duration_sec: 30 }] }],
    ['a column that needs no value under two names', { spots: [{ ...spot, cap: 3, frequency_cap: 3 }] }],
    ['an unknown column', { spots: [{ ...spot, catagories: ['auto'] }] }],
    ['a length of nothing', { spots: [{ ...spot, seconds: 0 }] }],
    ['half a second', { spots: [{ ...spot, seconds: 30.5 }] }],
    ['a price below 0', { spots: [{ ...spot, cpm: -1 }] }],
    ['an unknown tier', { spots: [{ ...spot, tier: 'gold' }] }],
    ['a tier as a number where it is a word', { spots: [{ ...spot, tier: 2 }] }],
    ['a wish without a zone', { spots: [{ ...spot, wish: '2025-03-10T20:14:00' }] }],
    ['a local time as an instant', { spots: [{ ...spot, requested_start_utc: '20:14' }] }],
    ['a time that no clock shows', { breaks: [{ ...slot, local: '20:74' }] }],
    ['201 spots in a break', { breaks: [{ ...slot, spots: 201 }] }],
    ['a day that no month has', { breaks: [{ ...slot, date: '2025-02-30' }] }],
    ['neither yes nor no', { breaks: [{ ...slot, live: 'perhaps' }] }],
    ['a lock without a break', { locks: [{ spot: 's1' }] }],
    ['a row that is none', { spots: [17] }],
  ])('finds %s', (_, more) => {
    expect(isValid(SCHEMA, evening(more))).toBe(false);
  });
});
