import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../../src/problems/problem.ts';
import { best, breaksAt, type Keys, spot } from '../cases.ts';

const DAY: Keys = {
  now: '2025-03-10T20:20:00-04:00',
  breaks: [...breaksAt('20:14', '20:44'), { ...breaksAt('21:00')[0], locked: true }],
  spots: [spot('s'), spot('t', { advertiser: 'B' }), spot('u', { advertiser: 'C' })],
  published: [
    { spot: 's', break: 'b2014', position: 1 },
    { spot: 't', break: 'b2100', position: 1 },
  ],
};

/** The log with a lock, or the messages with which it is refused. */
async function locked(lock: Keys): Promise<readonly string[]> {
  try {
    return (await best({ ...DAY, locks: [lock] })).log;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ message }) => message);
  }
}

describe('a lock and what has happened', () => {
  it('puts a spot into an open break, or adds it to a closed one', async () => {
    expect(await locked({ spot: 'u', break: 'b2044' })).toContain('u b2044');
    expect(await locked({ spot: 'u', break: 'b2100' })).toEqual(['s b2014', 't b2100', 'u b2100']);
  });

  it('may say again where a spot has aired', async () => {
    expect(await locked({ spot: 's', break: 'b2014', position: 1 })).toContain('s b2014');
  });

  it('cannot put a spot into a break that has aired', async () => {
    expect(await locked({ spot: 'u', break: 'b2014' })).toEqual(['u is locked to b2014, which has aired without it']);
  });

  it('cannot move a spot out of a break that has aired or is closed', async () => {
    expect(await locked({ spot: 's', break: 'b2044' })).toEqual([
      's is locked to b2044, but was published in b2014, which has aired',
    ]);
    expect(await locked({ spot: 't', break: 'b2044' })).toEqual([
      't is locked to b2044, but was published in b2100, which is closed',
    ]);
  });

  it('cannot change the place at which a spot has aired', async () => {
    expect(await locked({ spot: 's', break: 'b2014', position: 2 })).toEqual([
      's is locked to b2014 at 2, which has aired with it at 1',
    ]);
  });
});
