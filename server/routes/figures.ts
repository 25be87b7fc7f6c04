import { figureData, figurePages } from '../contract/figures.ts';
import { figureFiles } from '../services/figures.ts';
import type { App } from './door.ts';

/** 100,000 points and a table of them are a few megabytes. */
const config = { config: { access: 'signed-in' } as const, bodyLimit: 16 * 1024 * 1024 };

/** Figures as files: the one writer of PDF and of CSV does it. Nothing is read and nothing is kept. */
export function figureRoutes(app: App): void {
  app.post('/api/v1/figures/pdf', { ...config, schema: { body: figurePages } }, async (request, reply) =>
    reply.type('application/pdf').send(figureFiles.pdf(request.body.pages)),
  );

  app.post('/api/v1/figures/csv', { ...config, schema: { body: figureData } }, async (request, reply) =>
    reply.type('text/csv; charset=utf-8').send(figureFiles.csv(request.body.columns, request.body.rows)),
  );
}
