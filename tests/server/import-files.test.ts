import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { assignColumns } from '../../server/formats/imports/columns.ts';
import { namesIn } from '../../server/formats/imports/definition.ts';
import type { ChosenRoles } from '../../server/formats/imports/roles.ts';
import { StoryReader } from '../../server/formats/imports/stories.ts';
import { openTable } from '../../server/formats/imports/table.ts';
import { weekIn } from '../../server/formats/imports/when.ts';
import { readFramework } from '../../server/formats/read-framework.ts';
import type { Framework } from '../../triads/framework/framework.ts';
import { testFolder } from '../houses.ts';

async function rowsOf(
  content: string | Uint8Array,
  framework: Framework = ccplFramework,
  definition: string | null = null,
  regions = {},
  chosen: ChosenRoles = {},
) {
  const file = join(testFolder(), 'file.csv');
  writeFileSync(file, content);
  const table = await openTable(file);
  const assigned = assignColumns(table.head, framework, definition === null ? null : namesIn(definition, framework), chosen, regions);
  const reader = new StoryReader(assigned, framework, ['en-GB', 'cy'], 'en-GB', '2026-W47');
  const rows = [];
  for await (const { row, cells } of table.rows()) if (row > assigned.headingRow) rows.push({ row, ...reader.read(cells) });
  return { table, assigned, rows };
}

const answersOf = async (...more: Parameters<typeof rowsOf>) => (await rowsOf(...more)).rows.map(({ story }) => story?.answers ?? null);
const refusalOf = (content: string | Uint8Array) =>
  rowsOf(content).then(
    () => 'nothing',
    (error: Error) => error.message,
  );

describe('a file that is no table of stories', () => {
  it.each([
    ['', 'The file is empty.'],
    ['PK\u0003\u0004', 'The file is a zip archive or an Excel workbook. Save it as CSV and try again.'],
    ['%PDF-1.7', 'The file is a PDF. Save it as CSV and try again.'],
    ['Dear team', 'The file has one line and one column: this is no table.'],
    ['feeling\nposi\0tive\n', 'Line 2 holds a null character: this is no table of text.'],
    ['feeling,story\npositive,"it never ends\n', 'Row 2, column 2: a quotation mark is opened and never closed.'],
    ['feeling,story\npositive,it "never" ends\n', 'Row 2, column 2: a quotation mark stands within a cell that has none around it.'],
    [
      'feeling,story\npositive,"one" two\n',
      'Row 2, column 2: something stands behind a closing quotation mark. Quotes within a cell are written twice.',
    ],
    ['feeling,feeling\n1,2\n', 'Columns 1, “feeling”, and 2, “feeling”, are both feeling: which of them is meant cannot be told.'],
    [
      'name,phone\nAnn,3\n',
      'No column is known: the header begins name, phone. Columns are named by the framework’s keys or words, or by the ids of a definition file.',
    ],
    [`feeling${',x'.repeat(10_000)}\n1\n`, 'Row 1 has more than 5,000 columns: no table of stories has.'],
    [','.repeat(10_000_000), 'Line 1 is longer than 1 MB: this is no table of stories.'],
    [`feeling,story\npositive,"${'word '.repeat(300_000)}`, 'Line 2 is longer than 1 MB: this is no table of stories.'],
    [
      `feeling,story\npositive,"${'word\n'.repeat(300_000)}`,
      'Row 2, column 2: the row is longer than 1 MB. A quotation mark that is never closed may be why.',
    ],
  ])('%# is refused with the place where that shows', async (content, said) => {
    expect(await refusalOf(content)).toBe(said);
  });
});

