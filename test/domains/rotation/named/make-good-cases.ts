/**
 * What is right for a spot that is owed: open → offered → approved → booked → aired, or credited; what is not settled
 * by its last date expires. Each case is an obligation that arose on 2025-03-10 and runs until 2025-05-09, the events
 * with their dates, and the state in which they leave it; or, where the last event cannot happen, why.
 */
export const makeGoodCases = [
  // The whole way, one step after the other.
  {
    events: ['offer 2025-03-11', 'approve 2025-03-12', 'book 2025-03-13', 'air 2025-03-14'],
    status: 'aired',
  },
  // What the advertiser rejects is open again, and can be offered anew.
  {
    events: ['offer 2025-03-11', 'reject 2025-03-12'],
    status: 'open',
  },
  // Money settles what was booked and never aired, even after the last date.
  {
    events: ['offer 2025-03-11', 'approve 2025-03-12', 'book 2025-03-13', 'credit 2025-06-01'],
    status: 'credited',
  },
  // No step is skipped: from open only an offer, a credit or the end is possible.
  {
    events: ['book 2025-03-11'],
    refused: 'the obligation is open; possible: offer, credit, expire',
  },
  // The last date itself still counts.
  {
    events: ['offer 2025-05-09'],
    status: 'offered',
  },
  // After it nothing happens but a credit or the end.
  {
    events: ['offer 2025-05-10'],
    refused: 'the obligation expired on 2025-05-09',
  },
  {
    events: ['expire 2025-05-10'],
    status: 'expired',
  },
  // Before it nothing expires.
  {
    events: ['expire 2025-05-09'],
    refused: 'the obligation runs until 2025-05-09: it cannot expire yet',
  },
  // What is settled stays settled.
  {
    events: ['credit 2025-03-11', 'air 2025-03-12'],
    refused: 'the obligation is credited; possible: none, it is settled',
  },
] as const;
