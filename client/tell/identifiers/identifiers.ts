/** All that looking for identifiers takes: a part of its own, loaded on the page that needs it. */
export { default as Finds } from './Finds.svelte';
