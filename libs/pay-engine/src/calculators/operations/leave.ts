import { ratio } from '@gridstaff/kernel';
import { dayRate } from '../../rules/absence';
import { probationFloor } from '../../rules/floors';
import { Fields } from '../fields';
import { NATIONAL } from '../national';
import { Sheet } from '../sheet';
import { answer, DATED, dated, labourOf, MinimumWage, PATH, type Operation } from './context';

/** Days of annual leave by total service: 5 from 1 year, 10 from 10, 15 from 20 (职工带薪年休假条例 art.3). */
export const annualLeaveEntitlement: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['cumulative_months']);
  const sheet = new Sheet(context).line('entitlement', (b) => {
    const months = b.take('cumulative_months');
    const from240 = b.choose('<', months, b.number(240), b.number(10), b.number(15));
    const from120 = b.choose('<', months, b.number(120), b.number(5), from240);
    return b.choose('<', months, b.number(12), b.number(0), from120);
  });
  sheet.run({ cumulative_months: f.count('cumulative_months', 1_200) });
  return answer(sheet, { days: sheet.fen('entitlement') }, false);
};

/** Leave not taken in a joining or leaving year: whole days by days / 365, 300 % of which 200 % are extra (实施办法 arts.10-12). */
export const annualLeavePayout: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['full_year_days', 'calendar_days', 'average_wage'], ['days_taken', ...DATED]);
  const parameters = dated(f, context);
  const labour = labourOf(parameters);
  const sheet = new Sheet(context).line('payout_days', (b) => {
    const earned = b.multiply(
      b.divide(b.take('calendar_days'), b.decimal(NATIONAL.annualLeaveYear, 'parameter.year_days')),
      b.take('full_year_days'),
    );
    const left = b.add([b.round(earned, 'down')], [b.take('days_taken')]);
    return b.atLeast(left, b.number(0));
  });
  for (const [code, times] of [
    ['extra_200', 2],
    ['total_300', 3],
  ] as const) {
    sheet.line(code, (b) => {
      const days = b.multiply(dayRate(b, b.take('average_wage'), labour), b.line(sheet.no('payout_days')));
      return b.round(b.multiply(days, b.number(times)));
    });
  }
  sheet.run({
    full_year_days: f.count('full_year_days', 365),
    calendar_days: f.count('calendar_days', 366),
    average_wage: f.money('average_wage'),
    days_taken: f.has('days_taken') ? f.count('days_taken', 366) : 0,
  });
  const output = {
    days: sheet.fen('payout_days'),
    extra_200: sheet.yuan('extra_200'),
    total_300: sheet.yuan('total_300'),
  };
  return answer(sheet, output, parameters);
};

/** Lowest lawful wage in probation (劳动合同法 art.20, 实施条例 art.15). */
export const probation: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['contract_wage', 'offered'], ['minimum_wage', 'lowest_same_post', ...DATED]);
  const parameters = dated(f, context);
  const minimum = new MinimumWage(f, parameters);
  const sheet = new Sheet(context).line('lawful_floor', (b) => {
    const lowest = f.has('lowest_same_post') ? b.take('lowest_same_post') : null;
    const wages = { contract: b.take('contract_wage'), lowest, minimum: minimum.write(b) };
    return b.round(probationFloor(b, labourOf(parameters), wages));
  });
  const offered = f.money('offered');
  sheet.run({
    contract_wage: f.money('contract_wage'),
    ...minimum.values,
    ...(f.has('lowest_same_post') ? { lowest_same_post: ratio.ofFen(f.money('lowest_same_post')) } : {}),
  });
  return answer(
    sheet,
    { lawful_floor: sheet.yuan('lawful_floor'), ok: offered >= sheet.fen('lawful_floor') },
    parameters,
  );
};
