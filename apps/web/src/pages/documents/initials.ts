/** What stands for a face: in Chinese the given name's last two characters, elsewhere the first letters of two words. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s·]+/u).filter((word) => word !== '');
  if (/\p{Script=Han}/u.test(name)) return [...(words.at(-1) ?? '')].slice(-2).join('');
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}