describe('a table', () => {
  const text = 'story;feeling\r\nIt’s “café”;positive\r\n';
  const wide = Buffer.from(text, 'utf16le');
  it.each([
    ['commas', text.replaceAll(';', ','), ',', 'utf-8'],
    ['semicolons', text, ';', 'utf-8'],
    ['tabs', text.replaceAll(';', '\t'), '\t', 'utf-8'],
    ['a byte order mark', `\ufeff${text}`, ';', 'utf-8'],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), ';', 'utf-16le'],
    ['UTF-16, big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]), ';', 'utf-16be'],
    ['UTF-16 without a mark', wide, ';', 'utf-16le'],
    ['Windows-1252', Buffer.from('story;feeling\r\nIt\x92s \x93caf\xe9\x94;positive\r\n', 'latin1'), ';', 'windows-1252'],
  ])('is read with %s', async (_, content, delimiter, encoding) => {
    const { table, rows } = await rowsOf(content);
    expect([table.delimiter, table.encoding]).toEqual([delimiter, encoding]);
    expect(rows).toMatchObject([{ row: 2, story: { text: 'It’s “café”', answers: { feeling: { options: ['positive'] } } } }]);
  });

  it('has its header in the second row where no fewer columns are known there, whatever lines are blank', async () => {
    const labels = 'What was it?,How did it feel?,Your role?\n';
    const keys = 'story,feeling,role\n';
    const data = 'One,positive,clinician\n';
    const feeling = Object.values(ccplFramework.signifiers.find(({ key }) => key === 'feeling')?.question ?? {})[0];
    const [role] = Object.values(ccplFramework.signifiers.find(({ key }) => key === 'role')?.question ?? {});
    const inWords = `Story,"${feeling}","${role}"\n`;
    for (const [file, headingRow] of [
      [keys + data, 1],
      [inWords + keys + data, 2],
      [`\n\n${labels}\n${keys}${data}`, 5],
      [`,,\n${keys}\n${data}`, 2],
      [`\n${keys}${data}`, 2],
    ] as const) {
      const { assigned, rows } = await rowsOf(file);
      expect([assigned.headingRow, rows.map(({ story }) => story?.text)]).toEqual([headingRow, ['One']]);
      expect(rows.map(({ story }) => story?.answers)).toEqual([{ feeling: { options: ['positive'] }, role: { options: ['clinician'] } }]);
    }
  });

  it('has the columns of title, story, language and date that somebody chose, and none where they chose none', async () => {
    const file = 'title,story,role,region,\nSo it was,It rained,clinician,midlands,\n';
    const chosen = { title: 'title', text: 'story', language: '', date: '' };
    const { assigned, rows } = await rowsOf(file, ccplFramework, null, {}, chosen);
    expect(assigned.roles).toEqual({ title: 0, text: 1 });
    expect(rows).toMatchObject([{ story: { title: 'So it was', text: 'It rained' }, findings: [] }]);
    const other = await rowsOf(file, ccplFramework, null, {}, { title: '', text: 'role' });
    expect(other.assigned.uses).toEqual([null, null, 'the story', 'region', null]);
    const refused = (wrong: ChosenRoles) => expect(rowsOf(file, ccplFramework, null, {}, wrong)).rejects;
    await refused({ text: 'plot' }).toThrow('There is no column “plot” for the story.');
    await refused({ text: 'story', title: 'story' }).toThrow('Column “story” cannot be both the title and the story.');
  });

  it('leaves out, and says so, what is called as a question but cannot hold its answer; two columns of the same are refused', async () => {
    const { assigned, rows } = await rowsOf('feeling,decisions,risk,changes\npositive,0.73,abc,rubbish\n');
    expect(assigned.uses).toEqual(['feeling', null, null, null]);
    expect(assigned.remarks).toEqual([
      expect.stringMatching(/^Column “decisions” is left out: what its numbers mean is not said; .* decisions_right,/),
      expect.stringMatching(/^Column “risk” is left out: .* risk_right,/),
      'Column “changes” is left out: a triad has three shares, in columns such as changes_top, changes_left and changes_right.',
    ]);
    expect(rows.map(({ story }) => story?.answers)).toEqual([{ feeling: { options: ['positive'] } }]);
    expect(await refusalOf('role,Role\nnurse,doctor\n')).toBe(
      'Columns 1, “role”, and 2, “Role”, are both role: which of them is meant cannot be told.',
    );
    const top = ccplFramework.signifiers.find(({ key }) => key === 'changes');
    const label = top?.kind === 'triad' ? top.corners.top['en-GB'] : '';
    expect(await refusalOf(`changes_top,changes_${label}\n0,1\n`)).toContain('are both changes · top');
  });

  it('may end its lines with returns alone, begin with the letters PK, and have a byte that is spoilt', async () => {
    const old = await rowsOf(`story,feeling\r${`${'word '.repeat(20)},positive\r`.repeat(12_000)}`);
    expect([old.rows.length, old.rows.at(-1)?.row]).toEqual([12_000, 12_001]);
    const named = await rowsOf('PK,feeling\n1,positive\n');
    expect(named.rows).toMatchObject([{ story: { answers: { feeling: { options: ['positive'] } } } }]);
    const spoilt = Buffer.concat([Buffer.from('story\tfeeling\n“Café” \u2013 caf'), Buffer.from([0xe9]), Buffer.from(' “so”\tpositive\n')]);
    const { table, rows } = await rowsOf(spoilt);
    expect([table.encoding, table.unreadable, rows[0]?.story?.text]).toEqual(['utf-8', 1, '“Café” – caf\ufffd “so”']);
  });

  it('may have labels above its keys, blank rows and short ones', async () => {
    const { assigned, rows } = await rowsOf('How did it feel?,Story,\nfeeling,story,n\npositive,One,\n\nnegative\n');
    expect([assigned.headingRow, assigned.labels]).toEqual([2, ['How did it feel?', 'Story', '']]);
    expect(rows.map(({ row, story }) => [row, story?.text])).toEqual([
      [3, 'One'],
      [5, ''],
    ]);
  });
});

