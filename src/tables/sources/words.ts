import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from '../../problems/problem.ts';
import { sourceMaybes, sourceProblems } from './problems.ts';
import { holdsSecret } from './secret.ts';
import type { DataSource } from './source.ts';

/** Seconds that a statement or request may take where a command names the source. */
const SECONDS = 600;

/** The variables of the environment that are meant where a command says `postgres` or `supabase` alone. */
const [DATABASE, PROJECT, KEY] = ['env:DATABASE_URL', 'env:SUPABASE_URL', 'env:SUPABASE_KEY'];

type Form = 'dir' | 'xlsx' | 'parquet' | 'sample' | 'postgres' | 'supabase';

const PREFIX = /^(dir|xlsx|parquet|sample|postgres|supabase)(?::(?!\/\/)(.*))?$/;

/**
 * The source that a word of the command line means: `sample`, `sample:7`, a folder of CSV or Parquet files, a workbook,
 * `postgres` (the database of `DATABASE_URL`; `postgres:fleet` its schema fleet), `env:NAME` (the database whose address
 * that variable holds), or `supabase`. A prefix such as `parquet:` says the form of what is not there yet.
 *
 * @throws Refusal for an address with a password, which would stay in the history of the shell.
 * @example
 * sourceNamed('sample:7') // { sample: 7 }
 * 'postgres' in sourceNamed('postgres:fleet') // true
 * 'xlsx' in sourceNamed('fleet.xlsx') // true
 */
export function sourceNamed(word: string): DataSource {
  if (word.includes('://') && holdsSecret(word))
    throw new Refusal([{ message: sourceProblems.secretInWord(), maybe: sourceMaybes.inEnvironment() }]);
  const { form, rest } = formOf(word);
  const unreadable = 'leave_out';
  if (form === 'sample') return { sample: seedOf(rest) };
  if (form === 'dir') return { dir: resolve(rest), unreadable };
  if (form === 'xlsx') return { xlsx: resolve(rest), tables: {}, unreadable };
  if (form === 'parquet') return { parquet: resolve(rest), unreadable };
  if (form === 'supabase')
    return { supabase: { url: PROJECT!, key: KEY!, schema: rest, tables: {}, only: {}, seconds: SECONDS }, unreadable };
  const url = /^(?:env:|postgres(?:ql)?:\/\/)/i.test(word) ? word : DATABASE!;
  return { postgres: { url, schema: rest, tables: {}, only: {}, seconds: SECONDS }, unreadable };
}

function formOf(word: string): { readonly form: Form; readonly rest: string } {
  if (/^(?:env:|postgres(?:ql)?:\/\/)/i.test(word)) return { form: 'postgres', rest: 'public' };
  const [, form, rest = ''] = PREFIX.exec(word) ?? [];
  if (form === 'postgres' || form === 'supabase') return { form, rest: rest === '' ? 'public' : rest };
  if (form === 'sample') return { form, rest };
  if (form !== undefined && rest !== '') return { form: form as Form, rest };
  if (/\.xlsx$/i.test(word)) return { form: 'xlsx', rest: word };
  const names = isFolder(word) ? readdirSync(word) : [];
  const only = (ending: string) => names.some((name) => name.endsWith(ending));
  return { form: only('.parquet') && !only('.csv') ? 'parquet' : 'dir', rest: word };
}

function seedOf(text: string): number {
  if (text === '') return 1;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Refusal([{ message: sourceProblems.noSeed(text), maybe: sourceMaybes.seed() }]);
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();
