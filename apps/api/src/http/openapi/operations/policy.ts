import { ID, list, ref, shape } from '../../common/values';
import type { Operations } from '../operation';

const ENDED = ['WRONG_STEP', 'REASON_MISSING'] as const;

export const POLICY_OPERATIONS: Operations = {
  'policy.inForce': {
    summary: 'What holds in a region in a month, as a list with source and confidence; amounts in yuan.',
    answer: shape({ parameters: list(ref('ParameterInForce')) }),
    errors: ['NO_PARAMETERS'],
  },
  'packs.list': {
    summary: 'Packs brought in at run time, newest first.',
    answer: shape({ packs: list(ref('PolicyPack')) }),
  },
  'packs.check': {
    summary:
      'Reads a pack strictly: every finding with its path, and what would change, key by key and month by month.',
    answer: ref('PackCheck'),
  },
  'packs.ask': {
    summary:
      'Has it calculated in the background what a pack would cost: every open and paid month that it touches, per person, month, category and fund.',
    answer: shape({ id: ID }),
    errors: ['POLICY_INVALID'],
  },
  'packs.effect': {
    summary: 'How far that is, and the answer once the job is done. Of one’s own questions, kept for a day.',
    answer: ref('PackEffectProgress'),
    errors: ['POLICY_INVALID'],
  },
  'packs.stop': { summary: 'Stops the calculation before its next part.' },
  'packs.propose': {
    summary: 'Proposes a pack; another person activates it.',
    answer: ref('PolicyPack'),
    errors: ['POLICY_INVALID', 'POLICY_NO_CHANGE', 'POLICY_REACH', 'REASON_MISSING'],
  },
  'packs.get': { summary: 'One pack with its text.', answer: ref('PolicyPackText') },
  'packs.activate': {
    summary: 'Brings a pack into force, for the text and the state of the law that were looked at.',
    answer: ref('PolicyPack'),
    errors: [
      ...['WRONG_STEP', 'APPROVAL_STALE', 'POLICY_PACK_CHANGED', 'POLICY_BASE_CHANGED', 'POLICY_INVALID'],
      ...['POLICY_NO_CHANGE', 'POLICY_REACH', 'SEPARATION_OF_DUTIES'],
    ],
  },
  'packs.sendBack': {
    summary: 'Returns a pack to its proposer.',
    answer: ref('PolicyPack'),
    errors: [...ENDED, 'SEPARATION_OF_DUTIES'],
  },
  'packs.withdraw': { summary: 'Takes a proposal back.', answer: ref('PolicyPack'), errors: ENDED },
};
