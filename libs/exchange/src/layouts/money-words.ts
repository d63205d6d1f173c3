import { type Fen, formatYuan } from '@gridstaff/kernel';
import nzh from 'nzh/cn';

/** 大写金额 as vouchers have it: 407250 → 肆仟零柒拾贰元伍角整. */
export const moneyWords = (amount: Fen): string =>
  nzh.toMoney(formatYuan(amount), { outSymbol: false, forceZheng: true });
