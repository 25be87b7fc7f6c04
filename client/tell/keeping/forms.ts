import type { Form } from '../../../server/contract/tell.ts';
import { Problem, request, Unreachable } from '../../api.ts';
import { linkKeyHeader } from '../outbox/parcel.ts';

const name = 'storyfield-forms';

/** The form as it was when it was last fetched, in this language or another one. */
export async function keptForm(path: string): Promise<Form | undefined> {
  try {
    const forms = await caches.open(name);
    const kept = (await forms.match(path)) ?? (await forms.match(path, { ignoreSearch: true }));
    return asForm(await kept?.json());
  } catch {
    return undefined;
  }
}

/** An answer as a form; nothing where a guest network answered in our place. */
function asForm(answer: Partial<Form> | null | undefined): Form | undefined {
  return answer?.version && answer.signifiers && answer.notices ? (answer as Form) : undefined;
}

declare global {
  /** What the page asked for before this script was there, in its own first lines. */
  var early: { path: string; key: string; answer: Promise<Response | undefined> } | undefined;
}

/** The form as the page itself asked for it, once; nothing where it asked for another, or was not given it. */
async function earlyForm(path: string, linkKey = ''): Promise<Form | undefined> {
  const { early } = globalThis;
  globalThis.early = undefined;
  const answer = early?.path === path && early.key === linkKey ? await early.answer : undefined;
  return answer?.ok ? asForm(await answer.json().catch(() => undefined)) : undefined;
}

/** The form as it is now. */
export async function freshForm(path: string, linkKey: string | undefined): Promise<Form> {
  try {
    const form =
      (await earlyForm(path, linkKey)) ?? asForm(await request<Form>('GET', path, undefined, { headers: linkKeyHeader(linkKey) }));
    if (!form) throw new Unreachable();
    return form;
  } catch (error) {
    if (isGone(error)) keep((forms) => forms.delete(path, { ignoreSearch: true }));
    throw error;
  }
}

/** Keeps the form for when there is no network. */
export const putForm = (path: string, form: Form): void => keep((forms) => forms.put(path, new Response(JSON.stringify(form))));

/** Whether our own server says that there is no such collection. */
export const isGone = (error: unknown): boolean => error instanceof Problem && error.isOurs && error.status === 404;

export async function forgetForms(): Promise<void> {
  await globalThis.caches?.delete(name).catch(() => {});
}

/** A phone that keeps no forms shows them online all the same. */
function keep(change: (forms: Cache) => Promise<unknown>): void {
  globalThis.caches
    ?.open(name)
    .then(change)
    .catch(() => {});
}
