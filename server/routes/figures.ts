import { figureData, figurePages } from '../contract/figures.ts';
import { csv, fileAnswer, pdf } from '../contract/files.ts';
import { figureFiles } from '../services/figures.ts';
import type { App } from './door.ts';

/** 100,000 points and a table of them are a few megabytes. */
const config = { config: { access: 'signed-in' } as const, bodyLimit: 16 * 1024 * 1024 };

/** Figures as files: the one writer of PDF and of CSV does it. Nothing is read and nothing is kept. */
export function figureRoutes(app: App): void {
  app.post(
    '/api/v1/figures/pdf',
    {
      ...config,
      schema: { summary: 'Write a figure as PDF', body: figurePages, response: fileAnswer('The figure, a page a plate.', pdf) },
    },
    async (request, reply) => reply.type(pdf).send(figureFiles.pdf(request.body.pages)),
  );

  app.post(
    '/api/v1/figures/csv',
    {
      ...config,
      schema: {
        summary: 'Write the data of a figure as CSV',
        body: figureData,
        response: fileAnswer('The data, in UTF-8 with its mark.', csv),
      },
    },
    async (request, reply) => reply.type(csv).send(figureFiles.csv(request.body.columns, request.body.rows)),
  );
}