describe('a cell', () => {
  it('may be a share slightly outside, which is drawn in; one far out refuses its row', async () => {
    const { rows } = await rowsOf(
      'changes_top,changes_left,changes_right,decisions_percentX\n0.5,0.52,-0.02,1.001\n2,0,0,\n40,35,25,\n"0,4","0,3","0,3",\n0.3,,0.7,\nhalf,0.5,0,\n',
    );
    expect(rows[0]?.story?.answers.changes).toEqual({
      top: expect.closeTo(0.5 / 1.02),
      left: expect.closeTo(0.52 / 1.02),
      right: 0,
      by: 'mouse',
    });
    expect(rows[0]?.story?.answers.decisions).toEqual({ right: 1, by: 'mouse' });
    expect(rows.map(({ findings }) => findings.map(({ became }) => became))).toEqual([
      ['shares 0.4902, 0.5098, 0 (top, left, right)', '1'],
      ['lies outside 0 to 1'],
      [],
      [],
      ['is blank, while the other shares are not'],
      ['is no number'],
    ]);
    expect(rows.slice(2, 4).map(({ story }) => story?.answers.changes)).toMatchObject([
      { top: 0.4, left: 0.35, right: 0.25 },
      { top: 0.4, left: 0.3, right: 0.3 },
    ]);
  });

  it('says that a signifier does not apply by 1, and nothing by a blank', async () => {
    const file =
      'feeling,changes_NA,changes_top,changes_left,changes_right,decisions_NA,decisions_percentX\npositive,1,,,,,0.2\npositive,,0.2,0.3,0.5,1,0.4\npositive,,,,,maybe,\n';
    const { rows } = await rowsOf(file);
    expect(rows.map(({ story }) => story?.answers)).toMatchObject([
      { changes: { na: true }, decisions: { right: 0.2 } },
      { changes: { top: 0.2 }, decisions: { na: true } },
      undefined,
    ]);
    expect(rows[1]?.findings).toMatchObject([{ outcome: 'mended', was: '0.4', became: 'left out: it is said not to apply' }]);
    expect(rows[2]?.findings).toMatchObject([{ outcome: 'refused', was: 'maybe', became: 'is neither 1 nor blank' }]);
  });

  it('contradicts no other: shares and coordinates, ticks and names, states and values', async () => {
    const found = async (file: string) =>
      (await rowsOf(file)).rows.map(({ findings }) => findings.map(({ outcome, became }) => `${outcome}: ${became}`));
    const triad = 'changes_percentX,changes_percentY,changes_top,changes_left,changes_right\n';
    expect(await found(`${triad}0.6,0.2,0.2,0.3,0.5\n60,20,20,30,50\n0.1,0.9,0.2,0.3,0.5\n,0.9,0.2,0.3,0.5\n`)).toEqual([
      [],
      [],
      ['refused: contradicts the shares beside it'],
      ['refused: contradicts the shares beside it'],
    ]);
    expect(await found('changes_top,feeling\n0.5,positive\n')).toEqual([['refused: is a share, while the file has no column for another']]);
    expect(await found('decisions_percentX,decisions_left,decisions_right\n0.2,0.8,0.2\n0.9,,0.2\n,0.2,\n,1.01,\n')).toEqual([
      [],
      ['refused: contradicts the share beside it'],
      [],
      ['mended: 1'],
    ]);
    expect(await found('role,role_clinician,role_other\nclinician,1,\nclinician,,1\n')).toEqual([
      [],
      ['refused: is ticked, while another column names other options'],
    ]);
    expect(
      await found('feeling,decisions_state,decisions_right,decisions_NA\npositive,skipped,0.4,\npositive,placed,,\npositive,placed,,1\n'),
    ).toEqual([
      ['mended: left out: it is said to be skipped'],
      ['mended: taken as skipped: no answer stands beside it'],
      ['refused: contradicts the state beside it'],
    ]);
  });

  it('of words alone, without a story, is left out and said to be; so is a week to come', async () => {
    const other = ccplFramework.signifiers.find((one) => one.kind === 'choice' && one.other !== undefined);
    if (other?.kind !== 'choice') throw new Error('no choice has words of one’s own');
    const { rows } = await rowsOf(
      `title,story,${other.key},${other.key}_${other.other}_text,week\nMARKER,,${other.other},MARKER,2099-W10\n`,
    );
    expect(rows).toMatchObject([{ story: { title: '', text: '', week: null, answers: { [other.key]: { options: [other.other] } } } }]);
    expect(rows[0]?.findings.map(({ column, was, became }) => [column, was, became])).toEqual([
      [0, '', 'left out: words are kept beside a story alone, and the row has none'],
      [3, '', 'left out: words are kept beside a story alone, and the row has none'],
      [4, '2099-W10', 'the week of the import: this is yet to come'],
    ]);
  });

  it('is held to what a participant could have sent', async () => {
    const { rows } = await rowsOf(`story,title,feeling\n${'x'.repeat(10_001)},,\nfine,${'y'.repeat(201)},\nfine,,wonderful\n,,\n`);
    expect(rows.map(({ story, findings }) => [story, findings.map(({ was, became }) => [was, became])])).toEqual([
      [null, [['', 'is longer than 10000 characters']]],
      [null, [['', 'is longer than 200 characters']]],
      [null, [['wonderful', 'is none of the options']]],
      [null, [['', 'holds no story and no answer']]],
    ]);
  });

  it('tells a week where it can', () => {
    expect(weekIn('2022-W08')).toBe('2022-W08');
    expect(weekIn('1438121139568')).toBe('2015-W31');
    expect(['2015-07-28 22:05:39', '28/07/2015', '7/28/2015', '20150728'].map(weekIn)).toEqual(Array(4).fill('2015-W31'));
    expect(['2020-W53', '2021-W53', '0001-W01', '2021-W00'].map(weekIn)).toEqual(['2020-W53', null, null, null]);
    expect(['3/4/2021', '31/02/2021', 'spring', '2021-W60', '0001-01-01'].map(weekIn)).toEqual(Array(5).fill(null));
  });
});

