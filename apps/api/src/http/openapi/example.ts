import { invariant } from '@gridstaff/kernel';
import type { Schema } from '../common/field-schema';

const REFERENCE = '#/components/schemas/';

/** An example of a whole from those of its parts. */
export function exampleOf(schema: Schema, schemas: Readonly<Record<string, Schema>>): unknown {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(REFERENCE.length);
    const target = schemas[name];
    invariant(target, `no schema ${name}`);
    return exampleOf(target, schemas);
  }
  if (schema.default !== undefined) return schema.default;
  if (schema.examples) return schema.examples[0];
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return exampleOf(schema.anyOf[0] as Schema, schemas);
  if (schema.properties) {
    const entries = Object.entries(schema.properties);
    return Object.fromEntries(entries.map(([name, property]) => [name, exampleOf(property, schemas)]));
  }
  if (schema.items) return [exampleOf(schema.items, schemas)];
  switch (schema.type) {
    case 'integer':
      return schema.minimum ?? 1;
    case 'boolean':
      return false;
    case 'object':
      return {};
    case 'array':
      return [];
    default:
      return schema.minLength !== undefined && schema.minLength > 4 ? 'x'.repeat(schema.minLength) : 'text';
  }
}
