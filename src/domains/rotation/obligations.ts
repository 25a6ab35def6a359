import type { Problem } from '../../problems/problem.ts';

/** How far an obligation has come: open → offered → approved → booked → aired or credited; unfinished ones expire. */
export type ObligationStatus = 'open' | 'offered' | 'approved' | 'booked' | 'aired' | 'credited' | 'expired';

/** A spot that is owed. */
export interface Obligation {
  readonly spot: string;
  /** Cents. */
  readonly value: number;
  readonly status: ObligationStatus;
  readonly created: string;
  /** The last date on which it can be made good. */
  readonly expires: string;
}

/** What happened to an obligation, and on which date. */
export interface ObligationEvent {
  readonly event: 'offer' | 'approve' | 'reject' | 'book' | 'air' | 'credit' | 'expire';
  readonly on: string;
}

const AFTER: Readonly<Record<ObligationEvent['event'], Readonly<Partial<Record<ObligationStatus, ObligationStatus>>>>> =
  {
    offer: { open: 'offered' },
    approve: { offered: 'approved' },
    reject: { offered: 'open' },
    book: { approved: 'booked' },
    air: { booked: 'aired' },
    // Money settles what was never aired, at whatever point the parties agree on it.
    credit: { open: 'credited', offered: 'credited', approved: 'credited', booked: 'credited', expired: 'credited' },
    expire: { open: 'expired', offered: 'expired', approved: 'expired', booked: 'expired' },
  };

/**
 * The obligation after an event, or why the event cannot happen to it. After its last date nothing happens to it but
 * to expire or to be credited; before, it does not expire.
 *
 * @example
 * const dates = { created: '2025-03-10', expires: '2025-05-09' };
 * const owed = advance({ spot: 's1', value: 5000, status: 'open', ...dates }, { event: 'offer', on: '2025-03-12' });
 * 'status' in owed && owed.status // 'offered'
 */
export function advance(obligation: Obligation, { event, on }: ObligationEvent): Obligation | Problem {
  const { spot, status, expires } = obligation;
  const next = AFTER[event][status];
  if (next === undefined) {
    const events = Object.entries(AFTER).filter(([, steps]) => steps[status] !== undefined);
    const possible = events.map(([name]) => name).join(', ') || 'none: it is settled';
    return {
      message: `the obligation for ${spot} is ${status}: ${event} is not possible`,
      maybe: `Maybe one of: ${possible}.`,
    };
  }
  const late = on > expires;
  if (late && event !== 'expire' && event !== 'credit')
    return {
      message: `the obligation for ${spot} expired on ${expires}, before ${on}`,
      maybe: 'Maybe expire or credit it.',
    };
  if (!late && event === 'expire')
    return { message: `the obligation for ${spot} runs until ${expires}: it cannot expire on ${on}` };
  return { ...obligation, status: next };
}