describe('a definition', () => {
  const list = (...texts: string[]) => texts.map((text) => ({ id: `id-of-${text}`, text, title: text }));
  const definition = JSON.stringify({
    name: 'Site',
    fragment_signifier_id: 's0',
    signifiers: [
      { id: 's0', type: 'freetext', title: 'What happened?', content: {} },
      { id: 's1', type: 'triad', title: 'It was about', content: { labels: list('time', 'money', 'care') } },
      { id: 's2', type: 'stones', title: 'Who had a say', content: { stones: list('nurses', 'doctors') } },
      { id: 's3', type: 'list', title: 'Where', content: { items: list('ward', 'home'), max_responses: 1 } },
      { id: 's4', type: 'list', title: 'Needed', content: { items: list('help', 'time'), max_responses: 5 } },
    ],
  });
  const read = readFramework(Buffer.from(definition));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  // As a designer may have gone on with it: other keys, another order.
  const framework = { ...ccplFramework, signifiers: structuredClone(read.draft.signifiers).reverse() } as Framework;
  const where = framework.signifiers.find(({ kind, key }) => kind === 'choice' && key === 'where');
  if (where?.kind === 'choice') {
    where.key = 'place';
    where.options.reverse();
  }

  it('names columns and items by its ids, whatever became of keys and order since', async () => {
    const header = [
      's0',
      's1_id-of-time',
      's1_id-of-money',
      's1_id-of-care',
      's1_NA',
      's2_id-of-doctors_percentX',
      's2_id-of-doctors_percentY',
    ];
    const file = [
      [...header, 's3', 's4_id-of-help', 's4_id-of-time', 'meta_platform'],
      ['We met.', '0.2', '0.3', '0.5', '', '0.1', '0.9', 'id-of-home', '', '1', 'Chrome'],
      ['We met again.', '', '', '', '1', '', '', 'Ward', '1', '1', 'Safari'],
    ];
    const { rows, assigned } = await rowsOf(file.map((row) => row.join(',')).join('\n'), framework, definition);
    expect(assigned.uses.at(-1)).toBe(null);
    expect(rows.map(({ story }) => [story?.text, story?.answers])).toEqual([
      [
        'We met.',
        {
          'it-was-about': { top: 0.2, left: 0.3, right: 0.5, by: 'mouse' },
          'who-had-a-say': { stones: { doctors: { x: 0.1, y: 0.9 } }, by: 'mouse' },
          place: { options: ['home'] },
          needed: { options: ['time'] },
        },
      ],
      ['We met again.', { 'it-was-about': { na: true }, place: { options: ['ward'] }, needed: { options: ['help', 'time'] } }],
    ]);
  });

  it('may call corners and poles in angle brackets, which are words and no markup', async () => {
    const one = (title: string, type: string, ...labels: string[]) => ({
      id: `id ${title}`,
      type,
      title,
      content: { labels: list(...labels) },
    });
    const signifiers = [
      one('<Who> decided', 'triad', '<Staff>', 'those <elsewhere>', '<b>Nobody</b>'),
      one('Pace', 'dyad', '< slower', 'faster >'),
    ];
    const bracketed = JSON.stringify({ name: 'Site', signifiers });
    const found = readFramework(Buffer.from(bracketed));
    if ('faults' in found) throw new Error(JSON.stringify(found.faults));
    expect(found.draft.signifiers).toMatchObject([
      { corners: { top: { en: '<Staff>' }, left: { en: 'those <elsewhere>' }, right: { en: 'Nobody' } } },
      { poles: { left: { en: '< slower' }, right: { en: 'faster >' } } },
    ]);
    const asked = { ...ccplFramework, signifiers: found.draft.signifiers } as Framework;
    const file =
      '<Who> decided_<Staff>,<Who> decided_those <elsewhere>,<Who> decided_Nobody,Pace_< slower,Pace_faster >\n0.2,0.3,0.5,0.4,0.6\n';
    expect(await answersOf(file, asked, bracketed)).toEqual([
      { 'who-decided': { top: 0.2, left: 0.3, right: 0.5, by: 'mouse' }, pace: { right: 0.6, by: 'mouse' } },
    ]);
  });

  it('is refused where it is of another framework', () => {
    expect(() => namesIn(definition, ccplFramework)).toThrow('of another framework');
    expect(() => namesIn('{"signifiers": oops', ccplFramework)).toThrow('The definition cannot be read');
  });
});

