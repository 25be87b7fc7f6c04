import { z } from 'zod';
import * as submissions from '../../triads/answers/submission.ts';
import * as tryOuts from '../../triads/answers/try-out.ts';
import * as plates from '../../triads/figures/plate.ts';
import * as frameworks from '../../triads/framework/framework.ts';
import * as codesign from './codesign.ts';
import * as collections from './collections.ts';
import * as exports from './exports.ts';
import * as figures from './figures.ts';
import * as designs from './frameworks.ts';
import * as imports from './imports.ts';
import * as kept from './kept.ts';
import * as links from './links.ts';
import * as pilots from './pilot.ts';
import * as problems from './problem.ts';
import * as reviews from './reviews.ts';
import * as settings from './settings.ts';
import * as sharedOut from './shared-out.ts';
import * as staff from './staff.ts';
import * as tell from './tell.ts';

const contracts = [
  ...[submissions, tryOuts, plates, frameworks, codesign, collections, exports, figures, designs, imports, kept, links],
  ...[pilots, problems, reviews, settings, sharedOut, staff, tell],
];

/** What stands in paths, queries and headers has no name of its own in the description. */
const inRequestLine = /^(by|if)[A-Z]|(Query|Headers?)$/;

/** What is told apart by its shape: plain texts and numbers are said where they stand. */
const isShape = (schema: unknown): schema is z.ZodType =>
  [z.ZodObject, z.ZodRecord, z.ZodUnion, z.ZodEnum].some((kind) => schema instanceof kind);

/** Gives every shape of the contracts its name in the description: the one that it is exported by. */
export function nameComponents(): void {
  const named = new Map<string, unknown>();
  for (const [name, schema] of contracts.flatMap((contract) => Object.entries<unknown>(contract))) {
    if (!isShape(schema) || inRequestLine.test(name)) continue;
    const id = name[0]?.toUpperCase() + name.slice(1);
    if (named.has(id) && named.get(id) !== schema) throw new Error(`two shapes of the contracts are called ${name}`);
    named.set(id, schema);
    z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id });
  }
}
