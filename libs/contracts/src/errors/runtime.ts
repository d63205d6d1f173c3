import { defineErrors } from './catalogue';

export const runtimeErrors = defineErrors({
  SETTING_INVALID: {
    kind: 'user',
    status: 500,
    zh: '设置 {name} 的值无效（{sentence}）；请更正环境变量后重新启动。',
    en: 'Setting {name} has an invalid value ({sentence}); correct the environment variable and start again.',
  },
  SETTING_UNKNOWN: {
    kind: 'user',
    status: 500,
    zh: '未知的设置 {name}；请检查拼写或删除该环境变量。',
    en: 'Unknown setting {name}; check its spelling or remove the variable.',
  },
});
