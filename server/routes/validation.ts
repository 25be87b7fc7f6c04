import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { plainFault } from '../contract/plain-faults.ts';
import { faultsOf, problems } from '../problems.ts';

/** Holds each part of a request to its contract. A path that cannot name anything is a path to nothing. */
export const validatorCompiler: FastifySchemaCompiler<unknown> = ({ schema, httpPart }) => {
  return (value) => {
    const parsed = (schema as z.ZodType).safeParse(value, { error: plainFault });
    if (parsed.success) return { value: parsed.data };
    return { error: httpPart === 'params' ? problems.notFound() : problems.invalid(faultsOf(parsed.error.issues)) };
  };
};

/**
 * As above, but the body is passed on as it came: which schema a submission is held against depends on the version that it
 * names, and what its key means comes before that.
 */
export const submissionValidator: FastifySchemaCompiler<unknown> = (route) => {
  if (route.httpPart === 'body') return (value) => ({ value });
  const validate = validatorCompiler(route) as (value: unknown) => { value: unknown } | { error: Error };
  if (route.httpPart !== 'headers') return validate;
  return (value) => {
    const result = validate(value);
    return 'error' in result ? { error: problems.noIdempotencyKey() } : result;
  };
};
