import { DomainError } from '@gridstaff/kernel';
import { ERROR_AREAS, ERRORS, toProblem } from '.';

describe('error catalogue', () => {
  it('lists each code once, with both languages', () => {
    const codes = Object.values(ERROR_AREAS).flatMap((area) => Object.keys(area));
    expect(codes.length).toBe(new Set(codes).size);
    for (const [code, entry] of Object.entries(ERRORS)) {
      expect(code).toMatch(/^[A-Z][A-Z0-9_]+$/);
      expect(entry.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(entry.en.length).toBeGreaterThan(10);
      expect(placeholders(entry.zh)).toEqual(placeholders(entry.en));
    }
  });

  it('fills the text and hides what it does not know', () => {
    expect(toProblem(new DomainError('NOT_A_DATE', { value: '2023-02-31' })).zh).toContain('2023-02-31');
    expect(toProblem(new Error('secret')).code).toBe('BUG');
    expect(toProblem(new DomainError('NO_SUCH_CODE', { value: 'x' })).code).toBe('BUG');
    expect(toProblem(new DomainError('constructor')).code).toBe('BUG');
  });
});

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
