/** Masked forms of personal data, as every list and answer shows them. They are made on the server; too short a text shows nothing. */

const stars = (count: number): string => '*'.repeat(count);

function keepEnds(text: string, head: number, tail: number): string {
  if (text.length < head + tail + 4) return stars(text.length);
  return text.slice(0, head) + stars(text.length - head - tail) + text.slice(text.length - tail);
}

/** 430***********1234 */
export const maskIdNumber = (idNumber: string): string => keepEnds(idNumber, 3, 4);

/** 138****5678 */
export const maskPhone = (phone: string): string => keepEnds(phone, 3, 4);

/** **** 5678, whatever the length of the card number */
export const maskCard = (card: string): string => `**** ${card.length >= 8 ? card.slice(-4) : '****'}`;

/** 株洲市石峰区***: no further than the district; where none is named, nothing. */
export const maskAddress = (address: string): string => `${/^.{2,16}?[区县旗]/u.exec(address)?.[0] ?? ''}***`;

/** 张*丰; 张* of two characters: as on a public list. */
export function maskName(name: string): string {
  const characters = [...name];
  const last = characters.length > 2 ? (characters.at(-1) ?? '') : '';
  return (characters[0] ?? '') + stars(Math.max(1, characters.length - (last ? 2 : 1))) + last;
}
