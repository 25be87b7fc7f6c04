import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const rooms = ['server', 'client', 'triads', 'migrations', 'tests'];

interface Import {
  from: string;
  to: string;
  isTypeOnly: boolean;
}

const files = rooms
  .flatMap((room) => readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)))
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('node_modules') && statSync(join(root, file)).isFile());

const imports: Import[] = files.flatMap((from) => {
  const source = readFileSync(join(root, from), 'utf8');
  return [...source.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)].map(([, type, name = '']) => ({
    from,
    to: name.startsWith('.') ? relative(root, resolve(root, dirname(from), name)) : name,
    isTypeOnly: Boolean(type),
  }));
});

/** Which room may import which, from architecture.md; packages by name, own rooms by path. */
const table: [room: RegExp, allowed: RegExp][] = [
  [/^triads\/identifiers\//, /^(triads\/identifiers\/|(compromise\/two|libphonenumber-js\/min|postcode|nhs-number-validator)$)/],
  [/^triads\//, /^(triads\/|zod$|d3-|fast-kde$|@uwdata\/flechette$)/],
  [/^migrations\//, /^kysely$/],
  [/^server\/contract\//, /^(server\/contract\/|triads\/|zod$)/],
  [
    /^server\/(repositories|database)\//,
    /^(server\/(repositories|database|contract|config|problems)|triads\/|kysely$|better-sqlite3$|pg$|node:)/,
  ],
  [
    /^server\/services\//,
    /^(server\/(services|repositories|formats|live|problems|contract|database|config|demonstration|library)|triads\/|node:|kysely$)/,
  ],
  [/^server\/access\//, /^(server\/(access|repositories|config|problems|contract)|@node-rs\/argon2$|fastify$|node:)/],
  [
    /^server\/formats\//,
    /^(server\/formats|triads\/|(zod|csv-parse(\/sync)?|pdfkit|fontkit|bidi-js|wawoff2\/decompress.js|uqr|hyparquet-writer|@uwdata\/flechette)$|node:)/,
  ],
  [
    /^server\/routes\//,
    /^(server\/(routes|contract|services|repositories|access|problems)|triads\/(answers\/(submission|try-out)|framework\/file)|zod$|fastify|node:)/,
  ],
  [/^server\/description\//, /^server\/(description|access|contract|problems)|^@fastify\/swagger$|^fastify-type-provider-zod$/],
  [/^server\/library\//, /^(server\/(library|demonstration)\/|triads\/)/],
  [/^server\/demonstration\//, /^(server\/demonstration|triads\/|node:)/],
  [/^client\/(plots|parts)\//, /^(client\/(plots|parts)\/|triads\/|svelte|d3-)/],
  [/^client\/tell\//, /^(client\/(tell|plots|parts)\/|client\/api|triads\/|server\/contract\/|svelte|idb$|workbox-precaching$)/],
  [/^client\/explore\//, /^(client\/(explore|plots|parts)\/|client\/api|triads\/|server\/contract\/|svelte|d3-)/],
  [/^client\/design\//, /^(client\/(design|plots|parts)\/|client\/api|triads\/|server\/contract\/|svelte|d3-)/],
  [/^client\/office\//, /^(client\/(office|plots|parts)\/|client\/api|triads\/|server\/contract\/|svelte|d3-)/],
];

it('finds the imports of every room', () => {
  for (const room of rooms) expect([room, imports.some(({ from }) => from.startsWith(`${room}/`))]).toEqual([room, true]);
});

it('every import keeps to the table of rooms', () => {
  const wrong = imports.filter(({ from, to }) => {
    const rule = table.find(([room]) => room.test(from));
    return rule && !rule[1].test(to);
  });
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

it('pages import contracts as types alone, and nobody imports tests', () => {
  const wrong = imports.filter(
    ({ from, to, isTypeOnly }) =>
      (from.startsWith('client/') && to.startsWith('server/') && !isTypeOnly) || (!from.startsWith('tests/') && to.startsWith('tests/')),
  );
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

it('no module imports itself by way of others', () => {
  const known = new Set(files);
  const next = new Map<string, string[]>();
  for (const { from, to, isTypeOnly } of imports) if (known.has(to) && !isTypeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circle = (file: string, path: string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const to of next.get(file) ?? []) {
      const found = circle(to, [...path, file]);
      if (found) return found;
    }
    done.add(file);
    return null;
  };
  expect(files.map((file) => circle(file, [])).find(Boolean) ?? null).toBeNull();
});

it('SQL is written in repositories and the database room alone', () => {
  const wrong = imports.filter(
    ({ from, to }) => from.startsWith('server/') && to === 'kysely' && !/^server\/(repositories|database)\//.test(from),
  );
  expect(wrong.map(({ from }) => from)).toEqual([]);
  const queries = files
    .filter((file) => /^server\//.test(file) && !/^server\/(repositories|database)\//.test(file))
    .filter((file) => /\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(readFileSync(join(root, file), 'utf8')));
  expect(queries).toEqual([]);
});

it('only the keeper of texts names their table', () => {
  const naming = files
    .filter((file) => /^server\/(?!repositories\/texts\.ts|database\/tables\.ts)/.test(file))
    .filter((file) => /['"`.]texts['"`]/.test(readFileSync(join(root, file), 'utf8')));
  expect(naming).toEqual([]);
});

it('every path that the documents name exists', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).map((file) => join('docs', file))].filter((file) =>
    file.endsWith('.md'),
  );
  expect(documents.length).toBeGreaterThan(2);
  for (const document of documents) {
    const source = readFileSync(join(root, document), 'utf8');
    const named = [
      ...source.matchAll(/`((?:server|client|triads|migrations|tests|docs)\/[\w./-]*)`/g),
      ...source.matchAll(/\]\((?!https?:|#)([^)#]+)/g),
    ];
    for (const [, path = ''] of named) {
      const isThere = existsSync(join(root, path)) || existsSync(join(root, dirname(document), path));
      expect([document, path, isThere]).toEqual([document, path, true]);
    }
  }
});
