import { addDays, type LocalDate } from '@gridstaff/kernel';
import { SeededRandom } from './random';

/** One invented grid worker as the centre's own spreadsheet would list him. Amounts in yuan, as people type them. */
export interface DemoPerson {
  name: string;
  idNumber: string;
  phone: string;
  card: string;
  agencyCode: string;
  joinedOn: LocalDate;
  gridCode: string;
  gradeCode: string;
  insuranceBase: string;
  fundMember: boolean;
  fundBase: string;
  certificate: string | null;
  /** Gross of last year in yuan where the person worked here all of it: evidence for the 60,000 rule. */
  priorYearGross: string | null;
  firstJob: boolean;
}

export interface DemoGrade {
  code: string;
  name: string;
  post: string;
  base: string;
  postPay: string;
  performance: string;
}

/** Base, post and performance pay a month; the highest grade is the one that meets income tax. */
export const GRADES: readonly DemoGrade[] = [
  { code: 'G1', name: '网格员', post: '网格员', base: '1950.00', postPay: '300.00', performance: '450.00' },
  { code: 'G2', name: '网格组长', post: '组长', base: '2150.00', postPay: '450.00', performance: '550.00' },
  { code: 'G3', name: '片长', post: '片长', base: '2500.00', postPay: '800.00', performance: '700.00' },
  { code: 'G4', name: '街道网格主管', post: '主管', base: '3800.00', postPay: '2200.00', performance: '1200.00' },
];

export const CERTIFICATES: readonly { code: string; amount: string }[] = [
  { code: '助理社会工作师', amount: '200.00' },
  { code: '社会工作师', amount: '300.00' },
];

export const AGENCIES = [
  { code: 'A', name: '株洲演示一号劳务派遣有限公司', fee: { kind: 'per_head', value: '60.00' } },
  { code: 'B', name: '株洲演示二号人力资源有限公司', fee: { kind: 'rate', value: '0.015' } },
] as const;

const STREETS = ['清水塘', '响石岭', '田心', '铜塘湾', '井龙'] as const;
const COMMUNITIES_PER_STREET = 8;
const GRIDS_PER_COMMUNITY = 8;

export interface DemoUnit {
  code: string;
  name: string;
  kind: 'street' | 'community' | 'grid';
  parentCode: string | null;
  households: number | null;
  population: number | null;
}

export function orgUnits(): DemoUnit[] {
  const units: DemoUnit[] = [];
  STREETS.forEach((street, s) => {
    const streetCode = `S${s + 1}`;
    units.push({ code: streetCode, name: `${street}街道`, kind: 'street', parentCode: null, households: null, population: null });
    for (let c = 1; c <= COMMUNITIES_PER_STREET; c++) {
      const communityCode = `${streetCode}-C${c}`;
      units.push({ code: communityCode, name: `${street}第${c}社区`, kind: 'community', parentCode: streetCode, households: null, population: null });
      for (let g = 1; g <= GRIDS_PER_COMMUNITY; g++) {
        const households = 300 + ((s * 37 + c * 53 + g * 71) % 200);
        units.push({ code: `${communityCode}-G${g}`, name: `${street}第${c}社区第${g}网格`, kind: 'grid', parentCode: communityCode, households, population: Math.round(households * 2.6) });
      }
    }
  });
  return units;
}

const SURNAMES = '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹'.split('');
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文辉力志斌燕玲梅莉鹏飞宇浩凯婷雪倩佳欣怡晨曦思源子涵梓轩雨泽嘉豪俊峰海波春梅秋菊冬生夏荷'.split('');
/** Most given names have two characters. */
export const nameFrom = (random: SeededRandom): string =>
  random.pick(SURNAMES) + random.pick(GIVEN) + (random.chance(0.7) ? random.pick(GIVEN) : '');

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Makes people one after another from one seed; ID numbers, cards and phones are well-formed but invented. */
export class PeopleGenerator {
  private serial = 0;

  constructor(
    private readonly random: SeededRandom,
    private readonly grids: readonly string[],
  ) {}

  /** The roster of 1 January: of a hundred people one or two supervisors, five area heads, fifteen team heads, the others plain grid workers. */
  staff(count: number): DemoPerson[] {
    const [supervisors, heads, teams] = [0.014, 0.063, 0.216].map((share) => Math.max(1, Math.round(count * share))) as [number, number, number];
    return Array.from({ length: count }, (_, i) => {
      const grade = i < supervisors ? 'G4' : i < heads ? 'G3' : i < teams ? 'G2' : 'G1';
      const joinedOn = addDays('2014-03-01', this.random.int(0, 3100));
      return this.person(joinedOn, grade);
    });
  }

  joiner(joinedOn: LocalDate, firstJob: boolean): DemoPerson {
    return { ...this.person(joinedOn, 'G1'), firstJob };
  }

  private person(joinedOn: LocalDate, gradeCode: string): DemoPerson {
    const n = this.serial++;
    const leader = gradeCode === 'G4';
    const fundMember = leader || this.random.chance(0.5);
    const wholeLastYear = joinedOn <= '2022-01-01';
    return {
      name: nameFrom(this.random),
      idNumber: this.idNumber(n),
      phone: `1${this.random.pick(['38', '39', '50', '77', '86'])}${String(10_000_000 + n * 7919 + this.random.int(0, 7000)).padStart(8, '0').slice(-8)}`,
      card: this.card(n),
      agencyCode: n % 5 < 3 ? 'A' : 'B',
      joinedOn,
      gridCode: this.grids[n % this.grids.length] as string,
      gradeCode,
      // Most staff sit at the floor (3,770 in 2023); a base below it is lifted by the rule, not by the sheet.
      insuranceBase: leader ? '7200.00' : gradeCode === 'G3' ? '4200.00' : '3300.00',
      fundMember,
      fundBase: leader ? '7200.00' : gradeCode === 'G3' ? '4200.00' : '3300.00',
      certificate: this.random.chance(0.18) ? this.random.pick(CERTIFICATES).code : null,
      priorYearGross: wholeLastYear ? (leader ? '86400.00' : gradeCode === 'G3' ? '50400.00' : '38600.00') : null,
      firstJob: false,
    };
  }

  private idNumber(n: number): string {
    // The day within its block of 115 tells the thousand, the last digits tell the rest: no two people share a number up to 115,000.
    const birth = addDays('1966-01-01', (Math.floor(n / 1000) % 115) + 115 * this.random.int(0, 99)).replaceAll('-', '');
    const head = `430204${birth}${String(n % 1000).padStart(3, '0')}`;
    const sum = [...head].reduce((total, digit, i) => total + Number(digit) * (WEIGHTS[i] as number), 0);
    return head + '10X98765432'.charAt(sum % 11);
  }

  /** 19 digits, UnionPay prefix, Luhn check digit. */
  private card(n: number): string {
    const body = `621700${String(2_900_000_000 + n * 104_729).padStart(12, '0')}`;
    const sum = [...body].reverse().reduce((total, digit, i) => {
      const d = Number(digit) * (i % 2 === 0 ? 2 : 1);
      return total + (d > 9 ? d - 9 : d);
    }, 0);
    return body + String((10 - (sum % 10)) % 10);
  }
}
