import { nearest } from '../problems/nearest.ts';
import { type Place, type Problem, Refusal } from '../problems/problem.ts';
import { cut } from '../tables/problems.ts';

/** What can be wrong with the log of events. */
export const eventProblems = {
  missing: (column: string, place: Place): Problem => ({
    message: `${column} is empty`,
    place,
    maybe: `Maybe the row is no event: each needs at, job, channel and event.`,
  }),
  unknown: (event: string, known: readonly string[], place: Place): Problem => {
    const meant = nearest(event, known);
    const list = known.join(', ');
    const maybe =
      meant === undefined
        ? `Maybe one of these is meant: ${list}.`
        : `Maybe you meant "${meant}" (known here: ${list}).`;
    return { message: `unknown event "${cut(event)}"`, place, maybe };
  },
  instant: (column: string, value: string, place: Place): Problem => ({
    message: `${column}: "${cut(value)}" is no instant with its zone`,
    place,
    maybe: 'Maybe write it as 2026-03-02T09:00:00Z or 2026-03-02T10:00:00+01:00.',
  }),
  number: (column: string, value: string, place: Place): Problem => ({
    message: `${column}: "${cut(value)}" is no number from 0`,
    place,
    maybe: 'Maybe leave the cell empty where nobody knows it.',
  }),
  broken: (reason: string, place: Place): Problem => ({ message: reason, place }),
  columns: (missing: readonly string[], place: Place): Problem => ({
    message: `without the column${missing.length === 1 ? '' : 's'} ${missing.join(', ')}`,
    place,
    maybe: 'Maybe the first line is no header: at, job, channel, event, planned_at, attempt, retry_after.',
  }),
  json: (reason: string, place: Place): Problem => ({
    message: `is no JSON object: ${cut(reason)}`,
    place,
    maybe: 'Maybe the file should end in .csv: in .json and .jsonl each line is one object.',
  }),
};

/** What a store holds cannot be read. */
export const unreadableState = (place: string): Refusal =>
  new Refusal([
    { message: 'is no state of the adaptive cycle', place: { file: place }, maybe: 'Maybe choose another --store.' },
  ]);

/** Another cycle was faster. */
export const otherCycle = (place: string): Refusal =>
  new Refusal([
    {
      message: 'another cycle has kept a newer version meanwhile',
      place: { file: place },
      maybe: 'Maybe another "evenhand adapt" ran at the same time: run it again.',
    },
  ]);
