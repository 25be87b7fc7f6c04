import { tryOut } from '../../triads/answers/try-out.ts';
import * as contract from '../contract/codesign.ts';
import { byId } from '../contract/collections.ts';
import { fileAnswer, svg } from '../contract/files.ts';
import { done } from '../contract/staff.ts';
import { stored } from '../contract/tell.ts';
import { compressed } from './compressed.ts';
import { type App, designerOf } from './door.ts';

const designers = { config: { access: { roles: ['designer'], over: 'any' } as const } };
const anybody = { config: { access: 'participant' as const } };

/** Drafts tried by people without an account, of whom nothing is logged, and what designers hear. */
export function codesignRoutes(app: App): void {
  const { codesign } = app.house;
  const headers = contract.codeHeader;

  app.get(
    '/api/v1/try-out',
    {
      ...anybody,
      onSend: compressed,
      schema: {
        summary: 'Open the draft that a try-out link leads to',
        refuses: ['unknownTryOut', 'tryOutOver'],
        headers,
        response: { 200: contract.triedDraft },
      },
    },
    async (request) => codesign.draft(request.headers['draft-code']),
  );

  app.post(
    '/api/v1/try-out/answers',
    {
      ...anybody,
      schema: {
        summary: 'Send the answers of a try-out',
        refuses: ['unknownTryOut', 'tryOutOver', 'tryOutFull'],
        headers,
        body: tryOut,
        response: { 200: stored },
      },
    },
    async ({ headers, body }) => {
      await codesign.take(headers['draft-code'], body);
      return { stored: true as const };
    },
  );

  app.post(
    '/api/v1/try-out/comments',
    {
      ...anybody,
      schema: {
        summary: 'Comment on a page of a draft',
        refuses: ['unknownTryOut', 'tryOutOver', 'tryOutFull'],
        headers,
        body: contract.newComment,
        response: { 200: stored },
      },
    },
    async ({ headers, body }) => {
      await codesign.comment(headers['draft-code'], body);
      return { stored: true as const };
    },
  );

  app.delete(
    '/api/v1/try-out/comments/:comment',
    {
      ...anybody,
      schema: {
        summary: 'Take a comment on a draft back',
        refuses: ['unknownTryOut'],
        headers,
        params: contract.byComment,
        response: { 200: done },
      },
    },
    async ({ headers, params }) => {
      await codesign.takeBack(headers['draft-code'], params.comment);
      return { done: true as const };
    },
  );

  app.get(
    '/api/v1/frameworks/:id/codesign',
    {
      ...designers,
      schema: { summary: 'See what try-outs and comments say of a draft', params: byId, response: { 200: contract.codesign } },
    },
    (request) => codesign.of(designerOf(request), request.params.id),
  );

  app.post(
    '/api/v1/frameworks/:id/codesign/links',
    {
      ...designers,
      schema: { summary: 'Make a try-out link to a draft', params: byId, body: contract.newLink, response: { 201: contract.draftLink } },
    },
    async (request, reply) => {
      const { label, days } = request.body;
      return reply.code(201).send(await codesign.makeLink(designerOf(request), request.params.id, label, days));
    },
  );

  app.post(
    '/api/v1/frameworks/:id/codesign/links/:link/revocation',
    {
      ...designers,
      schema: {
        summary: 'Revoke a try-out link',
        refuses: ['notInThisState'],
        params: contract.byLink,
        response: { 200: contract.draftLink },
      },
    },
    (request) => codesign.revokeLink(designerOf(request), request.params.id, request.params.link),
  );

  app.get(
    '/api/v1/frameworks/:id/codesign/links/:link/qr.svg',
    {
      ...designers,
      schema: {
        summary: 'Fetch a try-out link as a QR code',
        refuses: ['notInThisState'],
        params: contract.byLink,
        response: fileAnswer('The code.', svg),
      },
    },
    async (request, reply) => {
      const code = await codesign.qr(designerOf(request), request.params.id, request.params.link);
      return reply.type(svg).send(code);
    },
  );

  app.put(
    '/api/v1/frameworks/:id/codesign/comments/:comment',
    {
      ...designers,
      schema: {
        summary: 'Resolve a comment, or open it again',
        params: contract.byFrameworkComment,
        body: contract.resolution,
        response: { 200: contract.comment },
      },
    },
    (request) => {
      const { id, comment } = request.params;
      const { resolved, note } = request.body;
      return codesign.resolve(designerOf(request), id, comment, resolved, note);
    },
  );
}
