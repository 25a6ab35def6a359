import { begins, type Shown } from './clock.ts';
import { knownOf, type Question, type Wanted } from './known.ts';
import { type Scored, timingOf } from './timing.ts';

/** A row of the schedule, looked up. */
export interface Publication extends Wanted {
  /** Minutes since 1970. */
  readonly at: number;
  readonly shown: Shown;
  readonly scored: Scored;
}

/** A row of a schedule with what the tables say of it; a text says what is wrong with it. */
export function look(row: Readonly<Record<string, unknown>>, question: Question): Publication | string {
  const known = knownOf(question);
  const wanted = known.wanted.get(String(row.post));
  if (wanted === undefined) return `there is no post ${row.post} to publish`;
  const text = String(row.at);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/.test(text))
    return `${row.post}: ${text} is no instant such as 2025-11-04T14:30Z`;
  const at = minuteOf(text);
  if (at === undefined) return `${row.post}: ${text} is no instant that exists`;
  return publicationAt(question, wanted, at);
}

function minuteOf(text: string): number | undefined {
  try {
    return begins(text, 'UTC');
  } catch {
    return undefined;
  }
}

/** A post at an instant, scored. */
export function publicationAt(question: Question, wanted: Wanted, at: number): Publication {
  return { ...wanted, at, shown: wanted.channel.shown(at), scored: timingOf(question, wanted, at) };
}
