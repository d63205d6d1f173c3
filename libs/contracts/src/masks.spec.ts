import { maskAddress, maskName } from './masks';

it.each([
  ['湖南省株洲市石峰区响石岭街道 12 号', '湖南省株洲市石峰区***'],
  ['株洲县渌口镇', '株洲县***'],
  ['响石岭 12 号', '***'],
  ['', '***'],
])('shows of the address %s no more than the district', (address, shown) => {
  expect(maskAddress(address)).toBe(shown);
});

it.each([
  ['张三丰', '张*丰'],
  ['张三', '张*'],
  ['张', '张*'],
  ['欧阳修之', '欧**之'],
  ['𠮷田', '𠮷*'],
  ['', '*'],
])('shows of the name %s as much as a public list', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});
