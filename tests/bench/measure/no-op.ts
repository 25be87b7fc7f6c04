import Fastify from 'fastify';

/** A Fastify POST that reads its JSON and answers 201, and does nothing else. In a process of its own, as the server is. */
const app = Fastify();
app.post('/api/v1/collections/:slug/stories', async (_request, reply) => reply.code(201).send({ stored: true }));
await app.listen({ host: '127.0.0.1', port: 0 });
process.send?.(app.server.address());
