import { createHash } from 'node:crypto';
import { submission } from '../../triads/answers/submission.ts';
import * as tell from '../contract/tell.ts';
import { compressed } from './compressed.ts';
import type { App } from './door.ts';
import { isFresh } from './fresh.ts';
import { submissionValidator } from './validation.ts';

/** Enough for 10,000 characters written as JSON escapes, and every answer beside them. */
const largestSubmission = 256 * 1024;

/** Participants' routes: no account, nothing logged. */
export function tellRoutes(app: App): void {
  const { forms, submissions, receipts } = app.house;
  const config = { access: 'participant' as const };

  app.get(
    '/api/v1/collections/:slug/form',
    {
      config,
      onSend: compressed,
      schema: {
        summary: 'Fetch the form of a collection',
        params: tell.bySlug,
        querystring: tell.formQuery,
        headers: tell.formHeaders,
        response: { 200: tell.form, 304: tell.unchanged },
      },
    },
    async (request, reply) => {
      const form = await forms.form(request.params.slug, request.query.language, request.headers['collection-key']);
      // Weak, since it may travel compressed.
      const tag = createHash('sha256').update(JSON.stringify(form)).digest('base64url');
      return isFresh(request, reply, `W/"${tag}"`) ? reply.code(304).send(null) : form;
    },
  );

  app.post(
    '/api/v1/collections/:slug/stories',
    {
      config,
      bodyLimit: largestSubmission,
      schema: {
        summary: 'Send a story',
        refuses: [
          'noIdempotencyKey',
          'linkKeyMissing',
          'linkKeyUnknown',
          'linkKeyRevoked',
          'notOpenYet',
          'closed',
          'conflict',
          'withdrawn',
        ],
        params: tell.bySlug,
        headers: tell.submissionHeaders,
        body: submission,
        response: tell.submitted,
      },
      validatorCompiler: submissionValidator,
    },
    async (request, reply) => {
      const { 'idempotency-key': key, 'collection-key': linkKey } = request.headers;
      const outcome = await submissions.submit(request.params.slug, key, request.body, linkKey);
      return reply.code(outcome === 'stored' ? 201 : 200).send({ stored: true });
    },
  );

  app.post(
    '/api/v1/receipt/open',
    {
      config,
      schema: { summary: 'Open a story by its receipt', refuses: ['unknownReceipt'], body: tell.byReceipt, response: { 200: tell.opened } },
    },
    async ({ body }) => receipts.open(body.receipt),
  );

  app.post(
    '/api/v1/receipt/consent',
    {
      config,
      bodyLimit: largestSubmission,
      schema: {
        summary: 'Change the consent to a story by its receipt',
        refuses: ['unknownReceipt', 'wordsAlreadyHere'],
        body: tell.consentChange,
        response: { 200: tell.opened },
      },
    },
    async ({ body }) => receipts.change(body),
  );

  app.post(
    '/api/v1/receipt/withdraw',
    {
      config,
      schema: {
        summary: 'Withdraw a story by its receipt',
        refuses: ['unknownReceipt'],
        body: tell.byReceipt,
        response: { 200: tell.withdrawn },
      },
    },
    async ({ body }) => {
      await receipts.withdraw(body.receipt);
      return { withdrawn: true as const };
    },
  );
}
