import { Socket } from 'node:net';
import { UploadSlots } from './upload-slots';

const gate = (): { open: () => void; passed: Promise<string> } => {
  let open = (): void => undefined;
  const passed = new Promise<string>((resolve) => (open = () => resolve('file')));
  return { open: () => open(), passed };
};

describe('uploads under way', () => {
  it('are bounded for one person and for all, and free their place when they end', async () => {
    const slots = new UploadSlots({ uploadsAtOnce: 6, uploadSeconds: 60 });
    const gates = Array.from({ length: 6 }, gate);
    const uploads = gates.map(({ passed }, i) => slots.run(`p${i % 3}`, new Socket(), () => passed));
    await expect(slots.run('p0', new Socket(), () => Promise.resolve('x'))).rejects.toMatchObject({
      code: 'UPLOADS_BUSY',
      params: { own: 2, all: 6 },
    });
    await expect(slots.run('p9', new Socket(), () => Promise.resolve('x'))).rejects.toMatchObject({
      code: 'UPLOADS_BUSY',
    });
    gates[0]?.open();
    await uploads[0];
    await expect(slots.run('p0', new Socket(), () => Promise.reject(new Error('cut off')))).rejects.toThrow('cut off');
    expect(await slots.run('p9', new Socket(), () => Promise.resolve('x'))).toBe('x');
    gates.forEach(({ open }) => open());
    expect(await Promise.all(uploads)).toHaveLength(6);
    const again = Array.from({ length: 2 }, () => slots.run('p0', new Socket(), () => Promise.resolve('y')));
    expect(await Promise.all(again)).toEqual(['y', 'y']);
  });

  it('are ended with their connection when they take too long', async () => {
    jest.useFakeTimers();
    try {
      const slots = new UploadSlots({ uploadsAtOnce: 3, uploadSeconds: 5 });
      const socket = new Socket();
      const slow = slots.run('p', socket, () => new Promise<never>(() => undefined));
      jest.advanceTimersByTime(5000);
      await expect(slow).rejects.toMatchObject({ code: 'UPLOAD_TOO_SLOW', params: { seconds: 5 } });
      expect(socket.destroyed).toBe(false);
      jest.advanceTimersByTime(1000);
      expect(socket.destroyed).toBe(true);
      expect(await slots.run('p', new Socket(), () => Promise.resolve('next'))).toBe('next');
    } finally {
      jest.useRealTimers();
    }
  });
});
