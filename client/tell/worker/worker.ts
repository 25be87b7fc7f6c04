import { PrecacheController } from 'workbox-precaching';
import { isFormPage } from '../address.ts';
import { DiskShelf } from '../keeping/disk.ts';
import { deliver } from '../outbox/deliver.ts';

/** The form's own files, written in by the build. The page itself is kept as `/receipt`: every page of the form is the same file. */
declare const formFiles: { url: string; revision: string | null }[];
/** The form's own words in other languages than English, by language; kept once they may be read here. */
declare const wordFiles: Record<string, string>;

interface Lifetime extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lifetime {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Syncing extends Lifetime {
  tag: string;
}
interface Telling extends Lifetime {
  /** The languages that may be read here. */
  data: string[];
}
declare const clients: {
  claim(): Promise<void>;
  matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<{ url: string }[]>;
};

const files = new PrecacheController();
files.addToCacheList(formFiles);

const words = wordFiles;
/** Where words are kept, by file; a new worker keeps them in the languages that the old one did. */
const shelf = () => caches.open('words');
const wordsKept = async () => (await (await shelf()).keys()).map(({ url }) => new URL(url).pathname);
const languageOf = (file: string) => file.match(/(\w+)-[^/]*$/)?.[1] ?? '';

async function keepWords(languages: string[]): Promise<void> {
  const kept = await wordsKept();
  const wanted = new Set(languages.map((language) => words[language.split('-')[0] ?? '']));
  await (await shelf()).addAll([...wanted].filter((file) => file !== undefined && !kept.includes(file)) as string[]);
}

/** Drops the words of older builds, unless a page is open that an older worker of the other scope may serve: then whichever begins after it does. */
async function dropOldWords(): Promise<void> {
  const open = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.some(({ url }) => isFormPage(new URL(url).pathname))) return;
  const old = (await wordsKept()).filter((file) => words[languageOf(file)] !== file);
  await Promise.all(old.map(async (file) => (await shelf()).delete(file)));
}

const on = <E extends Event>(name: string, listen: (event: E) => void) => addEventListener(name, listen as (event: Event) => void);

// A new worker waits until no page of the old form is open; only then are the old form's files removed.
on<Lifetime>('install', (event) => {
  files.install(event);
  event.waitUntil(wordsKept().then((kept) => keepWords(kept.map(languageOf))));
});
on<Lifetime>('activate', (event) => {
  files.activate(event);
  event.waitUntil(Promise.all([dropOldWords(), clients.claim()]));
});

on<Telling>('message', (event) => event.waitUntil(keepWords(event.data)));

on<Fetching>('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  const isPage = request.mode === 'navigate';
  if (isPage && !isFormPage(pathname)) return;
  const kept = files.getCacheKeyForURL(isPage ? '/receipt' : pathname);
  if (kept) event.respondWith(files.strategy.handle({ request: new Request(kept), event }));
  else if (words[languageOf(pathname)] === pathname)
    event.respondWith(caches.match(request, { ignoreSearch: true }).then((file) => file ?? fetch(request)));
});

on<Syncing>('sync', (event) => {
  if (event.tag === 'outbox') event.waitUntil(deliver(new DiskShelf()).then((isEmpty) => isEmpty || Promise.reject()));
});
