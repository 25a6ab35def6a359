import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { type Problem, Refusal } from '../problems/problem.ts';
import { readJsonFile } from '../scenario/json-file.ts';
import { readFile } from '../scenario/read.ts';
import { problemsOf } from '../scenario/shape/issues.ts';
import { child, isMap, placeOf, plain, type Tree, type TreeMap } from '../scenario/yaml/tree.ts';
import { textOf } from '../storage/bodies.ts';
import { type BatchInput, type BatchPost, batchShape } from './shape.ts';

/** A batch as it was read: what it asks for, and where each part of it stands. */
export interface Batch extends BatchInput {
  readonly file: string;
  readonly written: Tree;
  /** What it takes over from a scenario, by key; places are those of that file. */
  readonly base: TreeMap['entries'];
  /** SHA-256 of all that it asks for, however it is spaced; the scenario that it takes over is part of it. */
  readonly content: string;
}

/** What a batch takes over from a scenario. */
const TAKEN = [
  'channels',
  'audiences',
  'windows',
  'caps',
  'blackouts',
  'holidays',
  'learnt',
  'published',
  'scoring',
  'weights',
  'rules',
];

/**
 * Reads a batch of posts from a JSON file.
 *
 * @throws Refusal with every problem, each at its place.
 */
export function readBatch(file: string): Batch {
  const written = readJsonFile(file);
  if (!isMap(written))
    throw new Refusal([
      { message: 'a batch is an object: {"bulk_job_id": …, "posts": […]}', place: placeOf(written, []) },
    ]);
  const parsed = batchShape.safeParse(plain(written));
  if (!parsed.success) throw new Refusal(problemsOf(parsed.error.issues, batchShape, written));
  const problems = strange(parsed.data, written);
  if (problems.length > 0) throw new Refusal(problems);
  const base = baseOf(file, parsed.data, written);
  const asked = { batch: plain(written), base: [...base].map(([key, tree]) => [key, plain(tree)]) };
  const text = textOf(JSON.parse(JSON.stringify(asked)), 'the batch', parsed.data.bulk_job_id);
  return { ...parsed.data, file, written, base, content: createHash('sha256').update(text).digest('hex') };
}

/** The platform of a post: as it says, or the word with which its content type begins. */
export const platformOf = ({ platform, content_type }: BatchPost): string | undefined =>
  platform ?? content_type?.split('_')[0];

/** What no single field shows. */
function strange({ posts, metadata: { start_after, deadline } }: BatchInput, written: Tree): readonly Problem[] {
  const at = (...path: readonly PropertyKey[]) => ({ place: placeOf(written, path) });
  const seen = new Map<string, number>();
  const problems: Problem[] = [];
  posts.forEach((post, p) => {
    const { id, channel, platform, content_type: type } = post;
    const first = seen.get(id);
    if (first !== undefined)
      problems.push({ message: `posts: the id "${id}" is that of post ${first + 1} too`, ...at('posts', p, 'id') });
    else seen.set(id, p);
    if (channel === undefined && platformOf(post) === undefined)
      problems.push({
        message: `posts: "${id}" has neither a channel nor a platform`,
        maybe: 'Maybe add "platform": "instagram".',
        ...at('posts', p),
      });
    if (platform !== undefined && type !== undefined && !type.startsWith(`${platform}_`))
      problems.push({
        message: `posts: "${id}" is for ${platform}, and ${type} is no content type of it`,
        maybe: `Maybe the platform is ${type.split('_')[0]}.`,
        ...at('posts', p, 'content_type'),
      });
    if (post.not_before !== undefined && post.deadline !== undefined && isAfter(post.not_before, post.deadline))
      problems.push({ message: `posts: "${id}" has a deadline before its not_before`, ...at('posts', p, 'deadline') });
  });
  if (start_after !== undefined && deadline !== undefined && !isAfter(deadline, start_after))
    problems.push({ message: 'metadata.deadline is not after start_after', ...at('metadata', 'deadline') });
  return problems;
}

const isAfter = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other);

function baseOf(file: string, { scenario }: BatchInput, written: Tree): TreeMap['entries'] {
  if (scenario === undefined) return new Map();
  const place = placeOf(written, ['scenario']);
  const { tree } = readFile(resolve(dirname(file), scenario));
  const kind = child(tree, 'kind');
  const word = kind && plain(kind);
  if (word !== 'posts') throw new Refusal([{ message: `scenario: ${scenario} is of another kind than posts`, place }]);
  if (tree.entries.has('data'))
    throw new Refusal([
      {
        message: `scenario: ${scenario} has its tables in other files, and a batch takes over what stands in the scenario`,
        maybe: 'Maybe write its channels into the scenario, or into the batch.',
        place,
      },
    ]);
  return new Map([...tree.entries].filter(([key]) => TAKEN.includes(key)));
}
