import { quoted } from '../../tables/sources/postgres/catalog.ts';

/** The two tables of publications in a schema, as statements name them. */
export const tablesIn = (schema: string) => ({
  versions: `${quoted(schema)}.versions`,
  rows: `${quoted(schema)}.version_rows`,
});

/**
 * The statements that make the tables of publications in a schema that is there. `record` is the text of a version as a file would hold it, with
 * its checksum; the rows stand a second time by themselves, so that any program can select them.
 */
export function publicationSql(schema: string): string {
  const { versions, rows } = tablesIn(schema);
  const refuse = `${quoted(schema)}.refuse_change`;
  const guard = (table: string) =>
    `create trigger never_changed before update or delete or truncate on ${table} execute function ${refuse}();`;
  return `
create table ${versions} (
  name text not null,
  version bigint not null check (version > 0),
  base bigint not null check (base = version - 1),
  kind text not null,
  title text not null,
  run text not null,
  status text not null,
  published timestamptz not null default clock_timestamp(),
  record json not null,
  primary key (name, version)
);
create table ${rows} (
  name text not null,
  version bigint not null,
  row_number integer not null,
  cells jsonb not null,
  primary key (name, version, row_number),
  foreign key (name, version) references ${versions}
);
comment on table ${versions} is 'Schedules that Evenhand published: one row a version, none ever changed';
comment on table ${rows} is 'The rows of each version, each as an object by the names of its columns';
create function ${refuse}() returns trigger language plpgsql as
  $$ begin raise exception 'a published version is never changed or removed'; end $$;
${guard(versions)}
${guard(rows)}
`;
}
