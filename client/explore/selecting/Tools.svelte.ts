import type { Form } from '../../plots/form.ts';

/** How fingers and pointers choose on plots now. */
export class Tools {
  /** Whether a finger on the board chooses; where it does not, it scrolls and opens plots. */
  fingers = $state(false);
  /** Whether what is drawn comes beside what was drawn on that plot before, as with the Shift key. */
  adds = $state(false);
  /** What is drawn on triads and stones. */
  form = $state<Form>('lasso');
}
