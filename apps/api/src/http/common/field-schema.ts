/** What JSON Schema of OpenAPI 3.1 we use. */
export interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  format?: string;
  pattern?: string;
  enum?: readonly string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  description?: string;
  default?: unknown;
  examples?: readonly unknown[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
  anyOf?: readonly Schema[];
}

export type DtoClass = new () => object;

interface Field {
  schema?: Schema;
  /** Class of the objects in it. */
  of?: () => DtoClass;
  many?: boolean;
  optional?: boolean;
}

const FIELDS = 'gridstaff:fields';

type Fields = Record<string, Field>;

/** Adds to what is known of a field; called by the decorators of `fields.ts` alone, so that a field is declared once. */
export function noteField(target: object, property: string | symbol, more: Field): void {
  const own = (Reflect.getOwnMetadata(FIELDS, target) ?? {}) as Fields;
  own[String(property)] = { ...own[String(property)], ...more };
  Reflect.defineMetadata(FIELDS, own, target);
}

/** Fields of a DTO class with those it inherits, the latter first. */
function fieldsOf(dto: DtoClass): Fields {
  const chain: Fields[] = [];
  for (let at = dto.prototype as object | null; at; at = Object.getPrototypeOf(at) as object | null) {
    chain.unshift((Reflect.getOwnMetadata(FIELDS, at) ?? {}) as Fields);
  }
  return Object.assign({}, ...chain) as Fields;
}

/** The schema of a DTO class; classes inside it are put in place. A field with a default shows it. */
export function schemaOfDto(dto: DtoClass): Schema & { properties: Record<string, Schema>; required: string[] } {
  const fields = Object.entries(fieldsOf(dto));
  const defaults = new dto() as Record<string, unknown>;
  const properties = fields.map(([name, field]) => {
    const inner = field.of ? schemaOfDto(field.of()) : {};
    const { items: _, ...outer } = field.schema ?? {};
    const schema = field.of && field.many ? { ...outer, items: inner } : { ...field.schema, ...inner };
    return [name, defaults[name] === undefined ? schema : { ...schema, default: defaults[name] }] as const;
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: fields.filter(([, { optional }]) => !optional).map(([name]) => name),
    additionalProperties: false,
  };
}