describe('a NarraFirma story form', () => {
  const form = [
    'Data column name,Type,About,Short name,Long name,Options,Answers,,,',
    ',Participant ID column name,import,,,,Respondent,,,',
    'EQuestion,eliciting,eliciting,Eliciting question,Please choose,,Surprise|Surprise|What surprised you?,,,',
    ',Story text column name,import,,,,SText,,,',
    ',Story title column name,import,,,,STitle,,,',
    'Ago,Single choice,story,How long ago,How long ago was it?,,Last week|In the past week,1 year|Up to a year ago,,',
    'Source,Single choice indexed,story,Source,Where is it from?,,first-person,second-hand,rumor,',
    'Remember,Scale,story,Remember,How long will you remember it?,,minutes,a life,1,10',
    'Feel about,Multi-choice multi-column texts,story,Feel about,How do you feel?,,happy|positive,sad|negative,,',
    'Needed,Multi-choice multi-column yes/no,story,Needed,What was needed?,,help|to be helped,understanding|to be understood,,',
    ',Yes no questions yes indicator,import,,,,Ja,,,',
    ',Yes no questions Q-A separator,import,,,,(,,,',
    ',Yes no questions Q-A ending,import,,,,),,,',
    'Helped,Multi-choice single-column delimited,story,Who helped,Who helped?,,manager|A manager,friend|A friend,self|They themselves,',
    ',Multi choice single column delimiter,import,,,,":",,,',
    'Surprised,Multi-choice single-column delimited indexed,story,Surprised,Who would be surprised?,,head office,customers,colleagues,',
    'Comment,Text,participant,Comment,Anything else?,,,,,',
  ].join('\n');
  const read = readFramework(Buffer.from(form));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const framework = { ...ccplFramework, signifiers: structuredClone(read.draft.signifiers).reverse() } as Framework;

  it('says how its stories are written: names, numbers, scales, ticks and marks between', async () => {
    const header = 'Respondent,EQuestion,SText,STitle,Ago,Source,Remember,Feel about,Feel about,Needed (help),Needed (understanding)';
    const file = [
      `${header},Helped,Surprised,Comment`,
      '2554,Surprise,One day,Never guessed,1 year,1,1,happy,,Ja,Nein,manager:friend,1 3,It is okay',
      '1543,Surprise,My last day,Finally,Last week,3,10,happy,sad,Nein,Ja,self,2,',
      '532,Surprise,,,,,7,,,,,,,',
      '533,Surprise,,,,9,11,,,,,,,',
    ];
    const { rows, assigned } = await rowsOf(file.join('\n'), framework, form);
    expect(assigned.uses.slice(0, 5)).toEqual([null, null, 'the story', 'the title', 'ago']);
    expect(rows.slice(0, 3).flatMap(({ findings }) => findings)).toEqual([]);
    expect(rows.map(({ story }) => story && [story.title, story.text, story.answers])).toEqual([
      [
        'Never guessed',
        'One day',
        {
          ago: { options: ['year'] },
          source: { options: ['first-person'] },
          remember: { right: 0, by: 'mouse' },
          'feel-about': { options: ['happy'] },
          needed: { options: ['help'] },
          helped: { options: ['manager', 'friend'] },
          surprised: { options: ['head-office', 'colleagues'] },
          comment: { text: 'It is okay' },
        },
      ],
      [
        'Finally',
        'My last day',
        {
          ago: { options: ['last-week'] },
          source: { options: ['rumor'] },
          remember: { right: 1, by: 'mouse' },
          'feel-about': { options: ['happy', 'sad'] },
          needed: { options: ['understanding'] },
          helped: { options: ['self'] },
          surprised: { options: ['customers'] },
        },
      ],
      ['', '', { remember: { right: expect.closeTo(2 / 3), by: 'mouse' } }],
      null,
    ]);
    expect(rows.at(-1)?.findings.map(({ became }) => became)).toEqual(['is none of the options', 'lies outside 1 to 10']);
  });
});

