import { maskAddress, maskCard, maskName, maskPhone } from '@gridstaff/contracts';
import type { SealedField } from './personal-data';

interface Sealed {
  field: SealedField;
  /** Under which name its masked form is shown. */
  as: string;
  mask: (open: () => string) => string;
}

/** Every sealed value of a fact, and what is seen of it. */
export const SEALED: Readonly<Record<string, Sealed>> = {
  phoneCipher: { field: 'phone', as: 'phoneMasked', mask: (open) => maskPhone(open()) },
  cardCipher: { field: 'card', as: 'bankCardMasked', mask: (open) => maskCard(open()) },
  // Of evidence not even a part is shown: there is no number in it to know it again by.
  evidenceCipher: { field: 'protection', as: 'evidenceMasked', mask: () => '***' },
  addressCipher: { field: 'address', as: 'addressMasked', mask: (open) => maskAddress(open()) },
  contactNameCipher: { field: 'contact-name', as: 'contactNameMasked', mask: (open) => maskName(open()) },
  contactPhoneCipher: { field: 'contact-phone', as: 'contactPhoneMasked', mask: (open) => maskPhone(open()) },
  fieldCipher: { field: 'custom-field', as: 'fieldMasked', mask: (open) => maskEnd(open()) },
  otherPhoneCipher: { field: 'other-phone', as: 'otherPhoneMasked', mask: (open) => maskPhone(open()) },
};

const SHOWN = 4;
/** The end alone, and of short texts nothing: what is left must not be guessed. */
const maskEnd = (text: string): string => ([...text].length >= SHOWN * 2 ? `***${[...text].slice(-SHOWN).join('')}` : '***');
