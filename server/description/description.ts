import type { FastifyDynamicSwaggerOptions, SwaggerTransformObject } from '@fastify/swagger';
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { nameComponents } from '../contract/components.ts';
import { operation } from './operations.ts';
import { nameOfRefused, problemType } from './refusals.ts';
import { securitySchemes } from './security.ts';

nameComponents();

type Parts = Record<string, unknown>;
type Operation = { responses: Record<string, { description: string; content?: Parts }> };
interface Whole {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Parts };
}

/** Says the same of shapes that are sent as of those that are answered, and nothing twice that a format says. */
function plain<Part>(part: Part): Part {
  const text = JSON.stringify(part).replace(/(#\/components\/schemas\/\w+?)Input"/g, '$1"');
  return JSON.parse(text, (_, value) => {
    if (typeof value?.format !== 'string' || !value.pattern) return value;
    const { pattern: _pattern, ...shape } = value;
    return value.format === 'date-time' ? { ...shape, pattern: 'Z$' } : shape;
  });
}

/** The shapes that operations use, each once under its name. */
function usedShapes({ paths, components }: Whole): Parts {
  const used = new Set<string>();
  const use = (part: unknown) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      use(components.schemas[name]);
    }
  };
  use(paths);
  const shapes: Parts = {};
  for (const name of [...used].sort()) {
    const id = name.replace(/Input$/, '');
    const shape = plain(components.schemas[name]);
    if (id in shapes && JSON.stringify(shapes[id]) !== JSON.stringify(shape))
      throw new Error(`${id} is sent otherwise than it is answered: its contracts need two names`);
    shapes[id] = shape;
  }
  return shapes;
}

/** Lays what many operations refuse with in one place; they point there. */
function sharedRefusals({ paths }: Whole): Parts {
  const shared: Parts = {};
  for (const { responses } of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    for (const [status, response] of Object.entries(responses)) {
      if (!response.content?.[problemType]) continue;
      const name = nameOfRefused(response.description);
      shared[name] = response;
      Object.assign(responses, { [status]: { $ref: `#/components/responses/${name}` } });
    }
  }
  return shared;
}

const whole: SwaggerTransformObject = (document) => {
  const made = jsonSchemaTransformObject(document) as unknown as Whole;
  const components = { ...made.components, schemas: usedShapes(made), responses: sharedRefusals(made) };
  return { ...made, paths: plain(made.paths), components } as ReturnType<SwaggerTransformObject>;
};

/** The description of the API: made from the contracts, what routes declare, and the catalogue of problems. */
export const description: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Storyfield',
      version: '1',
      description:
        'Stories of lived experience, what their participants say they mean, and the patterns of many. What is refused is answered with a problem document (RFC 9457).',
    },
    components: { securitySchemes },
  },
  transform: operation,
  transformObject: whole,
};
