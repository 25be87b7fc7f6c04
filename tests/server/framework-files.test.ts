import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { readFramework } from '../../server/formats/read-framework.ts';
import { draftOf, publishable } from '../../triads/framework/draft.ts';
import { frameworkFile, largestFile } from '../../triads/framework/file.ts';
import type { Framework, Triad } from '../../triads/framework/framework.ts';
import { designer, publishDraft } from '../designing.ts';
import { anyFramework } from '../frameworks-generated.ts';
import { engines, testHouse } from '../houses.ts';
import { manyLanguages } from '../many-languages.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (file: unknown) => readFramework(bytes(typeof file === 'string' ? file : JSON.stringify(file)));
const faultsOf = (file: unknown) => {
  const result = read(file);
  return 'faults' in result ? result.faults.map(({ path, message }) => `${path}: ${message}`) : [];
};

describe('a framework’s own file', () => {
  it('comes back as the framework that it was made of, byte for byte', () => {
    fc.assert(
      fc.property(anyFramework, (framework) => {
        const file = frameworkFile(framework);
        const result = read(file);
        if ('faults' in result) throw new Error(JSON.stringify(result.faults));
        expect(publishable(result.draft).framework).toEqual(framework);
        expect([frameworkFile(result.draft), result.remarks]).toEqual([file, []]);
      }),
      { numRuns: 200 },
    );
  });

  it('comes back unfinished where it was a draft', () => {
    const draft = draftOf({ ...structuredClone(ccplFramework), notices: { welcome: {}, privacy: { 'en-GB': '' }, concern: {} } });
    const file = frameworkFile(draft);
    expect(JSON.parse(file).format).toBe('storyfield-draft/1');
    const result = read(file);
    expect('faults' in result ? result : frameworkFile(result.draft)).toBe(file);
  });

  it('is refused where a member stands twice, however its key is written, or a text cannot be stored', () => {
    const file = JSON.stringify(ccplFramework);
    expect(faultsOf(file.replace('"key":', '"key":"a","key":'))).toEqual(['key: stands twice in the file']);
    const twice = file.replace('"corners":{"top":', '"corners":{"\\u0074op":{"en-GB":"{\\"top\\":[,"},"top":');
    expect(faultsOf(twice)).toEqual(['signifiers.0.corners.top: stands twice in the file']);
    expect(faultsOf(`{"format":${'['.repeat(70)}${']'.repeat(70)}}`)).toEqual([': is nested deeper than 64: no framework is']);
    const question = JSON.stringify(ccplFramework.signifiers[0]?.question['en-GB']);
    for (const unstorable of ['"\\u0000"', '"\\ud83d"']) {
      const framework = file.replace(question, unstorable);
      for (const one of [framework, framework.replace('storyfield-framework/1', 'storyfield-draft/1')]) {
        expect(faultsOf(one)).toEqual([expect.stringMatching(/^signifiers\.0\.question\.en-GB: holds/)]);
      }
    }
  });

  it('says what it lacks where it calls itself whole and has texts of nothing but spaces', () => {
    const blank = structuredClone(ccplFramework);
    Object.assign(blank.signifiers[0] as object, { corners: { ...(blank.signifiers[0] as Triad).corners, top: { 'en-GB': '   ' } } });
    expect(read(blank)).toMatchObject({ remarks: [{ path: 'signifiers.0.corners.top', message: 'has no text in en-GB' }] });
  });

  it('is refused with the path of every fault: not a framework, unknown kinds, keys twice, languages missing', () => {
    const changed = (change: (framework: Framework) => void) => {
      const copy = structuredClone(ccplFramework);
      change(copy);
      return copy;
    };
    expect(faultsOf('hello')).toEqual([
      ': is neither a framework (JSON) nor a NarraFirma story form (CSV): it has no column Type, About, Short name, Answers',
    ]);
    expect(faultsOf('{"format":')[0]).toMatch(/^: is not JSON/);
    expect(faultsOf([1, 2])).toEqual([': is no framework: it has neither a format nor signifiers']);
    expect(faultsOf({ title: 'x' })).toEqual([': is no framework: it has neither a format nor signifiers']);
    expect(faultsOf({ format: 'other/9' })).toEqual(['format: is not one that is known: storyfield-framework/1']);
    expect(faultsOf(changed(({ signifiers }) => Object.assign(signifiers[3] as object, { kind: 'slider' })))[0]).toMatch(
      /^signifiers\.3\.kind/,
    );
    expect(faultsOf(changed(({ signifiers }) => Object.assign(signifiers[3] as object, { key: 'changes' })))).toEqual([
      'signifiers.3.key: the key "changes" is used twice',
    ]);
    expect(faultsOf(changed((framework) => void framework.languages.push('cy')))).toContain('prompt.question: has no text in cy');
    expect(faultsOf(changed((framework) => void framework.languages.splice(0)))[0]).toMatch(/^languages/);
    expect(readFramework(Uint8Array.of(0x7b, 0xff, 0xfe))).toMatchObject({ faults: [{ message: expect.stringContaining('UTF-8') }] });
  });

  it('of 10,000 signifiers or 50 MB is refused at once', () => {
    const [one] = ccplFramework.signifiers;
    const many = { ...ccplFramework, signifiers: Array.from({ length: 10_000 }, () => one) };
    expect(faultsOf(many).join()).toMatch(/signifiers: .*100/);
    const sensemaker = { signifiers: Array.from({ length: 10_000 }, (_, id) => ({ id: `${id}`, type: 'x' })) };
    expect(faultsOf(sensemaker)).toEqual(['signifiers: has 10000 signifiers: a framework has up to 100']);
    expect(faultsOf(`{"signifiers":[],"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toEqual([
      ': is nested deeper than 64: no framework is',
    ]);
    expect(readFramework(new Uint8Array(largestFile + 1))).toMatchObject({ faults: [{ message: 'is larger than 4 MB: no framework is' }] });
    expect(faultsOf({ signifiers: Array.from({ length: 100 }, () => ({ kind: 1 })) })).toHaveLength(101);
  });
});

describe('a SenseMaker definition', () => {
  const empty = { items: {}, stones: {}, labels: {}, axis: { x: {}, y: {} } };
  const one = (type: string, content: object, more: object = {}) => ({
    id: `id ${type}`,
    type,
    title: `A ${type}…`,
    content: { ...empty, ...content },
    ...more,
  });
  const labels = (...texts: string[]) => texts.map((text, index) => ({ id: `label ${index}`, text }));
  const definition = {
    name: ['Safety'],
    description: ['What happened on site.'],
    starts: [1420070400000],
    linked_frameworks: [{}],
    language: ['en'],
    sections: [
      {
        title: 'Page 1',
        signifiers: [
          one('label', { text: '<p>Welcome</p>' }),
          one('freetext', {}, { fragment: true, title: 'What happened?' }),
          one(
            'triad',
            { labels: labels('time', 'quality<br>demands', 'money'), pointer_image: 'ball.png' },
            { allow_na: false, tooltip: 'What pulled.' },
          ),
          one('dyad', { labels: labels('too slow', 'too fast') }, { required: true, tooltip: "I'm a Dyad" }),
          one('stones', {
            stones: [
              { id: 'a', title: '1. People', image: 'people.png' },
              { id: 'b', title: '2. Tools' },
            ],
            axis: {
              x: { name: 'Effort', start_label: 'little', end_label: 'much' },
              y: { name: 'Risk', start_label: 'low', end_label: 'high' },
            },
          }),
          one('list', {
            items: [
              { id: 'x', title: 'Ward' },
              { id: 'y', title: 'Ward' },
            ],
            max_responses: 3,
          }),
          one('photo', {}),
        ],
      },
    ],
  };

  it('becomes a draft, with all that has no equivalent said', () => {
    const result = read(definition);
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    const { draft, remarks, format } = result;
    expect([format, draft.key, draft.title, draft.languages]).toEqual(['sensemaker', 'safety', { en: 'Safety' }, ['en']]);
    expect(draft.prompt.question).toEqual({ en: 'What happened?' });
    expect(draft.signifiers).toMatchObject([
      {
        key: 'a-triad',
        kind: 'triad',
        hint: { en: 'What pulled.' },
        corners: { top: { en: 'time' }, left: { en: 'quality demands' }, right: { en: 'money' } },
      },
      { key: 'a-dyad', kind: 'dyad', poles: { left: { en: 'too slow' }, right: { en: 'too fast' } } },
      {
        key: 'a-stones',
        axes: { x: { low: { en: 'little' } }, y: { high: { en: 'high' } } },
        stones: [{ key: 'people' }, { key: 'tools' }],
      },
      { key: 'a-list', kind: 'choice', several: true, options: [{ key: 'ward' }, { key: 'ward-2' }] },
    ]);
    expect('hint' in (draft.signifiers[1] ?? {})).toBe(false);
    const at = 'sections.0.signifiers';
    expect(remarks.map(({ path }) => path)).toEqual([
      'description',
      'starts',
      `${at}.0.type`,
      `${at}.2.allow_na`,
      `${at}.2.content.pointer_image`,
      `${at}.2.content.labels.1`,
      `${at}.3.required`,
      `${at}.4.content.stones.0.image`,
      `${at}.6.type`,
    ]);
  });

  it('is read in the shapes that its exports have: a list, a single one, groups in groups, values in lists and lists left bare', () => {
    const dyad = { ...one('dyad', { labels: labels('a', 'b') }), id: '2e1c7a34-9b0f-4f0e-9d7e-0c5a1f6b2d11' };
    const text = { ...one('freetext', {}), id: ['f6'], title: ['What happened?'] };
    const shapes: [file: unknown, path: string][] = [
      [dyad, 'signifiers.0'],
      [[dyad, text], 'signifiers.0'],
      [[{ name: 'X', signifiers: [text, dyad] }], 'signifiers.1'],
      [{ sections: [{ title: 'P', sections: [{ signifiers: [dyad] }] }] }, 'sections.0.sections.0.signifiers.0'],
      [{ sections: { title: 'P', signifiers: dyad } }, 'sections.0.signifiers.0'],
      [{ name: {}, description: {}, language: ['cy'], fragment_signifier_id: ['f6'], signifiers: [text, dyad] }, 'signifiers.1'],
    ];
    for (const [file, path] of shapes) {
      const result = read(file);
      if ('faults' in result) throw new Error(JSON.stringify([file, result.faults]));
      const found = result.draft.signifiers.find(({ kind }) => kind === 'dyad');
      expect([path, Object.values(found?.kind === 'dyad' ? found.poles.left : {})]).toEqual([path, ['a']]);
      // A fault in it is said where it stands in the file.
      const broken = JSON.parse(JSON.stringify(file).replace('"text":"b"', '"text":{"no":1}'));
      expect(faultsOf(broken)[0]).toMatch(new RegExp(`^${path}\\.content\\.labels\\.1\\.text: `));
    }
    const last = read(shapes.at(-1)?.[0]);
    expect('faults' in last || [last.draft.prompt.question, last.draft.title]).toEqual([
      { cy: 'What happened?' },
      { cy: 'Imported framework' },
    ]);
    const words = read({ signifiers: one('dyad', { labels: ['too slow', 'too fast'] }) });
    expect('faults' in words || words.draft.signifiers).toMatchObject([{ poles: { left: { en: 'too slow' }, right: { en: 'too fast' } } }]);
    const bare = read({ signifiers: one('list', { items: { id: 'x', title: 'Only one' } }) });
    expect('faults' in bare || bare.remarks).toEqual([
      { path: 'signifiers.0.content.items', message: 'has fewer than two items: a choice needs two' },
    ]);
    const deep = `{"signifiers":${'[{"signifiers":'.repeat(5000)}[]${'}]'.repeat(5000)}}`;
    expect(faultsOf(deep).length).toBeGreaterThan(0);
  });

  it('loses its markup and not its words, and says so', () => {
    const result = read({
      signifiers: [
        one(
          'dyad',
          { labels: labels('<div>told what<br>to&nbsp;do</div>', '&lt;b&gt;left&lt;/b&gt; alone') },
          { title: '<p>It was…</p><p>2 &lt; 3</p>' },
        ),
        one('save', {}, { title: '<h5>SAVE</h5>' }),
        one('label', { text: '<p>Thank <b>you</b></p>' }),
      ],
    });
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    expect(result.draft.signifiers).toMatchObject([
      { key: 'it-was-2-3', question: { en: 'It was…\n2 < 3' }, poles: { left: { en: 'told what to do' }, right: { en: 'left alone' } } },
    ]);
    expect(result.remarks.map(({ path, message }) => `${path} ${message}`)).toEqual([
      'signifiers.0.title held markup: its words are kept without it',
      'signifiers.0.content.labels.0 held markup: its words are kept without it',
      'signifiers.0.content.labels.1 held markup: its words are kept without it',
      'signifiers.2.type a label has no equivalent here: “Thank you” was left out',
    ]);
  });

  it('is refused with the paths of ids twice and corners missing, and where none of its kinds has a place', () => {
    expect(faultsOf({ signifiers: [one('slider', {})] })).toEqual(['signifiers: are none of the kinds that a framework has here']);
    const wrong = {
      signifiers: [
        one('triad', { labels: labels('one', 'two') }),
        one('slider', {}),
        { ...one('dyad', { labels: labels('a', 'b') }), id: 'id triad' },
        { type: 'dyad' },
      ],
    };
    expect(faultsOf(wrong)).toEqual([
      'signifiers.0.content.labels: has 2 labels, where a triad has 3',
      'signifiers.2.id: "id triad" is already the id of signifiers.0',
      expect.stringMatching(/^signifiers\.3\.id: /),
    ]);
  });
});

describe('a NarraFirma story form', () => {
  const head = 'Data column name,Type,About,Short name,Long name,Options,Answers,,,';
  const form = [
    '; A comment,,,,,,,,,',
    head,
    ',Title,form,,,,Ward <i>stories</i>,,,',
    ',Start text,form,,,,Please tell us a story.,,,',
    ',Custom CSS,form,,,,body {},,,',
    'EQ,eliciting,eliciting,Eliciting question,Choose one,,Surprise|Surprise|What surprised you?,Proud|Proud|When were you proud?,,',
    'LongAgo,Single choice,story,How long ago,How long ago was it?,,Last week|In the past week,3 months|Within 3 months,,',
    'Remember,Scale,story,Remember,How long will you remember it?,,for a few minutes,for all my life,1,10',
    'Needed,Multi-choice multi-column yes/no,story,Needed,What did people need?,listbox,help|to be helped,to be heard,,',
    ',Scale range,import,,,,1,10,,',
    'Comment,Text,participant,Comment,"Anything else, please",,,,,',
  ].join('\r\n');

  it('becomes a draft, with all that has no equivalent said', () => {
    const result = read(`\uFEFF${form}`);
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    const { draft, remarks } = result;
    expect([draft.title, draft.prompt.question, draft.notices.welcome]).toEqual([
      { en: 'Ward stories' },
      { en: 'What surprised you?' },
      { en: 'Please tell us a story.' },
    ]);
    expect(draft.signifiers).toMatchObject([
      {
        key: 'longago',
        kind: 'choice',
        several: false,
        options: [{ key: 'last-week', label: { en: 'In the past week' } }, { key: 'months' }],
      },
      { key: 'remember', kind: 'dyad', poles: { left: { en: 'for a few minutes' }, right: { en: 'for all my life' } } },
      { key: 'needed', kind: 'choice', several: true, options: [{ key: 'help' }, { key: 'to-be-heard', label: { en: 'to be heard' } }] },
      { key: 'comment', kind: 'text', about: 'participant', question: { en: 'Anything else, please' } },
    ]);
    expect(remarks.map(({ path }) => path)).toEqual([
      'row 3, Answers',
      'row 5, Type',
      'row 6, Answers',
      'row 8, Answers',
      'row 9, Options',
      'row 10',
    ]);
  });

  it('is refused with the rows of unknown types, names twice and names missing', () => {
    const rows = [
      head,
      'A,Slider,story,A,Question,,x,y,,',
      'B,Text,story,B,Question,,,,,',
      'B,Text,story,B again,Question,,,,,',
      ',Text,story,,Question,,,,,',
      'C,Text,pets,C,Question,,,,,',
    ];
    expect(faultsOf(rows.join('\n'))).toEqual([
      'row 2, Type: "Slider" is no type of question that is known',
      'row 4, Short name: "B" is already the name of row 3',
      'row 5, Short name: is empty',
      'row 6, About: "pets" is none of story, participant, eliciting, form, import, ignore',
    ]);
  });
});

describe.each(engines)('files through the API on %s', (engine) => {
  it('are taken whole or not at all, and given back as they were', async () => {
    const { app, house } = await testHouse(engine);
    const design = await designer(app);
    const send = (payload: string, type: string) =>
      app.inject({ method: 'POST', url: '/api/v1/frameworks/import', payload, headers: { ...design.headers, 'content-type': type } });
    const file = frameworkFile(ccplFramework);
    const taken = await send(file, 'application/json');
    const { framework, remarks } = taken.json();
    expect([taken.statusCode, remarks, framework.key]).toEqual([201, [], 'ccpl']);
    const given = (version: string) =>
      app.inject({ url: `/api/v1/frameworks/${framework.id}/versions/${version}/file`, headers: design.headers });
    expect((await given(framework.draft.id)).body).toBe(file);
    const published = await given(await publishDraft(design, framework.id));
    expect([published.body, published.headers['content-disposition']]).toEqual([file, 'attachment; filename="ccpl-1.json"']);
    const csv = 'Type,About,Short name,Colour,Answers\nText,story,Wish,,';
    const foreign = (await send(csv, 'text/csv')).json();
    expect([foreign.format, foreign.remarks.map(({ path }: { path: string }) => path)]).toEqual([
      'narrafirma',
      ['column “colour”', 'consent'],
    ]);
    const wrong = await send('{"format":"storyfield-framework/1"}', 'application/octet-stream');
    expect([wrong.statusCode, wrong.json().type, wrong.json().faults[0].path]).toEqual([422, 'urn:storyfield:problem:no-framework', 'key']);
    expect((await send(' '.repeat(50_000_000), 'application/json')).statusCode).toBe(413);
    expect(await house.frameworks.all()).toHaveLength(2);
  });
});

it('the JSON Schema of the file format is public and made from what validates', async () => {
  const { app } = await testHouse('sqlite');
  const response = await app.inject('/schemas/framework-1.json');
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'application/schema+json; charset=utf-8']);
  const schema = response.json();
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(Object.keys(schema.properties)).toEqual(['format', 'key', 'title', 'languages', 'prompt', 'signifiers', 'consent', 'notices']);
  expect(schema.properties.format.const).toBe('storyfield-framework/1');
});

it('the JSON Schema tells a framework’s file from another, by a validator that is not ours', async () => {
  const { app } = await testHouse('sqlite');
  const isFramework = new Ajv2020({ strict: false }).compile((await app.inject('/schemas/framework-1.json')).json());
  fc.assert(
    fc.property(anyFramework, (framework) => {
      expect([isFramework(JSON.parse(frameworkFile(framework))), isFramework.errors]).toEqual([true, null]);
    }),
    { numRuns: 100 },
  );
  for (const framework of [ccplFramework, manyLanguages]) expect(isFramework(JSON.parse(frameworkFile(framework)))).toBe(true);
  const changed = (change: (file: Framework) => void) => {
    const file = JSON.parse(frameworkFile(ccplFramework));
    change(file);
    return isFramework(file);
  };
  expect(changed((file) => Object.assign(file, { format: 'storyfield-framework/2' }))).toBe(false);
  expect(changed((file) => Object.assign(file, { colour: 'red' }))).toBe(false);
  expect(changed((file) => Object.assign(file.signifiers[0] as object, { kind: 'slider' }))).toBe(false);
  expect(changed((file) => Object.assign(file.signifiers[0] as object, { key: 'Big Key' }))).toBe(false);
  expect(changed((file) => Object.assign(file.consent, { read: {} }))).toBe(false);
});
