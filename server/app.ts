import { existsSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import serveStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyError, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { guard } from './access/guard.ts';
import { Sessions } from './access/sessions.ts';
import { projectRoot } from './config.ts';
import { description } from './description/description.ts';
import { standingHeaders } from './headers.ts';
import { isDiskFull, ProblemError, problems } from './problems.ts';
import { codesignRoutes } from './routes/codesign.ts';
import { collectionRoutes } from './routes/collections.ts';
import type { App } from './routes/door.ts';
import { eventRoutes } from './routes/events.ts';
import { exportRoutes } from './routes/exports.ts';
import { figureRoutes } from './routes/figures.ts';
import { frameworkRoutes } from './routes/frameworks.ts';
import { importRoutes } from './routes/imports.ts';
import { readJson } from './routes/json-body.ts';
import { keptRoutes } from './routes/kept.ts';
import { linkRoutes } from './routes/links.ts';
import { methodsOf } from './routes/methods.ts';
import { asksForPage, pageRoutes, sendMissing } from './routes/pages.ts';
import { pilotRoutes } from './routes/pilot.ts';
import { reviewRoutes } from './routes/reviews.ts';
import { settingsRoutes } from './routes/settings.ts';
import { staffRoutes } from './routes/staff.ts';
import { tellRoutes } from './routes/tell.ts';
import { validatorCompiler } from './routes/validation.ts';
import type { House } from './services/house.ts';

export interface AppOptions {
  house: House;
  /** Where log lines go. Requests are never logged: a participant's address, agent and receipt stay out of it. */
  log?: { write(line: string): void };
  /** The folder of the built pages. */
  client?: string;
}

/** Makes the app: the one way, in production and in every test. */
export async function buildApp({ house, log, client = join(projectRoot, 'dist', 'client') }: AppOptions): Promise<App> {
  const app = Fastify({
    logger: log ? { level: 'warn', stream: log } : false,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, request, reply) => answerProblem(problems.notFound(), request, reply),
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerProblem);
  app.removeContentTypeParser('text/plain');
  readJson(app);

  const isBuilt = existsSync(client);
  app.setNotFoundHandler((request, reply) => {
    if (isBuilt && asksForPage(request)) return sendMissing(request, reply);
    const allowed = methodsOf(request.url, app.declaredRoutes);
    if (!allowed) return answerProblem(problems.notFound(), request, reply);
    reply.header('Allow', allowed);
    return answerProblem(problems.methodNotAllowed(allowed), request, reply);
  });
  const headers = standingHeaders(isBuilt ? join(client, 'tell', 'index.html') : null, house.config.publicUrl.startsWith('https:'));
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  await app.register(cookie);
  app.addHook('onClose', () => house.exporting.close());
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => problems.tooMany() });
  await app.register(swagger, description);

  const sessions = new Sessions(house.people, house.now);
  guard(app, sessions);
  app.decorate('house', house);
  app.decorate('sessions', sessions);
  if (isBuilt) await app.register(serveStatic, { root: client, serve: false, preCompressed: true });

  tellRoutes(app);
  staffRoutes(app);
  collectionRoutes(app);
  keptRoutes(app);
  eventRoutes(app);
  settingsRoutes(app);
  reviewRoutes(app);
  await importRoutes(app);
  exportRoutes(app);
  linkRoutes(app);
  figureRoutes(app);
  await frameworkRoutes(app);
  pilotRoutes(app);
  codesignRoutes(app);
  pageRoutes(app, isBuilt);
  return app;
}

/** The one writer of errors: a problem document, and a log line only for what is our fault. */
function answerProblem(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { problem } = asProblem(error, request);
  if (problem.status >= 500) request.log.error({ route: request.routeOptions.url, name: error.name, stack: error.stack }, error.message);
  return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem);
}

function asProblem(error: Error, request: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error;
  const { code, statusCode } = error as FastifyError;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return problems.tooLarge(request.routeOptions.bodyLimit);
  if (code?.startsWith('FST_ERR_CTP_') || error instanceof SyntaxError || statusCode === 400) return problems.notJson();
  return isDiskFull(error) ? problems.noRoom() : problems.failed();
}
