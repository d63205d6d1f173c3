import { meaningOf, nameKeys } from './name-search';

const finds = (name: string, typed: string): boolean => {
  const term = meaningOf(typed)?.term;
  return term !== undefined && nameKeys(name).terms.some((one) => one.startsWith(term));
};

describe('names are found by', () => {
  it.each([
    ['张三丰', '张'],
    ['张三丰', '三丰'],
    ['张三丰', 'zhang'],
    ['张三丰', 'ZhangSanFeng'],
    ['张三丰', 'zhang san'],
    ['张三丰', "zhang'san"],
    ['张三丰', 'zsf'],
    ['吕布', 'lvbu'],
    ['吕布', 'lü'],
    ['欧阳修', 'ouyang'],
    ['古丽·买买提', '古丽'],
    ['古丽·买买提', 'guli mai'],
    ['John Smith', 'john s'],
  ])('%s by %s', (name, typed) => expect(finds(name, typed)).toBe(true));

  it.each([
    ['单雄信', 'shan', 'dan'],
    ['曾国藩', 'zeng', 'ceng'],
    ['解缙', 'xie', 'jie'],
    ['仇和', 'qiu', 'chou'],
    ['翟天', 'zhai', 'di'],
    ['区伟', 'ou', 'qu'],
    ['查良镛', 'zha', 'cha'],
    ['任我行', 'rwx', 'rwh'],
  ])('%s by either reading, %s and %s', (name, one, other) => {
    expect([finds(name, one), finds(name, other)]).toEqual([true, true]);
  });

  it.each(['san', 'sf', 'zhan san', '%', '_', 'z%', 'z_f', '\\', "' OR 1=1 --", '张%'])('张三丰 not by %s', (typed) =>
    expect(finds('张三丰', typed)).toBe(false),
  );
});

it('sorts as a telephone book does, not by code points', () => {
  const names = ['张三', '李娜', '单雄信', '阿里', '李明', '曾巩', '赵云'];
  const sorted = [...names].sort((a, b) => (nameKeys(a).sort < nameKeys(b).sort ? -1 : 1));
  expect(sorted).toEqual(['阿里', '李明', '李娜', '单雄信', '曾巩', '张三', '赵云']);
});

describe('a text means', () => {
  it.each([
    ['  ', undefined],
    ['3012', { unitCodes: ['3012'], workerNo: 3012, idTail: '3012', phoneTail: '3012' }],
    ['301x', { unitCodes: ['301x', '301X'], idTail: '301X' }],
    ['３０１２', { unitCodes: ['3012'], workerNo: 3012, idTail: '3012', phoneTail: '3012' }],
    ['13800001111', { unitCodes: ['13800001111'], phone: '13800001111' }],
    ['138 0000 1111', { unitCodes: [], phone: '13800001111' }],
    ['43020419900307152x', { unitCodes: ['43020419900307152x', '43020419900307152X'], idNumber: '43020419900307152X' }],
    ['g0101', { unitCodes: ['g0101', 'G0101'], term: 'g0101' }],
    ['zsf', { unitCodes: [], term: 'zsf' }],
    ['50%', { unitCodes: [], term: '50%' }],
  ])('%j', (typed, meaning) => expect(meaningOf(typed)).toEqual(meaning));
});
