import { readFileSync } from 'node:fs';
import { type Doc, docOf } from './comment.ts';
import { type ApiName, groups } from './names.ts';

const asset = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The reference as one page, which needs nothing beside it. */
export function apiPage(names: readonly ApiName[]): string {
  const known = new Set(names.map(({ name }) => name));
  const chapters = groups
    .map((title) => ({ title, own: names.filter(({ group }) => group === title).sort(byName) }))
    .filter(({ own }) => own.length > 0);
  const list = chapters.map(({ title, own }) => `<h2>${title}</h2><ul>${own.map(entry).join('')}</ul>`).join('\n');
  const body = chapters.map(({ title, own }) => {
    const parts = own.map((one) => section(one, known));
    return `<section class="chapter"><h2 id="${idOf(title)}">${title}</h2>\n${parts.join('\n')}</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evenhand: the library</title>
<style>
${asset('page.css')}</style>
</head>
<body>
<header><p class="kicker">Evenhand</p><h1>The library</h1>
<p>What <code>import { … } from 'evenhand'</code> offers: ${names.length} names. Every example is run by the tests. In the examples, <code>evening</code> is what <code>scenario</code> opens of <code>scenarios/rotation/prime-evening.yaml</code>, <code>run</code> its run, <code>html</code> the report of that, and <code>session</code> the same scenario opened by <code>openSession</code>; <code>week</code> is a week of loans with two cars and two partners, and <code>folder</code> an empty folder.</p></header>
<div class="columns">
<nav aria-label="Names"><label for="filter">Find a name</label><input id="filter" type="search" autocomplete="off">
<div id="names">${list}</div></nav>
<main>${body.join('\n')}</main>
</div>
<script>
${asset('filter.js')}</script>
</body>
</html>
`;
}

const byName = (a: ApiName, b: ApiName): number => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);

const idOf = (title: string): string => `chapter-${title.toLowerCase().replace(/\W+/g, '-')}`;

const entry = ({ name }: ApiName): string => `<li><a href="#${name}">${name}</a></li>`;

function section({ name, code, comment, file }: ApiName, known: ReadonlySet<string>): string {
  const { paragraphs, tags, examples } = docOf(comment);
  return [
    `<article id="${name}"><h3><a href="#${name}">${name}</a></h3>`,
    ...paragraphs.map((text) => `<p>${inline(text)}</p>`),
    tagList(tags),
    `<pre class="code">${coloured(code, { known, own: name, declares: true })}</pre>`,
    ...examples.map(
      (text) =>
        `<p class="label">Example</p><pre class="example">${coloured(text, { known, own: name, declares: false })}</pre>`,
    ),
    `<p class="file">${escaped(file)}</p></article>`,
  ].join('\n');
}

const TAGS: Readonly<Record<string, string>> = { param: '', returns: 'Returns', throws: 'Throws' };

function tagList(tags: Doc['tags']): string {
  if (tags.length === 0) return '';
  const rows = tags.map(({ tag, name, text }) => {
    const head = name === '' ? escaped(TAGS[tag] ?? tag) : `<code>${escaped(name)}</code>`;
    return `<dt>${head}</dt><dd>${inline(text)}</dd>`;
  });
  return `<dl>${rows.join('')}</dl>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Text of a doc comment: what stands between backquotes is code. */
const inline = (text: string): string => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');

const TOKEN = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`[^`]*`|[A-Za-z_$][\w$]*|[\s\S]/g;
const KEYWORDS = new Set(
  'await const export extends from function import interface keyof new readonly return type typeof undefined null void'.split(
    ' ',
  ),
);

interface Colouring {
  readonly known: ReadonlySet<string>;
  /** The name whose part of the page this is. */
  readonly own: string;
  /** Whether it is a declaration; else it is an example. */
  readonly declares: boolean;
}

/** Code with its comments, texts and keywords marked, and each name of the library a link to its place. */
function coloured(code: string, { known, own, declares }: Colouring): string {
  const tokens = code.match(TOKEN) ?? [];
  return tokens
    .map((token, at) => {
      const text = escaped(token);
      if (/^\/[*/]/.test(token)) return `<i>${text}</i>`;
      if (/^['"`]./.test(token)) return `<s>${text}</s>`;
      if (KEYWORDS.has(token)) return `<b>${text}</b>`;
      const next = tokens[at + 1] ?? '';
      const isName = known.has(token) && token !== own && tokens[at - 1] !== '.' && isUse({ token, next, declares });
      return isName ? `<a href="#${token}">${text}</a>` : text;
    })
    .join('');
}

/**
 * Whether a word is a use of the name. In a declaration, what stands before a colon is a field or a parameter, and
 * before a bracket a method; in an example, a small word by itself may be a variable.
 */
function isUse({
  token,
  next,
  declares,
}: {
  readonly token: string;
  readonly next: string;
  readonly declares: boolean;
}) {
  if (declares) return !/[:?(]/.test(next);
  return next !== ':' && (/^[A-Z]/.test(token) || /[([.]/.test(next));
}
