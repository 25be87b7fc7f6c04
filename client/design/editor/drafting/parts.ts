/** The names on the way to a part of a document, such as `signifiers.3.corners.top`. */
export type Path = string;

/** The part of a document at a path. */
export function partAt(document: unknown, path: Path): unknown {
  return path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], document);
}

/** A copy with another part at the path; what is not on the way is shared. Without a value the part is left out. */
export function withPart<Part>(part: Part, [name = '', ...rest]: string[], value: unknown): Part {
  const inner = rest.length ? withPart((part as Record<string, unknown>)[name] ?? {}, rest, value) : value;
  if (Array.isArray(part)) return part.with(Number(name), inner) as Part;
  const { [name]: _, ...others } = part as Record<string, unknown>;
  if (inner === undefined) return others as Part;
  return { ...part, [name]: inner };
}

/** Whether two documents say the same; in what order an object names its parts says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [names, others] = [one, other].map((part) => Object.keys(part));
  if (names?.length !== others?.length) return false;
  return Object.entries(one).every(([name, inner]) => name in other && isSame(inner, (other as Record<string, unknown>)[name]));
}
