/** Characters that XML 1.0 cannot hold, not even as a reference. */
export const unholdable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text for content or an attribute: it reads back as it was, but for what XML cannot hold, which shows as U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(unholdable, '\ufffd').replace(/[&<>"\t\n\r]/g, (character) => references[character] ?? character);
}

/** One element; attributes that are null are left out. `inner` is XML already. */
export function element(name: string, attributes: Record<string, string | number | null>, inner = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => (value === null ? '' : ` ${key}="${xmlText(String(value))}"`));
  return inner ? `<${name}${written.join('')}>${inner}</${name}>` : `<${name}${written.join('')}/>`;
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * A number as XML Schema's decimal has it: in full and without an exponent. What is below a millionth has 20 decimals, since readers
 * need not take more than some twenty digits.
 */
export function decimal(value: number): string {
  const shortest = String(value);
  return shortest.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : shortest;
}
