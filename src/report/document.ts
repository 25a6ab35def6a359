import { sectionView, tileView } from './blocks.ts';
import { interactiveOf, interactiveStyle, interactiveView, type ReportOptions } from './interactive.ts';
import type { Section, Tile } from './page.ts';
import { nameText } from './run/sections.ts';
import { loadTemplate, readAsset } from './templates.ts';

/** A report about several runs, without a word of HTML: a sweep, or the breakpoints of a setting. */
export interface ReportDocument {
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string;
  /** The finding, before anything else. */
  readonly headline: string;
  readonly detail: string;
  readonly tone: 'good' | 'fair' | 'poor';
  readonly tiles: readonly Tile[];
  readonly sections: readonly Section[];
  /** The command that makes it again, and a sentence before it. */
  readonly again: string;
  readonly againLead: string;
  /** What it is and of which scenario, for the last line: "sweep", "la-week". */
  readonly what: string;
  readonly name: string;
}

/** Draws a sheet as one self-contained HTML file. The same sheet gives the same bytes. */
export async function renderDocument(sheet: ReportDocument, options: ReportOptions = {}): Promise<string> {
  const live = interactiveOf(options);
  const [template, style, own, more] = await Promise.all([
    loadTemplate('sweep.hbs'),
    readAsset('style.css'),
    readAsset('sweep.css'),
    interactiveStyle(live),
  ]);
  const sections = [];
  for (const [index, section] of sheet.sections.entries()) {
    sections.push({ ...(await sectionView(section, live)), number: index + 1 });
  }
  return template({
    ...sheet,
    css: style + own + more,
    kind: nameText(sheet.kind),
    variant: sheet.name,
    tiles: sheet.tiles.map(tileView),
    sections,
    againNumber: sections.length + 1,
    live: await interactiveView(live),
  });
}
