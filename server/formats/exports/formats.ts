import { type Purpose, purposes } from '../../../triads/exports/provenance.ts';
import { writeArrow } from './arrow.ts';
import { writeCards } from './cards.ts';
import { writeCsv } from './csv.ts';
import { writeDataPackage } from './data-package/data-package.ts';
import { writeDdi } from './ddi.ts';
import type { Format } from './format.ts';
import { writeJsonLines } from './json-lines.ts';
import { writeParquet } from './parquet.ts';
import { writeRefiQda } from './refi-qda.ts';
import { writeSensemaker } from './sensemaker.ts';
import { writeWorkshopPack } from './workshop-pack.ts';
import { writeXlsx } from './xlsx/xlsx.ts';

/** Every format that stories leave in, by the name that an export has it under. */
export const formats: Record<string, Format> = {
  cards: {
    words: 'Story cards, a PDF to print and cut',
    mediaType: 'application/pdf',
    extension: 'pdf',
    streams: true,
    purposes: ['workshop', 'publication'],
    write: writeCards,
  },
  'workshop-pack': {
    words: 'Workshop pack, a PDF with patterns, blank figures, stories and notes',
    mediaType: 'application/pdf',
    extension: 'pdf',
    streams: true,
    purposes: ['workshop'],
    write: writeWorkshopPack,
  },
  csv: {
    words: 'CSV, for Excel, R and most other tools',
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
    streams: true,
    purposes,
    write: writeCsv,
  },
  xlsx: {
    words: 'Excel workbook, with labels and codebook',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    streams: true,
    purposes,
    write: (contents) => writeXlsx(contents),
  },
  'data-package': {
    words: 'Data Package, with everything that documents it, for archives, R and Python',
    mediaType: 'application/zip',
    extension: 'zip',
    streams: true,
    purposes: ['research', 'publication'],
    write: writeDataPackage,
  },
  'json-lines': {
    words: 'JSON Lines, for programs',
    mediaType: 'application/x-ndjson',
    extension: 'jsonl',
    streams: true,
    purposes: ['research', 'publication'],
    write: writeJsonLines,
  },
  parquet: {
    words: 'Parquet, for R, Python and DuckDB',
    mediaType: 'application/vnd.apache.parquet',
    extension: 'parquet',
    streams: true,
    purposes: ['research', 'publication'],
    write: writeParquet,
  },
  arrow: {
    words: 'Arrow, for R and Python',
    mediaType: 'application/vnd.apache.arrow.stream',
    extension: 'arrows',
    streams: true,
    purposes: ['research', 'publication'],
    write: writeArrow,
  },
  'refi-qda': {
    words: 'REFI-QDA project, for NVivo, ATLAS.ti and MAXQDA',
    mediaType: 'application/zip',
    extension: 'qdpx',
    // The titles of all sources are kept until they are listed, and the places of their files until the end.
    streams: true,
    purposes: ['research'],
    write: writeRefiQda,
  },
  ddi: {
    words: 'DDI codebook without stories, for archives',
    mediaType: 'application/xml; charset=utf-8',
    extension: 'xml',
    streams: true,
    purposes: ['research', 'publication'],
    write: writeDdi,
  },
  sensemaker: {
    words: 'CSV as SenseMaker’s tools read it',
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
    streams: true,
    purposes: ['research'],
    write: writeSensemaker,
  },
};

export function formatNamed(name: string): Format | undefined {
  return Object.hasOwn(formats, name) ? formats[name] : undefined;
}

/** The formats for a purpose, in the order to offer them. */
export function formatsFor(purpose: Purpose): [name: string, format: Format][] {
  return Object.entries(formats).filter(([, format]) => format.purposes.includes(purpose));
}
