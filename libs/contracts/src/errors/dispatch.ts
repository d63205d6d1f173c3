import { defineErrors } from './catalogue';

export const dispatchErrors = defineErrors({
  FINDING_BLOCKS: {
    kind: 'user',
    status: 409,
    zh: '此项（{code}）违反法律规定，不能以说明代替；请按提示改正事实。',
    en: 'This one ({code}) is against the law and no reason makes up for it; put the facts right.',
  },
  DECISION_NOT_FOR_IT: {
    kind: 'user',
    status: 409,
    zh: '此事项不能这样处理（{act}）；提示可说明后接受，到期事项可办结或延后。',
    en: 'This cannot be decided so ({act}); a warning is accepted, something that expires is done or postponed.',
  },
});
