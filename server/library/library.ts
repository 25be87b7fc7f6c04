import { type Draft, draft, framework, type Localised, type Signifier } from '../../triads/framework/framework.ts';
import { textsIn } from '../../triads/framework/languages.ts';
import { mapTexts } from '../../triads/framework/texts.ts';
import ccpl from '../demonstration/ccpl.json' with { type: 'json' };
import own from './pieces.json' with { type: 'json' };
import wording from './wording.json' with { type: 'json' };

/** A signifier to start from, with the field of work that it was written for. */
export interface Piece {
  field: Localised;
  signifier: Signifier;
}

const leadership = { 'en-GB': 'Health and care leadership' };

/** Signifiers of many fields of work; each has a key that no other piece has. */
export const pieces: readonly Piece[] = [
  ...own.pieces,
  ...framework.parse(ccpl).signifiers.map((signifier) => ({ field: leadership, signifier })),
].map(({ field, signifier }) => ({ field: field as Localised, signifier: framework.shape.signifiers.element.parse(signifier) }));

/**
 * A draft to begin with: the usual wording of prompt, consent and welcome where it is known in a language, and the pieces asked
 * for. Privacy and where to turn with a concern are each study's own, so these are left to be written.
 */
export function firstDraft(begin: Pick<Draft, 'key' | 'title' | 'languages'>, chosen: readonly Piece[]): Draft {
  const { key, title, languages } = begin;
  const started = { format: 'storyfield-draft/1', key, title, languages, ...wording, signifiers: chosen.map(({ signifier }) => signifier) };
  return mapTexts(draft.parse(started), (texts) => textsIn(texts, languages));
}

/** A draft with the usual wording of consent, and of what the prompt leaves unsaid. */
export function withUsualWording(document: Draft): Draft {
  const usual = firstDraft(document, []);
  const { question, hint, title } = document.prompt;
  const said = (own: Localised, otherwise: Localised) => (Object.keys(own).length ? own : otherwise);
  const prompt = { question, hint: said(hint, usual.prompt.hint), title: said(title, usual.prompt.title) };
  return { ...document, prompt, consent: usual.consent };
}
