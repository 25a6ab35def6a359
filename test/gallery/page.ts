import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Datum } from '../../src/report/page.ts';
import { loadTemplate, readAsset } from '../../src/report/templates.ts';
import { differing, type Finding } from './accepted.ts';
import type { Case, Entry } from './entry.ts';
import { caseName, renamed } from './pictures.ts';

/** Where the page is written; git ignores it, since the pictures themselves are kept. */
export const PAGE = 'test/gallery/gallery.html';

const FILE = new URL('gallery.html', import.meta.url);

/** Writes the page of all charts, with what changed first. */
export async function writePage(entries: readonly Entry[], findings: readonly Finding[]): Promise<void> {
  writeFileSync(FILE, await page(entries, findings));
}

/** Whether the page that was written last shows these very pictures beside these accepted ones. */
export function isShown(findings: readonly Finding[]): boolean {
  return existsSync(FILE) && readFileSync(FILE, 'utf8').includes(`content="${fingerprint(findings)}"`);
}

/** The page of all charts: one file, no script, no network. */
export async function page(entries: readonly Entry[], findings: readonly Finding[]): Promise<string> {
  const template = await loadTemplate('../test/gallery/page.hbs');
  const css = `${await readAsset('style.css')}\n${await readFile(new URL('page.css', import.meta.url), 'utf8')}`;
  const changed = differing(findings);
  return template({
    css,
    fingerprint: fingerprint(findings),
    count: String(entries.length),
    summary: summaryOf(changed),
    changed: changed.map(changeView),
    charts: entries.map((entry) => chartView(entry, findings)),
  });
}

const fingerprint = (findings: readonly Finding[]): string =>
  createHash('sha256')
    .update(JSON.stringify(findings.map(({ name, was, now }) => [name, was, now])))
    .digest('hex');

function summaryOf(changed: readonly Finding[]): string {
  if (changed.length === 0) return 'Every picture is the one that was accepted.';
  return `${changed.length === 1 ? 'One picture is' : `${changed.length} pictures are`} not what was accepted: look at each before you accept it.`;
}

const STATES = { same: '', changed: 'changed', new: 'new', gone: 'gone' } as const;

function changeView({ name, state, was, now }: Finding) {
  const [chart = name, size = ''] = name.split('.');
  return {
    ...{ id: `changed-${chart}-${size}`, name, state: STATES[state], size },
    was: was === null ? null : { svg: renamed(was, 'was') },
    now: now === null ? null : { svg: renamed(now, 'now') },
    both: was === null || now === null ? null : { under: renamed(was, 'under'), over: renamed(now, 'over') },
  };
}

function chartView(entry: Entry, findings: readonly Finding[]) {
  const { chart, where, asks, cases } = entry;
  const views = cases.map((one) => caseView(entry, one, findings));
  return { chart, file: `reports/charts/${chart}.vl.json`, where, asks, cases: views };
}

function caseView(entry: Entry, one: Case, findings: readonly Finding[]) {
  const name = caseName(entry, one);
  const drawings = findings.flatMap(({ name: picture, now }) => {
    const size = picture.slice(name.length + 1);
    return picture === `${name}.${size}` && now !== null ? [{ svg: now, size, label: `${name}, ${size}` }] : [];
  });
  const tables = Object.entries(one.data).map(([data, rows]) => tableView(name, data, rows));
  const count = Object.values(one.data).reduce((sum, rows) => sum + rows.length, 0);
  const note = one.name === undefined ? '' : one.name.replaceAll('-', ' ');
  return { caption: one.caption, note, drawings, label: `The rows: ${count}`, tables };
}

/** Rows as a table, each value as it stands: a rounded one would not be the one that is drawn. */
function tableView(chart: string, name: string, rows: readonly Datum[]) {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const align = (column: string) => (rows.some((row) => typeof row[column] === 'string') ? 'left' : 'right');
  const columns = names.map((label) => ({ label, align: align(label) }));
  const cells = rows.map((row) => columns.map(({ label, align }) => ({ text: String(row[label] ?? '–'), align })));
  return { id: `${chart}-${name}`, caption: `Data set “${name}” of ${chart}`, columns, rows: cells };
}
