import { describe, expect, it } from 'vitest';
import { advance, type Obligation, type ObligationEvent } from '../../../src/domains/rotation/obligations.ts';

const owed: Obligation = { spot: 's1', value: 5000, status: 'open', created: '2025-03-10', expires: '2025-05-09' };

const through = (...events: readonly (readonly [ObligationEvent['event'], string])[]) =>
  events.reduce<Obligation>((now, [event, on]) => advance(now, { event, on }) as Obligation, owed);

describe('advance', () => {
  it('goes from open to aired', () => {
    const aired = through(
      ['offer', '2025-03-11'],
      ['approve', '2025-03-12'],
      ['book', '2025-03-13'],
      ['air', '2025-03-14'],
    );
    expect(aired).toEqual({ ...owed, status: 'aired' });
  });

  it('opens again what was rejected', () => {
    expect(through(['offer', '2025-03-11'], ['reject', '2025-03-12']).status).toBe('open');
  });

  it('credits what was booked and never aired, even late', () => {
    const booked = through(['offer', '2025-03-11'], ['approve', '2025-03-12'], ['book', '2025-03-13']);
    expect(advance(booked, { event: 'credit', on: '2025-06-01' })).toMatchObject({ status: 'credited' });
  });

  it('skips no step, and names the steps that are possible', () => {
    expect(advance(owed, { event: 'book', on: '2025-03-11' })).toEqual({
      message: 'the obligation for s1 is open: book is not possible',
      maybe: 'Maybe one of: offer, credit, expire.',
    });
  });

  it('lets nothing happen after the last date', () => {
    expect(advance(owed, { event: 'offer', on: '2025-05-09' })).toMatchObject({ status: 'offered' });
    expect(advance(owed, { event: 'offer', on: '2025-05-10' })).toMatchObject({
      message: expect.stringContaining('expired on'),
    });
  });

  it('expires after the last date, not before', () => {
    expect(advance(owed, { event: 'expire', on: '2025-05-10' })).toMatchObject({ status: 'expired' });
    expect(advance(owed, { event: 'expire', on: '2025-05-09' })).toMatchObject({
      message: expect.stringContaining('cannot expire'),
    });
  });

  it('never leaves a settled state', () => {
    const credited = through(['credit', '2025-03-11']);
    expect(advance(credited, { event: 'air', on: '2025-03-12' })).toMatchObject({
      maybe: 'Maybe one of: none: it is settled.',
    });
  });
});
