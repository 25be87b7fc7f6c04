import { z } from 'zod';

/** A text that every store and every file can hold: well-formed Unicode without U+0000. */
export const storable = z
  .string()
  .refine((text) => !text.includes('\0'), 'holds a null character, which cannot be stored')
  .refine((text) => text.isWellFormed(), 'holds half of a character (a lone surrogate)');
