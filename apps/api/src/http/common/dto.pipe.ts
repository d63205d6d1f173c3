import { DomainError, isId, type Period, parsePeriod } from '@gridstaff/kernel';
import { type ArgumentMetadata, Injectable, type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { FieldContext } from './fields';

const LONGEST_NAME = 60;

/**
 * Only what a DTO names passes; anything else is refused, never dropped in silence, and all findings come at once with their paths.
 * @throws DomainError BODY_NOT_OBJECT, REQUEST_INVALID with one detail per field
 */
@Injectable()
export class DtoPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      validationError: { target: false },
      exceptionFactory: (errors) => {
        const details = errors.flatMap((error) => findings(error, ''));
        return new DomainError('REQUEST_INVALID', { count: details.length }, details[0]?.place, details);
      },
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // A text of an address stays as it is: made a number here, 0x1 and 1e0 would name what 1 names.
    if (metadata.type === 'param') return value;
    if (metadata.type !== 'body') return super.transform(value, metadata) as Promise<unknown>;
    // A command without fields may be sent without a body.
    const body = value ?? {};
    if (typeof body !== 'object' || Array.isArray(body)) throw new DomainError('BODY_NOT_OBJECT');
    return super.transform(body, metadata) as Promise<unknown>;
  }
}

function findings(error: ValidationError, parent: string): DomainError[] {
  const name = error.property.slice(0, LONGEST_NAME);
  const path = /^\d+$/.test(name) ? `${parent}[${name}]` : parent === '' ? name : `${parent}.${name}`;
  const own = Object.keys(error.constraints ?? {})
    .slice(0, 1)
    .map((constraint) => finding(error, constraint, name, path));
  return [...own, ...(error.children ?? []).flatMap((child) => findings(child, path))];
}

function finding(error: ValidationError, constraint: string, name: string, path: string): DomainError {
  const place = { field: name, path };
  if (constraint === 'whitelistValidation') return new DomainError('UNKNOWN_FIELD', { name }, place);
  if (error.value === undefined) return new DomainError('MISSING_FIELD', { name }, place);
  const context = (error.contexts as Record<string, FieldContext> | undefined)?.[constraint];
  return new DomainError(context?.code ?? 'FIELD_SHAPE', { ...context?.params, name }, place);
}

/** An id in a path: a text that is none cannot be found. @throws DomainError NOT_FOUND */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string, metadata: ArgumentMetadata): string {
    if (!isId(value)) throw new DomainError('NOT_FOUND', { what: metadata.data ?? 'id' });
    return value;
  }
}

/** A running number (worker, run) in a path. @throws DomainError NOT_FOUND */
@Injectable()
export class NumberPipe implements PipeTransform<string, number> {
  transform(value: string, metadata: ArgumentMetadata): number {
    if (!/^[1-9]\d{0,8}$/.test(value)) throw new DomainError('NOT_FOUND', { what: metadata.data ?? 'number' });
    return Number(value);
  }
}

/** A work month in a path. @throws DomainError NOT_A_PERIOD */
@Injectable()
export class PeriodPipe implements PipeTransform<string, Period> {
  transform(value: string, metadata: ArgumentMetadata): Period {
    return parsePeriod(value, metadata.data);
  }
}
