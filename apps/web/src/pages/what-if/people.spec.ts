import { peopleOf } from './people';

describe('people who take the place of supposed hires', () => {
  it('are read line by line, as they come out of a sheet', () => {
    expect(peopleOf('赵一\t430204199001010012\n\n 钱二，４３０２０４１９９００１０１００３９、13800000000 \n')).toEqual(
      [
        { name: '赵一', idNumber: '430204199001010012' },
        { name: '钱二', idNumber: '430204199001010039', phone: '13800000000' },
      ],
    );
    expect(peopleOf(undefined)).toEqual([]);
    // What is missing the server names.
    expect(peopleOf('孙三')).toEqual([{ name: '孙三', idNumber: '' }]);
  });
});
