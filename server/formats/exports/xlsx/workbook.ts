import { element, xmlHead } from '../xml.ts';

const office = 'http://schemas.openxmlformats.org';
const main = `${office}/spreadsheetml/2006/main`;
const relations = `${office}/officeDocument/2006/relationships`;
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a workbook around its worksheets, which are `xl/worksheets/sheet1.xml` and so on in the order of their names. */
export function workbookParts(sheets: readonly string[]): { name: string; content: string }[] {
  const numbers = sheets.map((_, index) => index + 1);
  const sheetTypes = numbers.map((number) => override(`/xl/worksheets/sheet${number}.xml`, `${types}.worksheet+xml`)).join('');
  const workbookTypes = override('/xl/workbook.xml', `${types}.sheet.main+xml`) + override('/xl/styles.xml', `${types}.styles+xml`);
  const defaults =
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }) +
    element('Default', { Extension: 'xml', ContentType: 'application/xml' });
  const named = sheets.map((name, index) => element('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` })).join('');
  const related = [
    ...numbers.map((number) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`)),
    relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml'),
  ].join('');
  return [
    part('[Content_Types].xml', element('Types', { xmlns: `${office}/package/2006/content-types` }, defaults + workbookTypes + sheetTypes)),
    part('_rels/.rels', relationships(relation('rId1', 'officeDocument', 'xl/workbook.xml'))),
    part('xl/workbook.xml', element('workbook', { xmlns: main, 'xmlns:r': relations }, element('sheets', {}, named))),
    part('xl/_rels/workbook.xml.rels', relationships(related)),
    part('xl/styles.xml', element('styleSheet', { xmlns: main }, styles)),
  ];
}

const part = (name: string, xml: string) => ({ name, content: xmlHead + xml });
const override = (name: string, type: string) => element('Override', { PartName: name, ContentType: type });
const relation = (id: string, type: string, target: string) =>
  element('Relationship', { Id: id, Type: `${relations}/${type}`, Target: target });
const relationships = (inner: string) => element('Relationships', { xmlns: `${office}/package/2006/relationships` }, inner);

/** Plain, text that stays text whatever it begins with, and heading. */
const styles =
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';
