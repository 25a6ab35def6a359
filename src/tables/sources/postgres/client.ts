import type { Client, QueryArrayConfig } from 'pg';
import { Refusal } from '../../../problems/problem.ts';
import { sourceMaybes, sourceProblems } from '../problems.ts';
import { secretOf, withoutSecrets } from '../secret.ts';
import type { PostgresSource } from '../source.ts';

/** A connection to a database, and how its failures are told. */
export interface Connection {
  readonly client: Client;
  /** As messages name it: `the database "fleet" at localhost:5432`. */
  readonly where: string;
  /** Does something with the database; what goes wrong is refused, and says what was being done. */
  readonly doing: <T>(what: string, work: () => Promise<T>) => Promise<T>;
}

/** Cells as the database writes them: what a text means is decided where the texts of all sources are. */
export const AS_TEXT = { getTypeParser: () => (text: string) => text } as unknown as NonNullable<
  QueryArrayConfig['types']
>;

const CONNECT_SECONDS = 20;

/**
 * Connects, works and disconnects, whatever happens.
 *
 * @throws Refusal where the database cannot be reached, and where the work fails.
 */
export async function connected<T>(
  { url, seconds }: Pick<PostgresSource, 'url' | 'seconds'>,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const { where, settings, failure } = accessTo({ url, seconds });
  const { default: pg } = await import('pg');
  const client = new pg.Client(settings);
  // A connection that is cut while nobody waits for an answer would end the process; whoever asks next is told.
  let cut: Error | undefined;
  client.on('error', (error) => {
    cut ??= error;
  });
  const doing: Connection['doing'] = async (what, ask) => {
    try {
      return await ask();
    } catch (error) {
      throw failure(error, what, cut);
    }
  };
  try {
    await doing('connecting', () => client.connect());
    return await work({ client, where, doing });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * What a client or a pool of them needs to connect, and how its failures are told.
 *
 * @throws Refusal where the environment has no such address.
 */
export function accessTo({ url, seconds }: Pick<PostgresSource, 'url' | 'seconds'>) {
  const address = addressOf(secretOf(url));
  const where = wordsOf(address);
  const settings = {
    connectionString: address.text,
    connectionTimeoutMillis: CONNECT_SECONDS * 1000,
    statement_timeout: seconds * 1000,
    application_name: 'evenhand',
    keepAlive: true,
  };
  const { secrets } = address;
  const failure = (error: unknown, what: string, cut?: Error): Error =>
    error instanceof Refusal ? error : refusalOf(error, { cut, where, what, seconds, secrets });
  return { where, settings, failure };
}

/**
 * A database in words, and its address without user and secret, by which two records tell whether they mean the same.
 *
 * @throws Refusal where the environment has no such address.
 */
export function databaseOf(url: string): { readonly where: string; readonly address: string } {
  const address = addressOf(secretOf(url));
  return { where: wordsOf(address), address: `postgres://${address.host}/${address.database}` };
}

const wordsOf = ({ database, host }: { readonly database: string; readonly host: string }): string =>
  `the database "${database}" at ${host}`;

/** The address of a database in parts that may be told, and those that may not. */
function addressOf(text: string) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^postgres(?:ql)?:$/.test(url.protocol))
    throw new Refusal([
      { message: sourceProblems.badUrl('PostgreSQL'), path: ['data'], maybe: sourceMaybes.address() },
    ]);
  // A letter such as / in a password ends the part of the address where passwords are: the rest of it would be taken for
  // the name of a database, which messages tell.
  if (/[@#]/.test(url.pathname + url.search + url.hash) || !isEncoded(url))
    throw new Refusal([{ message: sourceProblems.badLetters(), path: ['data'], maybe: sourceMaybes.letters() }]);
  const socket = url.searchParams.get('host');
  const database = decodeURIComponent(url.pathname.slice(1)) || 'postgres';
  const secrets = [text, url.password, decodeURIComponent(url.password), url.searchParams.get('password') ?? ''];
  return { text, database, host: socket ?? (url.port === '' ? url.hostname : url.host), secrets };
}

/** Whether every % of an address begins a letter that can be read. */
function isEncoded({ username, password, pathname }: URL): boolean {
  try {
    decodeURIComponent(username + password + pathname);
    return true;
  } catch {
    return false;
  }
}

interface Failure {
  readonly cut: Error | undefined;
  readonly where: string;
  readonly what: string;
  readonly seconds: number;
  readonly secrets: readonly string[];
}

/** A failure of the driver or the server in words, without a secret in them. */
function refusalOf(error: unknown, { cut, where, what, seconds, secrets }: Failure): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const code = codeOf(error);
  const why = withoutSecrets(error.message || code, secrets);
  const refusal = (message: string, maybe?: string) =>
    new Refusal([{ message, path: ['data'], ...(maybe !== undefined && { maybe }) }]);
  if (/^(?:28|3D)/.test(code)) return refusal(sourceProblems.refusedLogin(where, why));
  if (what === 'connecting') return refusal(sourceProblems.unreachable(where, why));
  if (code === '57014') return refusal(sourceProblems.tooSlow(where, what, seconds), sourceMaybes.timeout());
  if (isCut(error) || cut !== undefined) return refusal(sourceProblems.cut(where, what, why), sourceMaybes.again());
  // What has no code is a fault of this program, and hiding it would help nobody.
  return code === '' ? error : refusal(sourceProblems.refused(where, what, why));
}

/** Whether the connection itself is gone: ended by the server, or by the network. */
export const isCut = (error: unknown): boolean =>
  error instanceof Error &&
  (/^(?:57P0|08|ECONN|EPIPE|ETIMEDOUT)/.test(codeOf(error)) ||
    /^Connection terminated|not queryable|Client was closed/i.test(error.message));

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');
