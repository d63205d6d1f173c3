import { samplePdf, sampleJpeg, SmallOffice } from '@gridstaff/testing';
import { Database } from '@gridstaff/persistence';
import { connect } from 'node:net';
import { type Answer, type Browser, TestApi } from './api-support';

type Row = Record<string, unknown>;
const rows = (answer: Answer, name: string): Row[] => answer.body[name] as Row[];
const ID_NUMBER = '430204199003070019';

/** Papers of people and agencies, and tags, as the roles that may and may not see, open and keep them. */
describe('documents over HTTP', () => {
  let api: TestApi;
  let office: SmallOffice;
  let hr: Browser;
  let finance: Browser;
  let stranger: Browser;
  let base: string;
  let first: string;
  let second: string;

  beforeAll(async () => {
    api = await TestApi.start({ GRID_UPLOADS_AT_ONCE: '6', GRID_UPLOAD_SECONDS: '1' });
    office = await SmallOffice.open(api.running.app, 'DC', 3);
    const other = await SmallOffice.open(api.running.app, 'DX', 1);
    const { centreId } = office;
    base = `/api/v1/centres/${centreId}`;
    [first, second] = office.numbers.slice(0, 2).map((no) => `${base}/workers/${no}`) as [string, string];
    api.clock.set('2023-03-01T09:00:00+08:00');
    hr = await api.person('hr', [{ role: 'hr', centreId }]);
    finance = await api.person('finance', [{ role: 'finance', centreId }]);
    stranger = await api.person('stranger', [{ role: 'hr', centreId: other.centreId }]);
  });

  afterAll(() => api.close());

  const add = (
    by: Browser,
    query: string,
    file = samplePdf(query),
    name = `身份证 ${ID_NUMBER}.pdf`,
    of = first,
  ): Promise<Answer> => by.upload(`${of}/documents?${query}`, file, name);
  const opened = (by: Browser, id: string, of = first, body: object = { purpose: '核对原件' }): Promise<Answer> =>
    by.post(`${of}/documents/${id}/open`, body);

  it('HR keeps, opens for a purpose and withdraws a paper; finance sees that it is there and no more', async () => {
    expect((await add(finance, 'kind=id_card_front')).status).toBe(403);
    const kept = await add(hr, 'kind=id_card_front&expiresOn=2033-05-01');
    expect(kept.status).toBe(201);
    const id = kept.body.id as string;
    expect(rows(await finance.get(`${first}/documents`), 'documents')).toMatchObject([
      { id, kind: 'id_card_front', name: '身份证 ***.pdf', type: 'pdf', expiresOn: '2033-05-01', withdrawnAt: null },
    ]);
    expect((await opened(finance, id)).status).toBe(403);
    expect((await opened(hr, id, first, {})).status).toBe(400);
    expect((await opened(hr, id, first, { purpose: ' ' })).status).toBe(400);
    const file = await opened(hr, id);
    expect(file.text).toBe(samplePdf('kind=id_card_front&expiresOn=2033-05-01').toString('utf8'));
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const disposition = String(file.headers['content-disposition']);
    expect(disposition).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''%E8%BA%AB/);
    expect((await finance.post(`${first}/documents/${id}/withdraw`, { reason: 'x' })).status).toBe(403);
    expect((await hr.post(`${first}/documents/${id}/withdraw`, {})).status).toBe(400);
    expect((await hr.post(`${first}/documents/${id}/withdraw`, { reason: '换了新证' })).status).toBe(204);
    expect(rows(await hr.get(`${first}/documents`), 'documents')).toMatchObject([{ withdrawnReason: '换了新证' }]);
    const auditor = await api.person('auditor', [{ role: 'auditor', centreId: office.centreId }]);
    const log = await auditor.get(`/api/v1/audit?scope=${office.centreId}&limit=200`);
    const acts = rows(log, 'entries').filter(({ action }) => String(action).startsWith('file.'));
    expect(acts.map(({ action, reason }) => [action, reason]).sort()).toEqual([
      ['file.added', null],
      ['file.opened', '核对原件'],
      ['file.withdrawn', '换了新证'],
    ]);
    expect(log.text).not.toContain(ID_NUMBER);
  });

  it('does not exist for another centre, for another person, and under another id (S44)', async () => {
    const id = (await add(hr, 'kind=other')).body.id as string;
    for (const answer of [
      ...[await stranger.get(`${first}/documents`), await opened(stranger, id), await stranger.get(`${first}/photo`)],
      ...[await add(stranger, 'kind=other'), await opened(hr, id, second), await opened(hr, office.centreId)],
      await hr.post(`${second}/documents/${id}/withdraw`, { reason: 'x' }),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('judges by content, whatever the name says, and names what is wrong in the language asked for (S40, S41)', async () => {
    const cases: [Buffer, string, number, string][] = [
      [Buffer.from('MZ\x90\0'), 'photo.jpg', 415, 'FILE_TYPE_REFUSED'],
      [Buffer.from('<svg onload="alert(1)"/>'), 'a.pdf', 415, 'FILE_TYPE_REFUSED'],
      [samplePdf('', '4 0 obj\n<</S/JavaScript>>\nendobj\n'), 'a.pdf', 400, 'FILE_ACTIVE'],
      [Buffer.concat([sampleJpeg(), Buffer.from('<script>1</script>')]), 'a.jpg', 400, 'FILE_POLYGLOT'],
      [Buffer.alloc(0), 'a.pdf', 400, 'FILE_EMPTY'],
      [Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-'), 'a.pdf', 413, 'BODY_TOO_LARGE'],
    ];
    for (const [file, name, status, code] of cases) {
      const answer = await add(hr, 'kind=other', file, name);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect((await add(hr, 'kind=no-such-kind')).body.code).toBe('DOCUMENT_KIND_UNKNOWN');
    expect((await add(hr, 'kind=return_evidence')).body.code).toBe('DOCUMENT_KIND_UNKNOWN');
    expect((await add(hr, `kind=other&aboutId=${office.centreId}`)).body.code).toBe('NOT_FOUND');
    const odd = await add(hr, 'kind=education_certificate', samplePdf('odd'), '../../etc/a\u202egpj.exe');
    expect(rows(await hr.get(`${first}/documents`), 'documents').find(({ id }) => id === odd.body.id)?.name).toBe(
      'agpj.pdf',
    );
    expect((await add(hr, 'kind=education_certificate', samplePdf('odd'), 'again.pdf')).body.code).toBe(
      'FILE_REPEATED',
    );
  });

  it('shows the photo to whoever reads the roster, without place and camera', async () => {
    expect((await hr.get(`${first}/photo`)).status).toBe(404);
    expect((await add(hr, 'kind=photo', samplePdf('p'))).body.code).toBe('PHOTO_NOT_PICTURE');
    const segment = Buffer.concat([Buffer.from('fffe000b', 'hex'), Buffer.from('GPS place')]);
    expect((await add(hr, 'kind=photo', sampleJpeg(segment), '张三.exe')).status).toBe(201);
    const photo = await finance.get(`${first}/photo`);
    expect([photo.status, photo.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(photo.text).not.toContain('GPS');
  });

  it('papers prove changes of state and evidence of a return; what tells of health or conduct is hidden from who only reads', async () => {
    const [engagement] = rows(await hr.get(second), 'timeline').filter(({ kind }) => kind === 'engagement') as {
      factId: string;
    }[];
    const about = engagement?.factId as string;
    const suspension = await add(hr, `kind=state_change&aboutId=${about}`, samplePdf('停职'), '停职通知.pdf', second);
    expect(suspension.status).toBe(201);
    const worker = office.numbers[1];
    const evidence = await hr.post(`${base}/dispatch/workers/${worker}/evidence`, {
      kind: 'violation',
      happenedOn: '2023-02-01',
      document: '处分决定 3 号',
    });
    const papers = `${base}/dispatch/workers/${worker}/evidence`;
    const paper = await hr.upload(`${papers}/${evidence.body.id as string}/papers`, samplePdf('处分'), '处分决定.pdf');
    expect(paper.status).toBe(201);
    expect((await finance.upload(`${papers}/${evidence.body.id as string}/papers`, samplePdf('x'))).status).toBe(403);
    expect((await hr.upload(`${papers}/${about}/papers`, samplePdf('x'))).status).toBe(404);
    expect(rows(await hr.get(`${second}/documents`), 'documents')).toMatchObject([
      { kind: 'state_change', aboutId: about },
      { kind: 'return_evidence', aboutId: evidence.body.id },
    ]);
    expect(rows(await finance.get(`${second}/documents`), 'documents')).toEqual([]);
    expect((await opened(hr, paper.body.id as string, second)).status).toBe(200);
  });

  it('a paper that ends comes up among what ends; the renewed one takes its place', async () => {
    const due = async (): Promise<unknown[]> =>
      rows(await hr.get(`${base}/dispatch/expiries`), 'expiries').flatMap(({ kind, label, date, stage }) =>
        kind === 'document' ? [[label, date, stage]] : [],
      );
    await add(hr, 'kind=medical_check&expiresOn=2023-03-20', samplePdf('m1'), 'a.pdf', second);
    expect(await due()).toEqual([['medical_check', '2023-03-20', 'd30']]);
    await add(hr, 'kind=medical_check&expiresOn=2024-03-20', samplePdf('m2'), 'b.pdf', second);
    expect(await due()).toEqual([]);
  });

  it('a centre adds kinds of its own and takes them out of use', async () => {
    const kind = {
      subject: 'worker',
      code: 'No_Crime',
      nameZh: '无犯罪记录证明',
      nameEn: 'clean record',
      sensitive: false,
      order: 85,
      inUse: true,
      from: '2023-03-01',
    };
    const kinds = `${base}/document-kinds`;
    expect((await finance.post(kinds, kind)).status).toBe(403);
    expect((await hr.post(kinds, { ...kind, code: 'photo' })).body.code).toBe('DOCUMENT_KIND_BUILT_IN');
    expect((await hr.post(kinds, kind)).body).toEqual({ changed: true });
    expect((await hr.post(kinds, kind)).body).toEqual({ changed: false });
    expect(rows(await finance.get(kinds), 'kinds').some(({ code }) => code === 'no_crime')).toBe(true);
    expect(rows(await finance.get(`${kinds}?on=2023-02-28`), 'kinds').some(({ code }) => code === 'no_crime')).toBe(
      false,
    );
    expect((await add(hr, 'kind=no_crime', samplePdf('n'))).status).toBe(201);
    api.clock.advance(1000);
    await hr.post(kinds, { ...kind, inUse: false });
    expect((await add(hr, 'kind=no_crime', samplePdf('n2'))).body.code).toBe('DOCUMENT_KIND_UNKNOWN');
    expect(
      rows(await finance.get(`${kinds}?ever=true`), 'kinds').find(({ code }) => code === 'no_crime'),
    ).toMatchObject({ inUse: false });
  });

  it('tags mark many people at once, by date, and the list finds who bears one', async () => {
    const tag = {
      code: 'night',
      nameZh: '夜巡',
      nameEn: 'night patrol',
      tone: 'warn',
      order: 1,
      inUse: true,
      from: '2023-01-01',
    };
    expect((await finance.post(`${base}/tags`, tag)).status).toBe(403);
    expect((await stranger.post(`${base}/tags`, tag)).status).toBe(404);
    expect((await hr.post(`${base}/tags`, { ...tag, tone: 'url(evil)' })).status).toBe(400);
    expect((await hr.post(`${base}/tags`, tag)).body).toEqual({ changed: true });
    const workerNos = office.numbers.slice(0, 2);
    const marking = { workerNos, held: true, from: '2023-02-01', reason: '夜间巡查' };
    expect((await finance.post(`${base}/tags/night/workers`, marking)).status).toBe(403);
    expect((await stranger.post(`${base}/tags/night/workers`, marking)).status).toBe(404);
    const others = await stranger.get('/api/v1/centres');
    const [{ id: elsewhere }] = rows(others, 'centres') as [{ id: string }];
    await stranger.post(`/api/v1/centres/${elsewhere}/tags`, tag);
    expect((await stranger.post(`/api/v1/centres/${elsewhere}/tags/night/workers`, marking)).body.code).toBe(
      'NOT_FOUND',
    );
    expect((await hr.post(`${base}/tags/night/workers`, marking)).body).toEqual({ changed: 2 });
    const found = await finance.get(`${base}/workers?tag=night`);
    expect(rows(found, 'workers').map(({ no, tags }) => [no, tags])).toEqual(workerNos.map((no) => [no, ['night']]));
    expect(rows(await finance.get(`${base}/workers?tag=night&on=2023-01-31`), 'workers')).toEqual([]);
    expect(rows(await finance.get(`${base}/tags`), 'tags')).toMatchObject([
      { code: 'night', name_zh: '夜巡', tone: 'warn', inUse: true },
    ]);
    expect((await hr.post(`${base}/tags/night/workers`, { ...marking, held: false, from: '2023-03-01' })).body).toEqual(
      { changed: 2 },
    );
    expect(rows(await finance.get(`${base}/workers?tag=night`), 'workers')).toEqual([]);
  });

  it('fields of the centre hold what it asks of people; sealed ones are masked, opened for a purpose, and never change their type', async () => {
    const field = {
      code: 'radio',
      nameZh: '对讲机',
      nameEn: 'radio',
      type: 'sealed',
      choices: [],
      order: 1,
      inUse: true,
      from: '2023-01-01',
    };
    const size = { ...field, code: 'size', nameZh: '尺码', nameEn: 'size', type: 'choice', choices: ['L', 'XL'] };
    expect((await finance.post(`${base}/custom-fields`, field)).status).toBe(403);
    expect((await stranger.post(`${base}/custom-fields`, field)).status).toBe(404);
    expect((await hr.post(`${base}/custom-fields`, { ...size, choices: [] })).status).toBe(400);
    for (const one of [field, size])
      expect((await hr.post(`${base}/custom-fields`, one)).body).toEqual({ changed: true });
    expect((await hr.post(`${base}/custom-fields`, { ...field, type: 'text' })).body.code).toBe('FIELD_TYPE_FIXED');
    const values = `${first}/custom-fields`;
    const radio = { code: 'radio', value: 'RADIO-88776655', from: '2023-02-01' };
    expect((await finance.post(values, radio)).status).toBe(403);
    expect((await stranger.post(values, radio)).status).toBe(404);
    expect((await hr.post(values, radio)).body).toEqual({ changed: true });
    expect((await hr.post(values, radio)).body).toEqual({ changed: false });
    expect((await hr.post(values, { code: 'size', value: 'S', from: '2023-02-01' })).body.code).toBe('NOT_A_CHOICE');
    expect((await hr.post(values, { code: 'size', value: 'XL', from: '2023-02-01' })).body).toEqual({ changed: true });
    expect((await hr.post(values, { code: 'none', value: 'x', from: '2023-02-01' })).body.code).toBe(
      'CUSTOM_FIELD_UNKNOWN',
    );
    const seen = await finance.get(first);
    expect(seen.text).not.toContain('88776655');
    const held = rows(seen, 'timeline').filter(({ kind }) => kind === 'customField');
    expect(held.map(({ values: value }) => value)).toEqual([
      { fieldCode: 'radio', fieldValue: null, fieldMasked: '***6655' },
      { fieldCode: 'size', fieldValue: 'XL', fieldMasked: null },
    ]);
    expect((await finance.post(`${first}/reveal`, { what: 'customFields', purpose: '清点' })).status).toBe(403);
    expect((await hr.post(`${first}/reveal`, { what: 'customFields', purpose: '清点' })).body.value).toBe(
      'radio: RADIO-88776655',
    );
    expect((await hr.post(values, { code: 'radio', from: '2023-02-15' })).body).toEqual({ changed: true });
    const audit = await api.person('auditor2', [{ role: 'auditor', centreId: office.centreId }]);
    const log = await audit.get(`/api/v1/audit?scope=${office.centreId}&limit=500`);
    expect(log.text).toContain('worker.field-set');
    expect(log.text).not.toContain('88776655');
    const stored = await api.get(Database).query('SELECT * FROM worker_field_fact');
    expect(JSON.stringify(stored)).not.toContain('88776655');
  });

  it('an agency has its signed agreement and licence', async () => {
    const [agency] = rows(await hr.get(`${base}/agencies`), 'agencies') as { id: string }[];
    const papers = `${base}/agencies/${agency?.id}/documents`;
    await hr.post(`${base}/dispatch/agencies/${agency?.id}/agreements`, { from: '2023-01-01', lastDay: '2024-12-31' });
    const [agreement] = rows(await hr.get(`${base}/dispatch/agreements`), 'agreements') as { factId: string }[];
    expect((await finance.upload(`${papers}?kind=dispatch_agreement`, samplePdf('a'))).status).toBe(403);
    const kept = await hr.upload(
      `${papers}?kind=dispatch_agreement&aboutId=${agreement?.factId}`,
      samplePdf('a'),
      '协议.pdf',
    );
    expect(kept.status).toBe(201);
    expect((await hr.upload(`${papers}?kind=photo`, samplePdf('b'))).body.code).toBe('DOCUMENT_KIND_UNKNOWN');
    expect(rows(await finance.get(papers), 'documents')).toMatchObject([
      { aboutId: agreement?.factId, name: '协议.pdf' },
    ]);
    expect((await finance.post(`${papers}/${kept.body.id as string}/open`, { purpose: '结算核对' })).text).toContain(
      '%PDF',
    );
    expect((await stranger.get(papers)).status).toBe(404);
    expect((await stranger.post(`${papers}/${kept.body.id as string}/open`, { purpose: 'x' })).status).toBe(404);
  });

  it('what is handed to a person holds their papers, but not the evidence about them', async () => {
    const file = await api.running.app.inject({
      ...{ method: 'POST', url: `${second}/file`, payload: { purpose: '本人申请', language: 'zh' } },
      headers: { cookie: hr.cookie, 'x-requested-with': 'gridstaff' },
    });
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-type']).toBe('application/zip');
    const names = file.rawPayload.toString('utf8');
    expect(names).toContain('停职通知.pdf');
    expect(names).not.toContain('处分决定');
  });

  it('ends an upload that drips, and lets go of its place (S45)', async () => {
    const { hostname, port } = new URL(api.running.url);
    const drip = (): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = connect(Number(port), hostname);
        let answer = '';
        socket.on('data', (data: Buffer) => {
          answer += data.toString();
          // Whoever is refused at once goes; a slow one waits until the server closes the connection.
          if (answer.includes(' 429 ')) socket.destroy();
        });
        socket.on('error', reject);
        socket.on('close', () => resolve(answer));
        socket.write(
          `POST ${first}/documents?kind=other HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${hr.cookie}\r\nx-requested-with: gridstaff\r\n` +
            'content-type: multipart/form-data; boundary=zz\r\ncontent-length: 100000\r\n\r\n' +
            '--zz\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7',
        );
      });
    const answers = await Promise.all([drip(), drip(), drip()]);
    expect(answers.map((answer) => answer.split(' ')[1]).sort()).toEqual(['408', '408', '429']);
    expect((await add(hr, 'kind=other', samplePdf('after the drips'))).status).toBe(201);
  });
});
