import type { MetricText, MetricTexts } from '../../audit/audit.ts';
import { generalTexts } from '../../runs/metric-text.ts';

/** A kind of problem, as far as its metrics need it. */
export interface KindOfMetrics {
  readonly kind: string;
  readonly title: string;
  readonly metrics?: MetricTexts;
}

/**
 * What each metric of a kind means, for a terminal.
 *
 * @example
 * metricsText(domainOf('rotation')).split('\n')[0] // 'Prime-time spots (kind: rotation)'
 */
export function metricsText({ kind, title, metrics = {} }: KindOfMetrics): string {
  const blocks = Object.entries({ ...generalTexts, ...metrics }).map(([name, text]) => {
    const { label, meaning } = text;
    const head = `${name}: ${label}${unitOf(text) && `, in ${unitOf(text)}`}; ${BETTER[text.better]}.`;
    return meaning === undefined ? head : `${head}\n  ${meaning}`;
  });
  return `${title} (kind: ${kind})\n\n${blocks.join('\n')}\n`;
}

/**
 * The metrics of several kinds as one Markdown page.
 *
 * @example
 * metricsMarkdown([domainOf('rotation')]).split('\n')[0] // '# Metrics'
 */
export function metricsMarkdown(kinds: readonly KindOfMetrics[]): string {
  const parts = kinds.flatMap(({ kind, title, metrics = {} }) => [`## ${title} (kind: ${kind})`, listOf(metrics)]);
  return `${['# Metrics', ...INTRO, '## Every kind', listOf(generalTexts), ...parts].join('\n\n')}\n`;
}

const INTRO = [
  'What each number of a schedule means. Written by `evenhand rules --metrics --markdown` from the metrics themselves; those of your own kind are printed by `evenhand rules ./errands.ts --metrics`.',
  'The name in the first column is the one to write under `expect:` in a scenario (`gini: {max: 0.25}`), and the one in `run.json`. A share is a fraction from 0 to 1, shown as a percentage. *More* and *less* say which direction is better; where neither is better, the number only informs.',
] as const;

const BETTER = {
  more: 'more is better',
  less: 'less is better',
  neutral: 'neither more nor less is better',
} as const;

const DIRECTION = { more: 'more', less: 'less', neutral: '–' } as const;

function listOf(texts: MetricTexts): string {
  const rows = Object.entries(texts).map(([name, text]) => {
    const { label, meaning = '', better } = text;
    return `| \`${name}\` | ${cell(label)} | ${unitOf(text) || '–'} | ${DIRECTION[better]} | ${cell(meaning)} |`;
  });
  return ['| metric | called | unit | better | meaning |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

const unitOf = ({ unit = '' }: MetricText): string => (unit === 'share' ? 'share (0 to 1)' : unit);

/** Text for a cell of a Markdown table. */
const cell = (text: string): string => text.replaceAll('|', '\\|');
