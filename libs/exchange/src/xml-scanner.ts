import { DomainError } from '@gridstaff/kernel';

export interface XmlEvents {
  /** Names without their namespace prefix; `attributes` is read by `attribute()`. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** No tag, comment or text of a workbook part is that long (a cell holds at most 32,767 characters). */
const MAX_PENDING = 1_000_000;
const MAX_DEPTH = 64;
const ENTITIES = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

const damaged = (): DomainError => new DomainError('IMPORT_DAMAGED');

/**
 * Reads the XML of workbook parts as it arrives. It knows no document type and only the five entities of XML itself, so entity bombs and
 * references to files or addresses cannot be expressed; a document type is refused. @throws DomainError IMPORT_DAMAGED, IMPORT_DOCTYPE
 */
export class XmlScanner {
  private pending = '';
  private readonly path: string[] = [];

  constructor(private readonly events: XmlEvents) {}

  write(chunk: string): void {
    this.pending += chunk;
    let at = 0;
    for (;;) {
      const next = this.token(at);
      if (next < 0) break;
      at = next;
    }
    this.pending = this.pending.slice(at);
    if (this.pending.length > MAX_PENDING) throw damaged();
  }

  end(): void {
    if (this.path.length > 0 || this.pending.trim() !== '') throw damaged();
  }

  /** @returns where the next token starts, or -1 when this one is not complete yet: text is read together with the markup behind it */
  private token(at: number): number {
    const start = this.pending.indexOf('<', at);
    if (start < 0) return -1;
    const end = this.markupEnd(start);
    if (end < 0) return -1;
    if (start > at && this.path.length > 0) this.events.text(decode(this.pending.slice(at, start)));
    const markup = this.pending.slice(start, end);
    if (markup.startsWith('<![CDATA[')) this.events.text(markup.slice(9, -3));
    else if (!markup.startsWith('<!') && !markup.startsWith('<?')) this.tag(markup);
    return end;
  }

  private markupEnd(start: number): number {
    const text = this.pending;
    if (text.startsWith('<!--', start)) return this.after('-->', start + 4);
    if (text.startsWith('<?', start)) return this.after('?>', start + 2);
    if (text.startsWith('<![CDATA[', start)) return this.after(']]>', start + 9);
    if (text.startsWith('<!', start)) {
      if (text.length - start < 9) return -1;
      throw new DomainError('IMPORT_DOCTYPE');
    }
    return endOfTag(text, start + 1);
  }

  private after(end: string, from: number): number {
    const found = this.pending.indexOf(end, from);
    return found < 0 ? -1 : found + end.length;
  }

  private tag(markup: string): void {
    if (markup.startsWith('</')) {
      this.close(localName(markup.slice(2, -1).trimEnd()));
      return;
    }
    const selfClosing = markup.endsWith('/>');
    const inner = markup.slice(1, selfClosing ? -2 : -1);
    const space = inner.search(/\s/);
    const name = localName(space < 0 ? inner : inner.slice(0, space));
    if (name === '' || this.path.length >= MAX_DEPTH) throw damaged();
    this.path.push(name);
    this.events.open(name, space < 0 ? '' : inner.slice(space));
    if (selfClosing) this.close(name);
  }

  private close(name: string): void {
    if (this.path.pop() !== name) throw damaged();
    this.events.close(name);
  }
}

/** Position behind the `>` that ends the tag; one inside a quoted value does not. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return i + 1;
  }
  return -1;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,10});?/g, (_, body: string) => {
    const plain = ENTITIES.get(body);
    if (plain !== undefined) return plain;
    const match = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(body);
    const code = match ? Number.parseInt(match[1] ?? (match[2] as string), match[1] ? 16 : 10) : -1;
    if (code <= 0 || code > 0x10ffff) throw damaged();
    return String.fromCodePoint(code);
  });
}

/** Value of an attribute by its name as written (a prefix of the asked name may differ). */
export function attribute(attributes: string, name: string): string | undefined {
  for (const match of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const key = match[1] as string;
    if (key === name || localName(key) === name) return decode(match[2] ?? match[3] ?? '');
  }
  return undefined;
}
