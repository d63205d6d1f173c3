import { initialsOf } from './initials';

describe('initials in place of a photo', () => {
  it.each([
    ['\u8d75\u4e00', '\u8d75\u4e00'],
    ['\u6b27\u9633\u5fd7\u8fdc', '\u5fd7\u8fdc'],
    ['\u53e4\u4e3d\u00b7\u963f\u5e03\u675c', '\u5e03\u675c'],
    ['john smith jr', 'JS'],
    ['', ''],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
