import { untrack } from 'svelte';

/**
 * A value once it has stayed the same for a moment: for what need not follow every step of a drag. Anything comes at once after null.
 * @param value read where components read theirs
 * @param wait milliseconds
 */
export function settled<Value>(value: () => Value, wait = 120): { readonly now: Value } {
  const live = $derived(value());
  let now = $state.raw(untrack(() => live));
  $effect(() => {
    const next = live;
    const before = untrack(() => now);
    if (next === before) return;
    const timer = setTimeout(
      () => {
        now = next;
      },
      before === null ? 0 : wait,
    );
    return () => clearTimeout(timer);
  });
  return {
    get now() {
      return now;
    },
  };
}
