import { examplesIn } from '../house/examples.ts';

/** A doc comment, taken apart. */
export interface Doc {
  readonly paragraphs: readonly string[];
  /** What is said of parameters, of what is returned and of what is thrown: the tag, the name and the text. */
  readonly tags: readonly { readonly tag: string; readonly name: string; readonly text: string }[];
  readonly examples: readonly string[];
}

/** Takes a doc comment apart. */
export function docOf(comment: string): Doc {
  const examples = examplesIn(comment, '', 1).map(({ text }) => text);
  const text = comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^[ \t]*\*(?: |$)/gm, '')
    .trim();
  const [body = '', ...tagged] = text.split(/^@(?=\w)/m);
  const tags = tagged.flatMap((each) => {
    const [, tag = '', rest = ''] = /^(\w+)\s*([\s\S]*)$/.exec(each.trim()) ?? [];
    if (tag === 'example') return [];
    const words = rest.replace(/\s+/g, ' ');
    const [, name = '', said = words] = tag === 'param' ? (/^(\S+) (.*)$/.exec(words) ?? []) : [];
    return [{ tag, name, text: said }];
  });
  const paragraphs = body.split(/\n\s*\n/).map((each) => each.replace(/\s+/g, ' ').trim());
  return { paragraphs: paragraphs.filter((each) => each !== ''), tags, examples };
}