it('options may stand in brackets behind their question, as survey tools write it', async () => {
  const several = ccplFramework.signifiers.find((one) => one.kind === 'choice' && one.several);
  if (several?.kind !== 'choice') throw new Error('no choice of several');
  const [first, second] = several.options;
  expect(await answersOf(`${several.key}[${first?.key}],${several.key} [${second?.key}]\n1,\nY,Y\n`)).toEqual([
    { [several.key]: { options: [first?.key] } },
    { [several.key]: { options: [first?.key, second?.key] } },
  ]);
});

it('regions that the framework does not know are what somebody says they are', async () => {
  const { rows } = await rowsOf('feeling,region\npositive,The Mids\npositive,Abroad\npositive,Elsewhere\n', ccplFramework, null, {
    'The Mids': 'midlands',
    Abroad: '',
  });
  expect(rows.map(({ story }) => story?.answers.region)).toEqual([{ options: ['midlands'] }, undefined, undefined]);
  expect(rows.map(({ findings }) => findings.map(({ became }) => became))).toEqual([
    [],
    ['left out, as it was said to be'],
    ['is none of the options'],
  ]);
});

it('a file of our own is read with its states, chosen ones among them', async () => {
  const header =
    'story,week,changes.state,changes.top,changes.left,changes.right,decisions.state,decisions.left,decisions.right,done.state,feeling.state,feeling';
  const answers = await answersOf(
    `${header}\n'=1+1,2022-W08,chosen,0.8,0.1,0.1,na,na,na,skipped,placed,positive\nb,2022-W08,skipped,skipped,skipped,skipped,placed,0.25,0.75,,unasked,unasked\n`,
  );
  expect(answers).toEqual([
    { changes: { top: 0.8, left: 0.1, right: 0.1, by: 'choice' }, decisions: { na: true }, feeling: { options: ['positive'] } },
    { decisions: { right: 0.75, by: 'mouse' } },
  ]);
});
