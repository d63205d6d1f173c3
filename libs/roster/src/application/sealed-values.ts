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
  otherPhoneCipher: { field: 'other-phone', as: 'otherPhoneMasked', mask: (open) => maskPhone(open()) },
};
