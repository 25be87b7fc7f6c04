import { spawnSync } from 'node:child_process';
import { SaxesParser } from 'saxes';

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: XmlElement[];
}

/** Reads XML with a strict parser that is not ours. @throws Error where it is not well-formed */
export function readXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [] };
  const within = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: attributes as Record<string, string>, text: '', children: [] };
    within.at(-1)?.children.push(element);
    within.push(element);
  });
  parser.on('text', (text) => {
    const inner = within.at(-1);
    if (inner) inner.text += text;
  });
  parser.on('closetag', () => {
    within.pop();
  });
  parser.write(xml).close();
  const [document] = root.children;
  if (!document) throw new Error('there is no root element');
  return document;
}

export const all = (parent: XmlElement, name: string) => parent.children.filter((child) => child.name === name);

export function the(parent: XmlElement, ...path: string[]): XmlElement {
  return path.reduce((element, name) => {
    const [child] = all(element, name);
    if (!child) throw new Error(`${element.name} has no ${name}`);
    return child;
  }, parent);
}

export const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined;

/** What xmllint finds wrong with a file, by a schema where one is given; empty where all is well. */
export function lint(xml: string, schema?: string): string {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--huge', ...(schema ? ['--schema', schema] : []), '-'], {
    input: xml,
    encoding: 'utf8',
  });
  return status === 0 ? '' : stderr;
}
