import { untrack } from 'svelte';

/** For so many milliseconds a value stays the same before it has settled. */
const wait = 120;

/**
 * A value once it has stayed the same for a moment: for what need not follow every step of a drag. Anything comes at once after null.
 * @param value read where components read theirs
 * @param isOneOfMany whether as many others settle with it, each of which has work to do: then one settles after the other
 */
export function settled<Value>(value: () => Value, isOneOfMany = false): { readonly now: Value } {
  const live = $derived(value());
  let now = $state.raw(untrack(() => live));
  $effect(() => {
    const next = live;
    const before = untrack(() => now);
    if (next === before) return;
    let isPast = false;
    const settle = () => {
      if (!isPast) now = next;
    };
    const timer = setTimeout(() => (isOneOfMany ? inTurn(settle) : settle()), before === null ? 0 : wait);
    return () => {
      isPast = true;
      clearTimeout(timer);
    };
  });
  return {
    get now() {
      return now;
    },
  };
}

const waiting: (() => void)[] = [];

/** One at a time, with room between them for what a hand does meanwhile: all plots together would hold up the page. */
function inTurn(job: () => void): void {
  if (waiting.push(job) === 1) setTimeout(doNext);
}

function doNext(): void {
  try {
    waiting[0]?.();
  } finally {
    waiting.shift();
    if (waiting.length) setTimeout(doNext);
  }
}
