/** The worker keeps to the form's pages: staff pages are none of its business. */
const scopes = ['/c/', '/receipt'];

/**
 * Has the form kept on the phone, so that it opens without a network. A phone that cannot do so shows it online.
 * @param languages those that may be read here; the form's own words are kept in these
 */
export function keepForm(languages: readonly string[]): void {
  for (const scope of scopes) navigator.serviceWorker?.register('/sw.js', { scope }).catch(() => {});
  navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage(languages));
}

/** Asks the browser to send what waits once there is a network, even if this page is closed by then; few browsers can. */
export async function askForDelivery(): Promise<void> {
  try {
    const worker = (await navigator.serviceWorker?.getRegistration('/c/')) as
      | (ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } })
      | undefined;
    await worker?.sync?.register('outbox');
  } catch {
    // It is sent when the form is next opened.
  }
}
