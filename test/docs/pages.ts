import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { evenhand } from '../cli/tiny-week.ts';

/** A fenced block of a page: what follows the three marks, and what stands between them. */
export const BLOCK = /^```([^\n]*)\n([\s\S]*?)^```$/gm;

/**
 * Carries out a page in the working folder. A block with the name of a file is written there, each line of a block of
 * commands is run, and the block of text that follows holds what the last of them wrote: it is replaced by what it
 * writes now.
 */
export async function carriedOut(page: string): Promise<string> {
  let output = '';
  let result = '';
  let end = 0;
  for (const { 0: whole, 1: head = '', 2: body = '', index } of page.matchAll(BLOCK)) {
    const [language, file] = head.split(' ');
    result += page.slice(end, index);
    end = index + whole.length;
    if (file !== undefined) {
      mkdirSync(dirname(join(process.cwd(), file)), { recursive: true });
      writeFileSync(file, body);
    }
    if (language === 'sh') for (const line of body.trim().split('\n')) output = await outputOf(line);
    result += language === 'text' ? `\`\`\`text\n${output}\`\`\`` : whole;
  }
  return result + page.slice(end);
}

/** What a command line writes, without what differs from run to run. */
async function outputOf(line: string): Promise<string> {
  const [npx, name, ...words] = line.split(' ');
  if (npx !== 'npx' || name !== 'evenhand') throw new Error(`no command of Evenhand: ${line}`);
  const { out, err } = await evenhand(...words);
  return `${[out, err]
    .map((text) => text.trimEnd())
    .filter((text) => text !== '')
    .join('\n\n')}\n`
    .replaceAll(`${process.cwd()}/`, '')
    .replace(/\b(?:[0-9a-f]{16}\b|(?<=-)[0-9a-f]{8}(?=\/))/g, '<id>')
    .replace(/\b\d+\.\d s\b/g, '0.1 s');
}
