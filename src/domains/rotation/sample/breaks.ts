import type { RawTable } from '../../../tables/table.ts';
import { BLOCKS, blockAt, SAMPLE_DAYS } from './catalog.ts';
import { random } from './random.ts';
import { clock, rawTable } from './raw.ts';

/** A break of the sample week. */
export interface Break {
  readonly id: string;
  readonly date: string;
  /** Minutes of the day, local. */
  readonly minutes: number;
  readonly seconds: number;
  readonly spots: number;
  readonly kind: 'prime' | 'off_peak' | 'remnant';
}

/** Prime time in minutes of the day: 19:30 to 23:00. */
const PRIME = { from: 1170, to: 1380 } as const;

/** Forty-three breaks a day: 24 before prime time, 16 in it, and three in the hour after it. */
export function sampleBreaks(seed: number): readonly Break[] {
  const draw = random(seed, 'breaks');
  return SAMPLE_DAYS.flatMap((date) =>
    [...before(), ...prime(), ...after()].map(([base, kind]): Break => {
      const minutes = base + draw.int(-2, 2);
      const seconds = draw.pick([120, 150, 180]);
      const id = `${date.slice(5).replace('-', '')}-${clock(minutes).replace(':', '')}`;
      return { id, date, minutes, seconds, spots: seconds / 30, kind };
    }),
  );
}

type Place = readonly [minutes: number, kind: Break['kind']];

const every = (from: number, step: number, count: number, kind: Break['kind']): readonly Place[] =>
  Array.from({ length: count }, (_, index) => [from + step * index, kind]);

const before = () => every(372, 33, 24, 'off_peak');
const prime = () => every(PRIME.from + 8, 13, 16, 'prime');
const after = () => every(PRIME.to + 12, 17, 3, 'remnant');

/** The table `breaks`, with two rows that cannot be used: no length, and a time that no clock shows. */
export function breaksTable(breaks: readonly Break[]): RawTable {
  const rows = breaks.map(({ id, date, minutes, seconds, spots, kind }) => {
    const { id: block, tags } = blockAt(minutes);
    const live = tags.includes('live') ? 'true' : 'false';
    return { id, date, local: clock(minutes), seconds, spots, block, kind, live };
  });
  const unusable = [
    { id: '0305-0000', date: '2025-03-05', local: '12:20', seconds: 0, spots: 4, kind: 'off_peak' },
    { id: '0309-2530', date: '2025-03-09', local: '31:30', seconds: 120, spots: 4, kind: 'remnant' },
  ];
  return rawTable(
    'breaks',
    ['id', 'date', 'local', 'seconds', 'spots', 'block', 'kind', 'live'],
    [...rows, ...unusable],
  );
}

/** The table `blocks`. */
export function blocksTable(): RawTable {
  return rawTable('blocks', ['id', 'tags'], BLOCKS);
}
