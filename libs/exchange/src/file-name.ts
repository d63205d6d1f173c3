/** For people's eyes only: no folders, no control or direction marks, at most 200 characters. */
export function cleanFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) as string;
  return base
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
    .slice(0, 200);
}
