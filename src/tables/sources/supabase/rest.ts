import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../../../problems/problem.ts';
import { sourceMaybes, sourceProblems } from '../problems.ts';
import { secretOf, withoutSecrets } from '../secret.ts';
import type { SupabaseSource } from '../source.ts';

/** An answer of the interface. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** How many rows there are in all, where it was asked for; undefined where the interface does not say. */
  readonly total: number | undefined;
}

/** How a path is asked for. */
interface How {
  /** Also say how many rows there are in all. */
  readonly count?: boolean;
  /** Refusals that the asker looks at itself. */
  readonly may?: readonly number[];
}

/** What asks the interface of one project. */
export interface Rest {
  /** As messages name it: `the interface at name.supabase.co`. */
  readonly where: string;
  /**
   * Asks for a path below the root, such as `/vehicles?limit=1`. What may pass (too many requests, a fault of the server,
   * a network that is gone) is asked again, later and later.
   *
   * @throws Refusal where it does not pass.
   */
  readonly ask: (path: string, during: string, how?: How) => Promise<Answer>;
}

/** How often is asked at the most, and how long is waited before each time. */
const WAITS = [0, 0.25, 0.5, 1, 2, 4, 8] as const;
const LONGEST_WAIT = 30;
const PASSING: readonly number[] = [408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524];

/**
 * Opens the interface of a project: Supabase's lies below `/rest/v1`, that of PostgREST itself at the root.
 *
 * @throws Refusal where the address is none, or a secret is not in the environment.
 */
export function restOf({ url, key, schema, seconds }: SupabaseSource): Rest {
  const address = secretOf(url).replace(/\/+$/, '');
  const secret = secretOf(key);
  const parsed = URL.canParse(address) ? new URL(address) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol))
    throw new Refusal([{ message: sourceProblems.wrongUrl(), path: ['data'], maybe: sourceMaybes.api() }]);
  const hosted = parsed.pathname === '/' && /\.supabase\.(?:co|in|red)$/.test(parsed.hostname);
  const root = hosted ? `${address}/rest/v1` : address;
  const where = `the interface at ${parsed.host}`;
  const headers = { apikey: secret, authorization: `Bearer ${secret}`, 'accept-profile': schema };
  const clean = (text: string) => withoutSecrets(text, [secret, parsed.password]).slice(0, 300);

  /** One try: an answer, or what may pass and how many seconds the server asks to wait. */
  const once = async (
    path: string,
    count: boolean,
  ): Promise<Answer | { readonly why: string; readonly wait: number }> => {
    try {
      const response = await fetch(root + path, {
        headers: count ? { ...headers, prefer: 'count=exact' } : headers,
        // A secret goes to the address that was named, and nowhere else.
        redirect: 'error',
        signal: AbortSignal.timeout(seconds * 1000),
      });
      const text = await response.text();
      if (PASSING.includes(response.status))
        return { why: `status ${response.status}`, wait: Number(response.headers.get('retry-after')) || 0 };
      const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
      return { status: response.status, body: parsedOf(text), total: total === undefined ? undefined : Number(total) };
    } catch (error) {
      return { why: clean(reasonOf(error)), wait: 0 };
    }
  };

  return {
    where,
    ask: async (path, during, { count = false, may = [] } = {}) => {
      let why = '';
      let asked = 0;
      for (const seconds of WAITS) {
        await wait(Math.min(LONGEST_WAIT, Math.max(seconds, asked)) * 1000);
        const answer = await once(path, count);
        if (!('why' in answer)) {
          const fine = answer.status < 300 || may.includes(answer.status);
          return fine ? answer : refuse(where, during, answer, clean);
        }
        why = answer.why;
        asked = answer.wait;
      }
      throw new Refusal([{ message: sourceProblems.noAnswer(where, during, why, WAITS.length), path: ['data'] }]);
    },
  };
}

function refuse(where: string, during: string, { status, body }: Answer, clean: (text: string) => string): never {
  const said = Object(body) as { readonly message?: unknown; readonly hint?: unknown };
  const why = [said.message, said.hint].filter((text) => typeof text === 'string').join('; ');
  const maybe = status === 401 || status === 403 ? sourceMaybes.key() : status === 404 ? sourceMaybes.api() : undefined;
  const message = sourceProblems.answer(where, during, status, clean(why));
  throw new Refusal([{ message, path: ['data'], ...(maybe !== undefined && { maybe }) }]);
}

/** JSON; a page of HTML, as a wrong address answers, is no answer of the interface and reads as nothing. */
function parsedOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Why a request failed: `fetch` hides it one level down. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause ? String(cause.code) : cause.message;
}
