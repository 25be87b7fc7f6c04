import type { z } from 'zod';

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object of named values',
  null: 'null',
};

const kindOf = (expected: string) => kinds[expected] ?? `of the kind “${expected}”`;

const counted = (origin: string, count: number | bigint) =>
  origin === 'string' ? `${count} ${count === 1 ? 'character' : 'characters'}` : `${count} ${count === 1 ? 'entry' : 'entries'}`;

/** What is wrong with a value, for whoever sent it; a contract that says so itself is heard first. */
export const plainFault: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `should be ${kindOf(issue.expected)}`;
    case 'too_small':
      if (issue.origin !== 'string' && issue.origin !== 'array') return `is less than ${issue.minimum}`;
      return issue.minimum === 1 ? 'is empty' : `has fewer than ${counted(issue.origin, issue.minimum)}`;
    case 'too_big':
      if (issue.origin !== 'string' && issue.origin !== 'array') return `is more than ${issue.maximum}`;
      return `has more than ${counted(issue.origin, issue.maximum)}`;
    case 'invalid_value':
      return issue.values.length > 12 ? 'is none of the values that it may have' : `should be ${issue.values.join(' or ')}`;
    case 'invalid_format':
      if (issue.format === 'email') return 'is not an email address';
      return issue.format === 'uuid' ? 'should be a UUID' : 'is not written as it should be';
    case 'invalid_union':
      return 'is nothing that it may be';
    default:
      return 'is not as it should be';
  }
};
