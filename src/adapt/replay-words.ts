import type { ResultTable } from '../tables/result.ts';
import { percent } from '../text/format.ts';
import { type Measures, shareOf } from './measure.ts';
import { spanText } from './names.ts';
import type { Replay } from './replay.ts';

/** What the simulation assumes of the platforms. */
export function replayLead({ limits }: Replay): string {
  if (limits.length === 0) return 'No platform refused a call in the log, so that the simulated ones have no limit.';
  const each = limits
    .map(({ channel, atOnce, perHour }) => `${channel} ${atOnce} at once and ${perHour} an hour`)
    .join(', ');
  return `As many calls are refused by chance as in the log. Limits, as far as the log shows them: ${each}.`;
}

/** What would have happened, with the old and the new parameters side by side. */
export function replayTable({ before, after }: Replay): ResultTable {
  const sides = [before, after];
  const shareText = (share: Measures['limited']): string => {
    const value = shareOf(share);
    return value === null ? '–' : percent(value);
  };
  const late = ({ latency }: Measures): string => (latency === null ? '–' : spanText(latency.p95));
  return {
    columns: [
      { name: 'measure', type: 'text', label: 'Measure' },
      { name: 'before', type: 'text', label: 'Parameters before', align: 'right' },
      { name: 'after', type: 'text', label: 'Parameters now', align: 'right' },
    ],
    rows: [
      ['Started on time', ...sides.map(({ measures }) => shareText(measures.adherence))],
      ['Refused with 429', ...sides.map(({ measures }) => shareText(measures.limited))],
      ['19 of 20 began within', ...sides.map(({ measures }) => late(measures))],
      ['Published', ...sides.map(({ measures }) => String(measures.published))],
      ['Published twice', ...sides.map(({ twice }) => String(twice))],
      ['Lost', ...sides.map(({ lost }) => String(lost))],
    ],
  };
}
