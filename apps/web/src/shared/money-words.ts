import nzh from 'nzh/cn';
import type { Yuan } from './api';

/** 大写金额 as vouchers have it: 4072.50 → 肆仟零柒拾贰元伍角整. */
export const moneyWords = (amount: Yuan): string => nzh.toMoney(amount, { outSymbol: false, forceZheng: true });
