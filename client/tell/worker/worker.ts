import { PrecacheController } from 'workbox-precaching';
import { isFormPage } from '../address.ts';
import { DiskShelf } from '../keeping/disk.ts';
import { deliver } from '../outbox/deliver.ts';

/** The form's own files, written in by the build. The page itself is kept as `/receipt`: every page of the form is the same file. */
declare const formFiles: { url: string; revision: string | null }[];

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
declare const clients: { claim(): Promise<void> };

const files = new PrecacheController();
files.addToCacheList(formFiles);

const on = <E extends Event>(name: string, listen: (event: E) => void) => addEventListener(name, listen as (event: Event) => void);

// A new worker waits until no page of the old form is open; only then are the old form's files removed.
on<Lifetime>('install', (event) => void files.install(event));
on<Lifetime>('activate', (event) => {
  files.activate(event);
  event.waitUntil(clients.claim());
});

on<Fetching>('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  const isPage = request.mode === 'navigate';
  if (isPage && !isFormPage(pathname)) return;
  const kept = files.getCacheKeyForURL(isPage ? '/receipt' : pathname);
  if (kept) event.respondWith(files.strategy.handle({ request: new Request(kept), event }));
});

on<Syncing>('sync', (event) => {
  if (event.tag === 'outbox') event.waitUntil(deliver(new DiskShelf()).then((isEmpty) => isEmpty || Promise.reject()));
});
