import type { RawTable, TableSpec } from '../table.ts';
import type { Only } from './only.ts';

/** What every source of tables but the sample and the scenario itself may say. */
interface Reading {
  /** Rows that restrict and cannot be used are left out, and the run is no proof for these data. */
  readonly unreadable?: 'leave_out' | undefined;
  /** By table and column of ours: what the column is called there. */
  readonly columns?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
}

/** A database of PostgreSQL. */
export interface PostgresSource {
  /** `env:NAME`, or an address without a password. */
  readonly url: string;
  readonly schema: string;
  /** By table of ours: what it is called there, where the names differ. */
  readonly tables: Readonly<Record<string, string>>;
  readonly only: Only;
  /** The most seconds that one statement may take. */
  readonly seconds: number;
}

/** A project of Supabase, or another PostgREST. */
export interface SupabaseSource {
  /** `env:NAME`, or an address without a secret. */
  readonly url: string;
  /** `env:NAME`. */
  readonly key: string;
  readonly schema: string;
  /** By table of ours: what it is called there, where the names differ. */
  readonly tables: Readonly<Record<string, string>>;
  readonly only: Only;
  /** The most seconds that one request may take. */
  readonly seconds: number;
}

/** A workbook (absolute path) with a sheet for each table. */
export interface XlsxSource {
  readonly xlsx: string;
  /** By table of ours: what its sheet is called, where the names differ. */
  readonly tables: Readonly<Record<string, string>>;
}

/** A folder of Parquet files (absolute path) named after the tables. */
export interface ParquetSource {
  readonly parquet: string;
}

/** Tables that the kind itself finds: in the scenario, or in a JSON file (absolute path) that it alone can read. */
type OwnSource = { readonly inline: true } | { readonly json: string };

/** Tables that are at hand at once: the sample of a seed, a folder of CSV files (absolute path), what the kind finds. */
export type LocalSource = { readonly sample: number } | ({ readonly dir: string } & Reading) | OwnSource;

/** Whether the kind itself finds its tables, so that nobody but it can read them. */
export const isOwn = (source: DataSource): source is OwnSource => 'inline' in source || 'json' in source;

/** Where the tables come from. */
export type DataSource =
  | LocalSource
  | ({ readonly postgres: PostgresSource } & Reading)
  | ({ readonly supabase: SupabaseSource } & Reading)
  | (XlsxSource & Reading)
  | (ParquetSource & Reading);

/** Whether others may write to a source while it is read. */
export const isShared = (source: DataSource): boolean => 'postgres' in source || 'supabase' in source;

/** Sources that are waited for. */
export type RemoteSource = Exclude<DataSource, LocalSource>;

/** What a source gives: tables as text, whatever they were made of, and what there is to say about the source itself. */
export interface SourceTables {
  readonly tables: readonly RawTable[];
  readonly notes: readonly string[];
}

/**
 * The contract of a source: it reads the tables that are described, and no others. An optional table that is not there
 * is left out; a required one that is not there is refused. All that comes after it (names of columns, cells, rows that
 * are set aside, duplicates, fingerprint) is the same for every source.
 */
export type ReadSource<S> = (specs: readonly TableSpec[], source: S) => Promise<SourceTables>;
