import { readFileSync, writeFileSync } from 'node:fs';
import type { Entry } from './entry.ts';

const FILE = new URL('../../docs/charts.md', import.meta.url);

/** `docs/charts.md`: every chart with its accepted picture, which is kept once and only pointed to. */
export function manual(entries: readonly Entry[], names: readonly string[]): string {
  const parts = entries.map(({ chart, asks, where, cases }) => {
    const picture = names.find((name) => name === `${chart}.wide` || name === `${chart}.any`);
    const width = picture?.endsWith('.any') ? 430 : 860;
    const alt = escaped(cases[0]?.caption ?? '');
    return [
      `## ${chart}`,
      asks,
      `<img src="../test/gallery/accepted/${picture}.svg" width="${width}" alt="${alt}">`,
      `[reports/charts/${chart}.vl.json](../reports/charts/${chart}.vl.json) · ${where}`,
    ].join('\n\n');
  });
  return `${[HEAD, ...parts].join('\n\n')}\n`;
}

const HEAD = `# Charts

Each chart of the reports, drawn from a few fixed rows. \`npm run gallery\` shows them in both widths, with their rows and what changed; how a change is accepted stands in [testing.md](testing.md#charts). This page is written when pictures are accepted.`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The page as it is kept. */
export const keptManual = (): string => readFileSync(FILE, 'utf8').replaceAll('\r\n', '\n');

/** Keeps the page. */
export const keepManual = (text: string): void => writeFileSync(FILE, text);
