import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rotationTables } from '../../../../src/domains/rotation/tables.ts';
import { loadData } from '../../../../src/tables/load.ts';
import type { TableSpec } from '../../../../src/tables/table.ts';
import { folder } from '../../../tables/folder.ts';
import { best, breaksAt } from '../cases.ts';

const HEADER = 'spot_id,advertiser_id,duration_sec,cpm,priority,requested_start_utc,frequency_cap,min_separation_sec\n';

/** The spots of a file with the columns of the brief, and what was wrong with others. */
function read(rows: string) {
  const dir = folder({ 'spots.csv': HEADER + rows });
  const specs = [rotationTables.spots] as unknown as readonly TableSpec[];
  const { tables, quarantined } = loadData(specs, { dir: join(dir) }, () => []);
  return { spots: tables.spots!.rows, faults: quarantined.map(({ column, reason }) => `${column}: ${reason}`) };
}

describe('the field names of the brief', () => {
  it('are a file of spots', () => {
    const { spots, faults } = read(
      's1,A,30,20,GUARANTEED,2025-03-10T20:44:00-04:00,3,900\ns2,B,15,18.5,PRIORITY,2025-03-11T00:14:00Z,,\ns3,C,60,9,REMNANT,,1,60\n',
    );
    expect(faults).toEqual([]);
    expect(spots).toMatchObject([
      {
        ...{ id: 's1', advertiser: 'A', seconds: 30, cpm: 2000, tier: 'guaranteed', wish: '2025-03-11T00:44:00Z' },
        ...{ cap: 3, separation: 900 },
      },
      { id: 's2', seconds: 15, tier: 'priority', wish: '2025-03-11T00:14:00Z', cap: null, separation: null },
      { id: 's3', tier: 'remnant', wish: null, cap: 1, separation: 60 },
    ]);
  });

  it('take 1, 2 and 3 for the tiers', () => {
    const { spots } = read('s1,A,30,20,1,,,\ns2,A,30,20,2,,,\ns3,A,30,20,3,,,\n');
    expect(spots.map(({ tier }) => tier)).toEqual(['guaranteed', 'priority', 'remnant']);
  });

  it('set aside other tiers, times without a zone, lengths of nothing', () => {
    const { spots, faults } = read(
      's1,A,30,20,4,,,\ns2,A,30,20,,,,\ns3,A,30,20,1,2025-03-10T20:44:00,,\ns4,A,30,20,1,20:44,,\ns5,A,-30,20,1,,,\ns6,A,30,20,1,,,\n',
    );
    expect(spots.map(({ id }) => id)).toEqual(['s6']);
    expect(faults).toEqual([
      'tier: not one of guaranteed or 1, priority or 2, remnant or 3; the header of this column is "priority"',
      'tier: is empty, but a value is needed; the header of this column is "priority"',
      expect.stringMatching(/^wish: no zone: /),
      expect.stringMatching(/^wish: not an instant/),
      expect.stringMatching(/^seconds: /),
    ]);
  });

  it('may stand in a scenario, beside rows with the names of the table', async () => {
    const outcome = await best({
      breaks: breaksAt('20:14', '20:44'),
      spots: [
        {
          ...{ spot_id: 's1', advertiser_id: 'A', duration_sec: 30, cpm: 20, priority: 1 },
          ...{ requested_start_utc: '2025-03-11T00:14:00Z', frequency_cap: 3, min_separation_sec: 900 },
        },
        { spot_id: 's2', advertiser_id: 'B', duration_sec: 30, cpm: 9, priority: 'REMNANT' },
        { id: 's3', advertiser: 'C', seconds: 30, cpm: 8, tier: 'priority', wish: '20:44' },
      ],
    });
    expect(outcome.quarantine).toEqual([]);
    expect(outcome.log.filter((line) => !line.startsWith('s2'))).toEqual(['s1 b2014', 's3 b2044']);
    expect(outcome.log).toHaveLength(3);
  });

  it('are read by their own rules there, and no column is said twice', async () => {
    const spot = { spot_id: 's', advertiser_id: 'A', duration_sec: 30, cpm: 9, priority: 1 };
    const { quarantine } = await best({
      breaks: breaksAt('20:14'),
      spots: [
        { ...spot, spot_id: 'good' },
        { ...spot, priority: 4 },
        { ...spot, requested_start_utc: '20:14' },
        { ...spot, seconds: 30 },
        { ...spot, duration: 30 },
      ],
    });
    expect(quarantine).toEqual([
      'spots 2 priority: not one of guaranteed or 1, priority or 2, remnant or 3',
      expect.stringMatching(/^spots 3 requested_start_utc: not an instant/),
      'spots 4 duration_sec: says the same column as "seconds": both are seconds',
      expect.stringMatching(/^spots 5 duration: is no column of spots/),
    ]);
  });

  it('name spots in locks, published logs and what aired', async () => {
    const outcome = await best({
      breaks: breaksAt('20:14', '20:44'),
      spots: [{ spot_id: 's1', advertiser_id: 'A', duration_sec: 30, cpm: 20, priority: 3 }],
      locks: [{ spot_id: 's1', break: 'b2044' }],
    });
    expect(outcome.log).toEqual(['s1 b2044']);
  });
});
